import { makeStyles, mergeClasses } from "@fluentui/react-components";
import { ChevronRightRegular } from "@fluentui/react-icons/svg/chevron-right";
import type { Assessment } from "../../assessment/assessment";
import { SEVERITIES, type Severity } from "../../assessment/finding";
import { followUpCounts } from "../../assessment/progress";
import { localDay } from "../../locale/clock";
import type { KeptPlan } from "../../workbook/kept";
import { rampOfLevel, type HomeModel } from "../model/home";
import { usePane, usePaneState, type AssessmentState } from "../state";
import { useRows, useType } from "../styles";
import { useWords, type Key } from "../words";
import { LevelChip } from "./level-chip";
import { SeverityIcon, type Mark } from "./severity-icon";
import { TextLink } from "./text-link";

export const SEVERITY_KEY: Readonly<Record<Severity, Key>> = {
  kesalahan: "severity.kesalahan",
  peringatan: "severity.peringatan",
  saran: "severity.saran",
};

const useStyles = makeStyles({
  stat: { display: "flex", alignItems: "center", columnGap: "8px", minHeight: "32px", padding: "4px 0" },
  chevron: { flexShrink: 0 },
  time: { marginTop: "4px" },
  levels: {
    display: "flex",
    alignItems: "center",
    flexWrap: "wrap",
    columnGap: "8px",
    rowGap: "4px",
    marginTop: "12px",
  },
  level: { display: "inline-flex", alignItems: "center", columnGap: "4px" },
});

/** A count that leads to what it counts. */
export function Stat(props: { mark: Mark; label: string; value: string; onClick: () => void }) {
  const styles = useStyles();
  const type = useType();
  const rows = useRows();
  return (
    <button type="button" className={mergeClasses(rows.bare, styles.stat)} onClick={props.onClick}>
      <SeverityIcon mark={props.mark} />
      <span className={rows.grow}>{props.label}</span>
      <span className={type.section}>{props.value}</span>
      <ChevronRightRegular aria-hidden fontSize={16} className={mergeClasses(type.quiet, styles.chevron)} />
    </button>
  );
}

/** How many findings there are of each severity. */
export function FindingCounts({ counts }: { counts: HomeModel["counts"] }) {
  const words = useWords();
  const pane = usePane();
  return SEVERITIES.map((severity) => (
    <Stat
      key={severity}
      mark={severity}
      label={words.t(SEVERITY_KEY[severity])}
      value={String(counts[severity])}
      onClick={() => {
        pane.setSeverities([severity]);
        pane.open("findings");
      }}
    />
  ));
}

/** How far the plan in `Rencana` has come; leads to it. */
export function PlanProgress({ assessment, plan }: { assessment: Assessment; plan: KeptPlan }) {
  const words = useWords();
  const pane = usePane();
  const { total, done, late } = followUpCounts(plan.steps, assessment, localDay(new Date()));
  return (
    <Stat
      mark={done === total ? "done" : late > 0 ? "peringatan" : "missing"}
      label={late > 0 ? words.t("home.planLate", { n: late }) : words.t("home.plan")}
      value={`${done}/${total}`}
      onClick={() => pane.open("plan")}
    />
  );
}

/** When `Temuan` was written last, and what changed since. */
export function ValidationLine({ state }: { state: AssessmentState }) {
  const styles = useStyles();
  const type = useType();
  const words = useWords();
  const pane = usePane();
  const { changedSinceValidation } = usePaneState();
  const { validatedAt } = state;
  const line =
    validatedAt === null
      ? words.t("home.notValidated")
      : changedSinceValidation > 0
        ? words.t("home.changedSince", { n: changedSinceValidation, time: words.time(validatedAt) })
        : words.t("home.validated", { date: words.date(validatedAt), time: words.time(validatedAt) });
  return (
    <div className={mergeClasses(type.caption, type.quiet, styles.time)}>
      {line} ·{" "}
      <TextLink inline onClick={() => void pane.validate()}>
        {words.t(validatedAt === null ? "action.validate" : "action.revalidate")}
      </TextLink>
    </div>
  );
}

/** The way to quick mode, while something is missing. */
export function QuickLink() {
  const styles = useStyles();
  const type = useType();
  const words = useWords();
  const pane = usePane();
  return (
    <div className={mergeClasses(type.caption, styles.time)}>
      <TextLink inline onClick={() => pane.open("quick")}>
        {words.t("home.quick")}
      </TextLink>
    </div>
  );
}

/** How many indicators stand at each level. */
export function LevelCounts({ levels }: { levels: HomeModel["levels"] }) {
  const styles = useStyles();
  const type = useType();
  const rows = useRows();
  const words = useWords();
  return (
    <div className={styles.levels} role="group" aria-label={words.t("home.levels")}>
      <span className={rows.grow} style={{ flexBasis: "auto" }}>
        {words.t("home.levels")}
      </span>
      {levels.map(({ level, count }) => (
        <span key={level} className={styles.level}>
          <LevelChip size="small" text={String(level)} step={rampOfLevel(level)} />
          <span className={type.strong}>{count}</span>
        </span>
      ))}
    </div>
  );
}
