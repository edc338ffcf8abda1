import { mergeClasses } from "@fluentui/react-components";
import { useState } from "react";
import type { Assessment } from "../../assessment/assessment";
import { followUpCounts, workListsOf } from "../../assessment/progress";
import { localDay } from "../../locale/clock";
import type { KeptPlan } from "../../workbook/kept";
import { usePane } from "../state";
import { useRows, useType } from "../styles";
import { useWords } from "../words";
import { Disclosure } from "./disclosure";
import { SeverityIcon } from "./severity-icon";
import { TextLink } from "./text-link";
import { OfficeWork } from "./work-lists";

/** How far the plan in the sheet `Rencana` has come: a step is done when its criteria are met, not when someone ticks it. */
export function FollowUps({ assessment, plan }: { assessment: Assessment; plan: KeptPlan }) {
  const type = useType();
  const rows = useRows();
  const words = useWords();
  const pane = usePane();
  const [open, setOpen] = useState(false);
  const today = localDay(new Date());
  const { total, done, late } = followUpCounts(plan.steps, assessment, today);
  const noted = new Map(plan.steps.flatMap(({ indicator, status }) => (status ? [[indicator, status] as const] : [])));
  return (
    <section>
      <Disclosure
        open={open}
        onToggle={() => setOpen(!open)}
        head={
          <>
            <span className={mergeClasses(type.section, rows.grow)}>{words.t("followUp.title")}</span>
            <span className={type.section}>
              {done}/{total}
            </span>
          </>
        }
        note={
          late > 0 && (
            <div className={rows.row}>
              <SeverityIcon mark="peringatan" />
              <span className={type.strong}>{words.t("followUp.late", { n: late })}</span>
            </div>
          )
        }
      >
        {open &&
          workListsOf(plan.steps, assessment, today).map((list) => (
            <OfficeWork key={list.opd} assessment={assessment} list={list} noted={noted} />
          ))}
      </Disclosure>
      <div className={mergeClasses(type.caption, type.quiet)}>{words.t("followUp.rule")}</div>
      <div className={rows.links}>
        <TextLink onClick={() => void pane.goTo({ sheet: plan.sheet, cell: "A6" })}>
          {words.t("followUp.toSheet")}
        </TextLink>
      </div>
      <hr className={rows.rule} />
    </section>
  );
}
