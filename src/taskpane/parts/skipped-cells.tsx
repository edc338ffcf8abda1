import type { Written } from "../../excel/session";
import { usePane } from "../state";
import { useRows } from "../styles";
import { useWords } from "../words";
import { SeverityIcon } from "./severity-icon";
import { TextLink } from "./text-link";

const SHOWN = 5;

/** Cells that were left because somebody changed them meanwhile, each with what it holds and what was wanted. */
export function SkippedCells({ skipped, merged = false }: { skipped: Written["skipped"]; merged?: boolean }) {
  const rows = useRows();
  const words = useWords();
  const pane = usePane();
  return (
    <div className={rows.top}>
      <SeverityIcon mark="peringatan" />
      <div className={rows.grow}>
        {words.t("skipped.count", { n: skipped.length })}{" "}
        {skipped.slice(0, SHOWN).map(({ at, found, wanted }) => (
          <span key={`${at.sheet}!${at.cell}`} style={skipped.length > 1 ? { display: "block" } : undefined}>
            <TextLink inline onClick={() => void pane.goTo(at)}>
              {at.sheet} {at.cell}
            </TextLink>{" "}
            {words.t(merged ? "skipped.merged" : "skipped.cell", { found: found || "–", wanted: wanted || "–" })}
          </span>
        ))}
      </div>
    </div>
  );
}
