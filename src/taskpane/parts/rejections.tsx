import { mergeClasses } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import type { Plan } from "../../assessment/plan";
import { rejectionsOf } from "../../assessment/plan-rejection";
import { rejectionText } from "../../assessment/plan-text";
import { indicatorsOf } from "../../assessment/score";
import { useRows, useType } from "../styles";
import { useWords } from "../words";
import { Disclosure } from "./disclosure";

/** What it costs to leave one step of the plan out: for the meeting in which an office says no. */
export function Rejections({ plan }: { plan: Plan }) {
  const type = useType();
  const rows = useRows();
  const words = useWords();
  const [open, setOpen] = useState(false);
  return (
    <section style={{ marginTop: 8 }}>
      <Disclosure
        open={open}
        onToggle={() => setOpen(!open)}
        head={<span className={mergeClasses(type.section, rows.grow)}>{words.t("planDrop.title")}</span>}
      >
        <List plan={plan} />
      </Disclosure>
    </section>
  );
}

/** Each step is planned around once, and only when the list is opened. */
function List({ plan }: { plan: Plan }) {
  const type = useType();
  const rows = useRows();
  const words = useWords();
  const rejections = useMemo(() => rejectionsOf(plan), [plan]);
  const indicators = indicatorsOf(plan.request.instrument);
  return rejections.map((rejection) => (
    <div key={rejection.step.indicator} className={rows.lined}>
      <div className={type.strong}>
        {rejection.step.indicator} {indicators[rejection.step.indicator - 1]?.shortName}
      </div>
      <div className={type.quiet}>{rejectionText(rejection, words.locale)}</div>
    </div>
  ));
}
