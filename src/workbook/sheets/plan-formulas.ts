import { columnName } from "../address";
import type { KeptStep } from "../kept";
import { COLUMNS } from "../layout";
import type { Cell } from "../sheet";
import type { TemplateLayout } from "../template-layout";
import { PLAN_TEXT } from "../texts";
import { quoteText } from "./level-formulas";

const EPOCH = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

/** A due date: the day itself where a person wrote it, a formula where it was computed. */
export function dueCell({ due, dueIsTyped }: Pick<KeptStep, "due" | "dueIsTyped">): Cell {
  if (due === null || dueIsTyped) return due === null ? null : { date: due };
  const [year = 0, month = 1, day = 1] = due.split("-").map(Number);
  return { formula: `DATE(${year},${month},${day})`, value: (Date.UTC(year, month - 1, day) - EPOCH) / DAY };
}

/**
 * How far the step of a row has come, as `progressOf` says it: done when `Kriteria` meets its level, late when its due date
 * has passed, started when more is met than it began with or anything above what is met is Ya or Sebagian.
 */
export function statusFormula(layout: TemplateLayout, row: number): string {
  const cell = (column: (typeof COLUMNS.plan)[number]): string => `${columnName(COLUMNS.plan.indexOf(column))}${row}`;
  const [number, from, to, due] = [cell("No"), cell("Dari"), cell("Ke"), cell("Tenggat")];
  const [no, level, answer] = (["No", "Tingkat", "Terpenuhi"] as const).map(layout.criterion);
  // 0 while nothing is answered.
  const met = `N(INDEX(${layout.entries("Terpenuhi")},MATCH(${number},${layout.entries("No")},0)))`;
  const answered = ["Ya", "Sebagian"].map(
    (word) => `COUNTIFS(${no},${number},${level},">"&${met},${level},"<="&${to},${answer},${quoteText(word)})`,
  );
  const { done, late, started, open } = PLAN_TEXT.status;
  return (
    `IF(${met}>=${to},${quoteText(done)},IF(AND(ISNUMBER(${due}),${due}<TODAY()),${quoteText(late)},` +
    `IF(OR(${met}>${from},${answered.join("+")}>0),${quoteText(started)},${quoteText(open)})))`
  );
}
