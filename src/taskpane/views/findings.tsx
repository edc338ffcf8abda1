import { Button, makeStyles, mergeClasses, Select, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { SEVERITIES, type Finding, type Severity } from "../../assessment/finding";
import { officesOf } from "../../assessment/offices";
import { findingText } from "../../locale/findings";
import {
  filteredFindings,
  findingsPerOpd,
  foldSame,
  groupFindings,
  type FindingGroup,
  type Grouping,
} from "../model/findings";
import { countBySeverity } from "../model/home";
import { repairsOf } from "../model/repair";
import { Disclosure } from "../parts/disclosure";
import { FindingItem, shortName } from "../parts/finding-item";
import { SEVERITY_KEY } from "../parts/home-lines";
import { Page } from "../parts/page";
import { SeverityIcon } from "../parts/severity-icon";
import { usePane, usePaneState, type AssessmentState } from "../state";
import { useRows, useType } from "../styles";
import { useWords, type Words } from "../words";

const useStyles = makeStyles({
  tiles: { display: "flex", columnGap: "8px" },
  tile: {
    flexGrow: 1,
    flexBasis: "0",
    minWidth: 0,
    display: "flex",
    flexDirection: "column",
    rowGap: "2px",
    padding: "8px",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: "4px",
  },
  on: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    "@media (forced-colors: active)": { border: "3px solid Highlight" },
  },
  tileTop: { display: "flex", alignItems: "center", columnGap: "6px" },
  selects: { display: "flex", columnGap: "8px", marginTop: "8px" },
  select: { minWidth: 0, flexGrow: 1, flexBasis: "0" },
  group: { marginTop: "8px" },
  perOpd: { width: "100%", borderCollapse: "collapse" },
});

/** What does not hold, by severity or by indicator, each with the way to its cell. */
export default function FindingsView({ state }: { state: AssessmentState }) {
  const styles = useStyles();
  const type = useType();
  const words = useWords();
  const pane = usePane();
  const { severities } = usePaneState();
  const [opd, setOpd] = useState("");
  const [grouping, setGrouping] = useState<Grouping>("severity");
  const { assessment, findings } = state;
  const opds = officesOf(assessment);
  const shown = filteredFindings(assessment, findings, { severities, opd, grouping });
  const counts = countBySeverity(filteredFindings(assessment, findings, { severities: SEVERITIES, opd, grouping }));
  const groups = groupFindings(shown, grouping);
  const repairs = repairsOf(assessment, shown);
  const revalidate = { label: words.t("action.revalidate"), onClick: () => void pane.validate() };
  return (
    <Page
      primary={
        repairs.count > 0
          ? { label: words.t("repair.all", { n: repairs.count }), onClick: () => void pane.editAll(repairs.edits) }
          : revalidate
      }
      secondary={repairs.count > 0 && <Button onClick={revalidate.onClick}>{revalidate.label}</Button>}
    >
      <div className={styles.tiles} role="group" aria-label={words.t("findings.filter")}>
        {SEVERITIES.map((severity) => (
          <Tile key={severity} severity={severity} count={counts[severity]} />
        ))}
      </div>
      <div className={styles.selects}>
        <Select
          size="small"
          className={styles.select}
          aria-label={words.t("findings.group")}
          value={grouping}
          onChange={(_, { value }) => setGrouping(value === "indicator" ? "indicator" : "severity")}
        >
          <option value="severity">{words.t("findings.bySeverity")}</option>
          <option value="indicator">{words.t("findings.byIndicator")}</option>
        </Select>
        <Select
          size="small"
          className={styles.select}
          aria-label={words.t("findings.opd")}
          value={opd}
          onChange={(_, { value }) => setOpd(value)}
        >
          <option value="">{words.t("findings.allOpd")}</option>
          {findingsPerOpd(assessment, findings, opds).map((row) => (
            <option key={row.opd} value={row.opd}>
              {row.opd} ({row.count})
            </option>
          ))}
        </Select>
      </div>
      {findings.length === 0 ? (
        <p className={type.quiet}>
          {state.validatedAt === null
            ? words.t("findings.noneNow")
            : words.t("findings.none", { time: words.time(state.validatedAt) })}
        </p>
      ) : groups.length === 0 ? (
        <p className={type.quiet}>{words.t("findings.filtered")}</p>
      ) : (
        groups.map((group) => (
          <Group
            key={`${grouping}${group.key}`}
            state={state}
            group={group}
            openAtFirst={group.severity !== "saran" || groups.length === 1}
          />
        ))
      )}
    </Page>
  );
}

function Tile({ severity, count }: { severity: Severity; count: number }) {
  const styles = useStyles();
  const type = useType();
  const rows = useRows();
  const words = useWords();
  const pane = usePane();
  const { severities } = usePaneState();
  const on = severities.includes(severity);
  const toggle = (): void => {
    const after = SEVERITIES.filter((one) => (one === severity ? !on : severities.includes(one)));
    pane.setSeverities(after.length === 0 ? SEVERITIES : after);
  };
  return (
    <button
      type="button"
      aria-pressed={on}
      className={mergeClasses(rows.bare, styles.tile, on && styles.on)}
      onClick={toggle}
    >
      <span className={styles.tileTop}>
        <SeverityIcon mark={severity} />
        <span className={type.title}>{count}</span>
      </span>
      <span className={type.caption}>{words.t(SEVERITY_KEY[severity])}</span>
    </button>
  );
}

function Group(props: { state: AssessmentState; group: FindingGroup; openAtFirst: boolean }) {
  const styles = useStyles();
  const type = useType();
  const rows = useRows();
  const words = useWords();
  const { group, state } = props;
  const [open, setOpen] = useState(props.openAtFirst);
  return (
    <section className={styles.group}>
      <Disclosure
        open={open}
        onToggle={() => setOpen(!open)}
        head={
          <>
            {group.severity && <SeverityIcon mark={group.severity} />}
            <span className={mergeClasses(type.section, rows.grow)}>{groupName(state, group, words)}</span>
            <span className={type.section}>{group.findings.length}</span>
          </>
        }
      >
        {foldSame(group.findings, (finding) => textOf(finding, words)).map((same, i) => (
          <FindingItem key={i} state={state} findings={same} />
        ))}
      </Disclosure>
    </section>
  );
}

/** What a person reads of a finding, whichever indicator it is about. */
function textOf(finding: Finding, words: Words): string {
  const { message, advice } = findingText(finding, words.locale);
  return `${finding.code} ${message} ${advice}`;
}

function groupName(state: AssessmentState, group: FindingGroup, words: Words): string {
  if (group.severity) return words.t(SEVERITY_KEY[group.severity]);
  if (group.indicator !== null) return `${group.indicator} ${shortName(state.assessment, group.indicator)}`;
  return group.key || words.t("findings.workbook");
}
