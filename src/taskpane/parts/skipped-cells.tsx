import type { Written } from "../../excel/session";
import { usePane } from "../state";
import { useRows } from "../styles";
import { useWords } from "../words";
import { SeverityIcon } from "./severity-icon";
import { TextLink } from "./text-link";

const SHOWN = 5;

/**
 * Cells that were left because they changed meanwhile, each with what it holds and what was wanted; and what the sheet
 * has no cell for.
 */
export function SkippedCells({ skipped, merged = false }: { skipped: Written["skipped"]; merged?: boolean }) {
  const rows = useRows();
  const words = useWords();
  const pane = usePane();
  return (
    <div className={rows.top}>
      <SeverityIcon mark="peringatan" />
      <div className={rows.grow}>
        {words.t("skipped.count", { n: skipped.length })}{" "}
        {skipped.slice(0, SHOWN).map(({ at, found, wanted }, place) => (
          <span key={place} style={skipped.length > 1 ? { display: "block" } : undefined}>
            {at.cell === "" ? (
              at.sheet
            ) : (
              <TextLink inline onClick={() => void pane.goTo(at)}>
                {at.sheet} {at.cell}
              </TextLink>
            )}{" "}
            {words.t(at.cell === "" ? "skipped.noCell" : merged ? "skipped.merged" : "skipped.cell", {
              found: found || "–",
              wanted: wanted || "–",
            })}
          </span>
        ))}
      </div>
    </div>
  );
}
