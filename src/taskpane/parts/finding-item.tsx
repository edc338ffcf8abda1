import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Assessment } from "../../assessment/assessment";
import type { Finding } from "../../assessment/finding";
import { indicatorsOf } from "../../assessment/score";
import { findingText } from "../../locale/findings";
import { SHEET } from "../../workbook/layout";
import { placeOf } from "../model/findings";
import { repairOf } from "../model/repair";
import { usePane, type AssessmentState } from "../state";
import { useRows, useType } from "../styles";
import { useWords } from "../words";
import { TextLink } from "./text-link";

const useStyles = makeStyles({
  head: { display: "flex", columnGap: "8px", color: tokens.colorNeutralForeground2 },
});

export const shortName = ({ instrument }: Assessment, number: number): string =>
  indicatorsOf(instrument)[number - 1]?.shortName ?? "";

/** One finding with the way to its cell, or the same of several indicators with the way to each. */
export function FindingItem({ state, findings }: { state: AssessmentState; findings: readonly Finding[] }) {
  const styles = useStyles();
  const type = useType();
  const rows = useRows();
  const words = useWords();
  const [finding] = findings;
  if (!finding) return null;
  const { message, advice } = findingText(finding, words.locale);
  const { at, code, indicator } = finding;
  const where =
    findings.length > 1
      ? words.t("findings.same", { n: findings.length })
      : indicator === null
        ? (at?.sheet ?? words.t("findings.workbook"))
        : `${indicator} · ${shortName(state.assessment, indicator)}`;
  return (
    <article className={rows.lined}>
      <div className={mergeClasses(type.caption, styles.head)}>
        <span className={rows.grow}>{where}</span>
        <span>{code}</span>
      </div>
      <div style={{ marginTop: 4 }}>{message}</div>
      <div className={type.quiet} style={{ marginTop: 2 }}>
        {advice}
      </div>
      {findings.length > 1 ? <Indicators findings={findings} /> : <Actions state={state} finding={finding} />}
    </article>
  );
}

function Indicators({ findings }: { findings: readonly Finding[] }) {
  const rows = useRows();
  const words = useWords();
  const pane = usePane();
  return (
    <div className={rows.links}>
      {findings.map(({ indicator }) =>
        indicator === null ? null : (
          <TextLink
            key={indicator}
            onClick={() => pane.show(indicator)}
            label={words.t("findings.show", { n: indicator })}
          >
            {indicator}
          </TextLink>
        ),
      )}
    </div>
  );
}

function Actions({ state, finding }: { state: AssessmentState; finding: Finding }) {
  const rows = useRows();
  const words = useWords();
  const pane = usePane();
  const { indicator } = finding;
  const at = placeOf(state.assessment, finding);
  const repair = repairOf(state.assessment, finding);
  return (
    <div className={rows.links}>
      {at && (
        <TextLink onClick={() => void pane.goTo(at)}>
          {words.t("action.goTo", {
            cell: at.sheet === SHEET.entries || indicator === null ? at.cell : `${at.sheet} ${at.cell}`,
          })}
        </TextLink>
      )}
      {indicator !== null && (
        <TextLink onClick={() => pane.show(indicator)}>{words.t("findings.show", { n: indicator })}</TextLink>
      )}
      {repair && (
        <TextLink onClick={() => void pane.editAll([repair.edit])}>{words.t(repair.label, repair.params)}</TextLink>
      )}
    </div>
  );
}
