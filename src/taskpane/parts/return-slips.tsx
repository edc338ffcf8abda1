import { makeStyles, mergeClasses } from "@fluentui/react-components";
import { ArrowRightRegular } from "@fluentui/react-icons/svg/arrow-right";
import { useMemo, useState } from "react";
import type { Assessment } from "../../assessment/assessment";
import { indicatorsOf } from "../../assessment/score";
import { rampOfLevel } from "../model/home";
import { slipText } from "../model/letters";
import { returnSlips, type ReturnSlip } from "../model/stages";
import { useRows, useType } from "../styles";
import { useWords } from "../words";
import { CopyLink } from "./copy-link";
import { Disclosure } from "./disclosure";
import { LevelChip } from "./level-chip";
import { SeverityIcon } from "./severity-icon";

const useStyles = makeStyles({
  root: { marginTop: "16px" },
  levels: { display: "inline-flex", alignItems: "center", columnGap: "4px", flexShrink: 0 },
  number: { width: "24px", flexShrink: 0 },
  note: { paddingLeft: "32px", whiteSpace: "pre-wrap", overflowWrap: "anywhere" },
});

/** Per office: what the assessor lowered and which documents come back, with a slip to send. */
export function ReturnSlips({ assessment }: { assessment: Assessment }) {
  const styles = useStyles();
  const type = useType();
  const words = useWords();
  const slips = useMemo(() => returnSlips(assessment), [assessment]);
  return (
    <section className={styles.root}>
      <h2 className={type.section}>{words.t("slip.sectionTitle")}</h2>
      {slips.length === 0 ? (
        <p className={mergeClasses(type.plain, type.quiet)}>{words.t("slip.none")}</p>
      ) : (
        slips.map((slip) => (
          <Slip key={slip.opd} assessment={assessment} slip={slip} openAtFirst={slips.length === 1} />
        ))
      )}
    </section>
  );
}

function Slip(props: { assessment: Assessment; slip: ReturnSlip; openAtFirst: boolean }) {
  const styles = useStyles();
  const type = useType();
  const rows = useRows();
  const words = useWords();
  const [open, setOpen] = useState(props.openAtFirst);
  const { assessment, slip } = props;
  const name = slip.opd || words.t("evidenceView.nobody");
  const chip = (level: number) => <LevelChip size="small" text={words.level(level)} step={rampOfLevel(level)} />;
  return (
    <Disclosure
      open={open}
      onToggle={() => setOpen(!open)}
      head={
        <span className={rows.grow}>
          <span className={type.strong}>{name}</span>
          <span className={mergeClasses(type.caption, type.quiet)} style={{ display: "block" }}>
            {words.t("slip.judged", { lowered: slip.lowered.length, judged: slip.judged })}
          </span>
        </span>
      }
    >
      <div className={rows.links}>
        <CopyLink label={words.t("evidenceView.copy")} name={name} text={() => slipText(assessment, slip, words)} />
      </div>
      {slip.lowered.map(({ indicator, claimed, assessed, note }) => (
        <div key={indicator} className={rows.lined}>
          <div className={rows.top}>
            <span className={mergeClasses(type.strong, styles.number)}>{indicator}</span>
            <span className={rows.grow}>{indicatorsOf(assessment.instrument)[indicator - 1]?.shortName}</span>
            <span className={styles.levels}>
              {chip(claimed)}
              <ArrowRightRegular role="img" aria-label={words.t("plan.to")} fontSize={12} />
              {chip(assessed)}
            </span>
          </div>
          {note && <div className={mergeClasses(type.caption, styles.note)}>{words.t("slip.note", { note })}</div>}
        </div>
      ))}
      {slip.documents.map(({ document, indicators }) => (
        <div key={document.cells.id?.cell ?? document.id} className={mergeClasses(rows.lined, rows.top)}>
          <SeverityIcon mark="peringatan" />
          <div className={mergeClasses(rows.grow, type.anywhere)}>
            {words.t("slip.document", {
              id: document.id,
              name: document.name || document.file,
              list: indicators.join(", "),
            })}
            <div className={type.caption}>{words.t("slip.revise")}</div>
          </div>
        </div>
      ))}
    </Disclosure>
  );
}
