import { Button, mergeClasses } from "@fluentui/react-components";
import type { Gain } from "../model/indicator";
import { usePane } from "../state";
import { useRows } from "../styles";
import { useWords } from "../words";

const GAIN_KEY = {
  city: { next: "gain.next", ready: "gain.ready" },
  office: { next: "gain.next.office", ready: "gain.ready.office" },
} as const;

/** What the next level still needs, and the exact index points that it brings; what is met already can be written here. */
export function GainStrip({ indicator, gain }: { indicator: number; gain: Gain }) {
  const rows = useRows();
  const words = useWords();
  const pane = usePane();
  return (
    <div className={mergeClasses(rows.quietPanel)}>
      {gain.kind === "top" && words.t("gain.top")}
      {gain.kind === "unproven" &&
        words.rich("gain.unproven", { list: gain.unmet.join(", "), level: words.level(gain.claimed) })}
      {gain.kind === "next" &&
        words.rich(GAIN_KEY[gain.index === null ? "office" : "city"][gain.unmet.length > 0 ? "next" : "ready"], {
          list: gain.unmet.join(", "),
          points: words.number(gain.points, 4),
          index: gain.index === null ? "" : words.number(gain.index),
          level: words.level(gain.level),
        })}
      {gain.kind === "next" && gain.unmet.length === 0 && (
        <div className={rows.links}>
          <Button size="small" onClick={() => void pane.editEntry({ indicator, level: gain.level })}>
            {words.t("ladder.claim", { n: gain.level })}
          </Button>
        </div>
      )}
    </div>
  );
}
