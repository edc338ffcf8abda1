import { makeStyles, mergeClasses } from "@fluentui/react-components";
import { useState } from "react";
import type { Assessment } from "../../assessment/assessment";
import type { Plan } from "../../assessment/plan";
import { workListsOf, type WorkList } from "../../assessment/progress";
import { indicatorsOf } from "../../assessment/score";
import { useRows, useType } from "../styles";
import { useWords, type Key } from "../words";
import { Disclosure } from "./disclosure";
import { SeverityIcon } from "./severity-icon";

const STATUS_KEY: Readonly<Record<WorkList["items"][number]["status"], Key>> = {
  done: "work.done",
  started: "work.started",
  late: "work.late",
  open: "work.open",
};

const useStyles = makeStyles({
  root: { marginTop: "16px" },
  item: { paddingLeft: "16px" },
  list: { margin: "4px 0 0", paddingLeft: "20px" },
});

/** What must become true for a plan that was just made, office by office. */
export function PlannedWork({ assessment, plan }: { assessment: Assessment; plan: Plan }) {
  const styles = useStyles();
  const type = useType();
  const words = useWords();
  return (
    <section className={styles.root}>
      <h2 className={type.section}>{words.t("work.title")}</h2>
      {workListsOf(plan.steps, assessment, null).map((list) => (
        <OfficeWork key={list.opd} assessment={assessment} list={list} />
      ))}
    </section>
  );
}

/** One office's steps. `noted`, of a plan that is followed, holds what people typed over a step's status, by indicator. */
export function OfficeWork({
  assessment,
  list,
  noted,
}: {
  assessment: Assessment;
  list: WorkList;
  noted?: ReadonlyMap<number, string>;
}) {
  const styles = useStyles();
  const type = useType();
  const rows = useRows();
  const words = useWords();
  const [open, setOpen] = useState(false);
  const indicators = indicatorsOf(assessment.instrument);
  const late = list.items.filter(({ status }) => status === "late").length;
  return (
    <Disclosure
      open={open}
      onToggle={() => setOpen(!open)}
      head={
        <>
          <span className={mergeClasses(type.strong, rows.grow)}>{list.opd || words.t("work.nobody")}</span>
          {late > 0 && (
            <>
              <SeverityIcon mark="peringatan" />
              <span className={type.caption}>{words.t("work.lateCount", { n: late })}</span>
            </>
          )}
          <span className={type.strong}>
            {noted && `${list.items.filter(({ status }) => status === "done").length}/`}
            {list.items.length}
          </span>
        </>
      }
    >
      {list.items.map(({ step, status, criteria, evidence, leads }) => (
        <div key={step.indicator} className={mergeClasses(rows.lined, styles.item)}>
          <div>
            {words.t("plan.rise", {
              n: step.indicator,
              name: indicators[step.indicator - 1]?.shortName ?? "",
              from: words.level(step.from),
              to: words.level(step.to),
            })}
          </div>
          <div className={mergeClasses(type.caption, type.quiet)}>
            {words.t(STATUS_KEY[status])}
            {noted?.has(step.indicator) && ` (${words.t("work.noted", { status: noted.get(step.indicator) ?? "" })})`}
            {!leads && ` · ${words.t("work.helps")}`}
            {step.due && ` · ${words.t("work.due", { date: words.date(step.due) })}`}
          </div>
          <ul className={styles.list}>
            {criteria.map(({ id, text }) => (
              <li key={id}>
                {id} {text}
              </li>
            ))}
          </ul>
          {evidence.length > 0 && (
            <div className={mergeClasses(type.caption, type.quiet)} style={{ marginTop: 4 }}>
              <strong>{words.t("evidence.requested")}</strong>
              {evidence.map(({ item }) => (
                <div key={item}>{item}</div>
              ))}
            </div>
          )}
        </div>
      ))}
    </Disclosure>
  );
}
