import type { Assessment } from "../../assessment/assessment";
import { aspectValue } from "../../assessment/score";
import { roundHalfUp, ratio, toNumber } from "../../assessment/ratio";
import { localDecimal } from "../../locale/index";
import { columnName, quoteSheet } from "../address";
import { raisedLevels } from "../kept";
import { SHEET } from "../layout";
import { shortestAspect } from "../short-names";
import { SUMMARY_TEXT } from "../texts";
import { COLOR } from "../theme";
import { quoteText } from "./level-formulas";
import { SECTION, span, type Page, type PlanFigures } from "./summary-page";
import { commaDecimal } from "./text-formulas";

const LEFT = 21;

/** What the aspects are drawn against: targets that people set, else the plan; a legend names nothing that is not there. */
function goalOf({ entries }: Assessment, plan: PlanFigures | null): "target" | "plan" | "none" {
  if (entries.some(({ target }) => target.kind === "level")) return "target";
  return plan && plan.steps.length > 0 ? "plan" : "none";
}

/**
 * The radar of aspects against the target, each corner with its name and value. The labels stand in the cells that the
 * chart covers, since the names of the index sheet are too long for so small a figure.
 */
export function addChart({ canvas, assessment, options, at, score, indexCell }: Page, top: number, last: number): void {
  const sheet = options.indexName ?? SHEET.index;
  const rows = { from: at.aspectHeader + 1, to: at.aspectHeader + at.aspects.length };
  const values = (column: string): string => `${quoteSheet(sheet)}!${column}${rows.from}:${column}${rows.to}`;
  const goal = goalOf(assessment, options.plan ?? null);
  canvas.put(span(top, LEFT, 39), SUMMARY_TEXT.chart[goal], SECTION);
  const letter = columnName(LEFT);
  at.aspects.forEach(({ aspect, row }, index) => {
    const name = shortestAspect(aspect.name);
    canvas.put(`${letter}${top + 1 + index}`, {
      formula: `${quoteText(name)}&CHAR(10)&${commaDecimal(indexCell(`D${row}`))}`,
      value: `${name}\n${localDecimal(roundHalfUp(score.aspects[index]?.value ?? ratio(0)), "id")}`,
    });
  });
  const planned = columnName(LEFT + 10);
  if (goal === "plan") {
    const levels = raisedLevels(assessment, options.plan?.steps ?? []);
    at.aspects.forEach(({ aspect }, index) =>
      canvas.put(`${planned}${top + 1 + index}`, toNumber(aspectValue(aspect, levels))),
    );
    canvas.style(`${planned}${top + 1}:${planned}${top + at.aspects.length}`, {
      font: { size: 8, color: COLOR.paper },
    });
  }
  const labels = `${letter}${top + 1}:${letter}${top + at.aspects.length}`;
  canvas.style(labels, { font: { size: 8, color: COLOR.paper } });
  canvas.chart({
    name: "SPBE_Ringkasan",
    kind: "radar",
    title: "",
    categories: `${quoteSheet(canvas.name)}!${labels}`,
    series: [
      { name: SUMMARY_TEXT.value, values: values("D"), color: COLOR.series },
      ...(goal === "target"
        ? [{ name: SUMMARY_TEXT.targetSeries, values: values("E"), color: COLOR.seriesTarget }]
        : []),
      ...(goal === "plan"
        ? [
            {
              name: SUMMARY_TEXT.planSeries,
              values: `${quoteSheet(canvas.name)}!${planned}${top + 1}:${planned}${top + at.aspects.length}`,
              color: COLOR.seriesTarget,
            },
          ]
        : []),
    ],
    from: `${letter}${top + 2}`,
    to: `${columnName(39)}${last}`,
    axis: { min: 0, max: assessment.instrument.scale.max, step: 1 },
    legend: goal !== "none",
  });
}
