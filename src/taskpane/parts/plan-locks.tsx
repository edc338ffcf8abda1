import { Button } from "@fluentui/react-components";
import type { Assessment } from "../../assessment/assessment";
import { indicatorsOf } from "../../assessment/score";
import { useRows, useType } from "../styles";
import { useWords } from "../words";

/** Indicators that stay as they are, each with the way to set it free. */
export function PlanLocks(props: {
  assessment: Assessment;
  locks: readonly number[];
  onChange: (locks: readonly number[]) => void;
}) {
  const type = useType();
  const rows = useRows();
  const words = useWords();
  const indicators = indicatorsOf(props.assessment.instrument);
  if (props.locks.length === 0) return null;
  return (
    <section style={{ marginBottom: 8 }}>
      <h3 className={type.strong} style={{ margin: 0 }}>
        {words.t("plan.locked")}
      </h3>
      {props.locks.map((number) => (
        <div key={number} className={rows.row} style={{ minHeight: 32 }}>
          <span className={rows.grow}>
            {number} {indicators[number - 1]?.shortName}
          </span>
          <Button
            size="small"
            aria-label={words.t("plan.unlockOne", { n: number })}
            onClick={() => props.onChange(props.locks.filter((one) => one !== number))}
          >
            {words.t("plan.open")}
          </Button>
        </div>
      ))}
    </section>
  );
}
