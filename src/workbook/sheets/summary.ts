import type { Assessment } from "../../assessment/assessment";
import { compare, parseRatio, ratio, roundHalfUp, subtract } from "../../assessment/ratio";
import { levelsOf, scoreOf } from "../../assessment/score";
import { localDate } from "../../locale/index";
import { absolute, columnName, quoteSheet } from "../address";
import { Canvas } from "../canvas";
import { SHEET } from "../layout";
import { printSetup, PROTECTED } from "../print";
import type { Cell, FormulaCell, SheetSpec, Style } from "../sheet";
import { leaderOf, placeOf } from "../leader";
import { programOf } from "../short-names";
import { textLines } from "../text-height";
import { INDEX_TEXT, SUMMARY_TEXT, TEXT } from "../texts";
import { COLOR, RULE, withStyle } from "../theme";
import { INDEX_CELLS, indexLayout } from "./index-layout";
import { quoteText } from "./level-formulas";
import { addChart } from "./summary-chart";
import { putExtremes, putParts } from "./summary-lists";
import { BIG, COLUMN_WIDTH, decimal, GRID, MUTED, NOTE, span, type Page, type SummaryOptions } from "./summary-page";
import { putDecisions } from "./summary-plan";
import { putScale } from "./summary-scale";
import { commaDecimal } from "./text-formulas";

export type { PlanFigures, SummaryOptions } from "./summary-page";

/** The sheet `Ringkasan`: the leader's page, exactly one sheet of A4. Figures follow `Indeks`; lists are as written. */
export function summarySheet(assessment: Assessment, options: SummaryOptions = {}): SheetSpec {
  const canvas = new Canvas(options.name ?? SHEET.summary);
  const indexSheet = quoteSheet(options.indexName ?? SHEET.index);
  const page: Page = {
    canvas,
    assessment,
    options,
    score: scoreOf(assessment.instrument, levelsOf(assessment)),
    at: indexLayout(assessment.instrument),
    indexCell: (address) => `${indexSheet}!${absolute(address)}`,
  };
  putHeading(page);
  putFigures(page);
  putScale(page);
  const afterParts = putParts(page, 12);
  const afterLists = putExtremes(page, afterParts + 1);
  addChart(page, 12, afterLists - 1);
  const afterPlan = putDecisions(page, afterLists + 1);
  const last = putSignatures(page, afterPlan + 1);
  return canvas.finish({
    columns: Array.from({ length: GRID }, () => ({ width: COLUMN_WIDTH })),
    protection: PROTECTED,
    print: printSetup(canvas.name, assessment.identity, {
      orientation: "portrait",
      area: `A1:${columnName(GRID - 1)}${last}`,
      fit: { width: 1, height: 1 },
      margins: { left: 0.6, right: 0.6, top: 0.6, bottom: 0.6 },
    }),
  });
}

function putHeading({ canvas, assessment: { identity, instrument } }: Page): void {
  canvas.put(span(1, 0, 39), identity.agency, { font: { size: 18, bold: true } }).height(1, 28);
  const about = [
    SUMMARY_TEXT.about(programOf(instrument), String(identity.year ?? "")),
    [
      identity.stage && SUMMARY_TEXT.stage(identity.stage),
      identity.assessmentDate && localDate(identity.assessmentDate, "id"),
    ]
      .filter(Boolean)
      .join(", "),
    instrument.regulation.split(" tentang ")[0] ?? "",
  ];
  canvas.put(
    span(2, 0, 39),
    about.filter(Boolean).join(TEXT.separator),
    withStyle(MUTED, { border: { bottom: RULE } }),
  );
  canvas.height(2, 20).height(3, 10);
}

function putFigures(page: Page): void {
  const { canvas, options, score, indexCell } = page;
  const { rank } = options;
  const isOtherYear = rank && rank.year !== page.assessment.identity.year;
  const index = indexCell(INDEX_CELLS.index);
  const columns = [
    { from: 0, to: 12, label: indexLabel(page), figure: indexFigure(page), note: targetNote(page) },
    {
      from: 13,
      to: 21,
      label: SUMMARY_TEXT.predicate,
      figure: { formula: predicateShort(indexCell), value: score.predicate?.name ?? SUMMARY_TEXT.nothing },
      note: filledNote(page),
    },
    { from: 22, to: 30, ...changeFigure(page, index, isIncomplete(indexCell)) },
    {
      from: 31,
      to: 39,
      label: SUMMARY_TEXT.rank(isOtherYear ? rank.year : null),
      figure: rank ? SUMMARY_TEXT.rankOf(rank.rank, rank.of) : SUMMARY_TEXT.nothing,
      note: rank ? SUMMARY_TEXT.rankNote(rank.group, decimal(rank.median)) : SUMMARY_TEXT.noRank,
    },
  ] satisfies readonly { from: number; to: number; label: Cell; figure: Cell; note: string | FormulaCell }[];
  for (const { from, to, label, figure, note } of columns) {
    canvas.put(span(4, from, to), label, MUTED);
    canvas.put(span(5, from, to), figure, from === 0 ? withStyle(BIG, { font: { size: 54 } }) : BIG);
    canvas.put(span(6, from, to), note, { font: { size: 10 }, wrap: true, vertical: "top" });
  }
  const lines = columns.map(({ from, to, note }) => textLines(noteText(note), (to - from + 1) * COLUMN_WIDTH, 10));
  canvas
    .height(4, 16)
    .height(5, 60)
    .height(6, Math.max(...lines) * 13 + 3)
    .height(7, 8);
}

const noteText = (note: string | FormulaCell): string => (typeof note === "string" ? note : String(note.value));

const indexLabel = ({ assessment: { instrument }, score, indexCell }: Page): FormulaCell => ({
  formula: indexCell("A4"),
  value: score.missing.length === 0 ? instrument.indexName : INDEX_TEXT.lowerBound(instrument.indexName),
});

const indexFigure = ({ score, indexCell }: Page): FormulaCell => ({
  formula: commaDecimal(indexCell(INDEX_CELLS.index)),
  value: decimal(score.index),
});

const isIncomplete = (indexCell: Page["indexCell"]): string =>
  `LEFT(${indexCell(INDEX_CELLS.predicate)},${INDEX_TEXT.incomplete.length})=${quoteText(INDEX_TEXT.incomplete)}`;

/** "belum lengkap 45/47" does not fit here; the completeness stands below the dash. */
const predicateShort = (indexCell: Page["indexCell"]): string =>
  `IF(${isIncomplete(indexCell)},${quoteText(SUMMARY_TEXT.nothing)},${indexCell(INDEX_CELLS.predicate)})`;

function targetNote({ options, score, indexCell }: Page): FormulaCell {
  const target = indexCell(INDEX_CELLS.target);
  const gap = indexCell(INDEX_CELLS.gap);
  const wanted = options.targetIndex == null ? null : parseRatio(options.targetIndex);
  const short = wanted && compare(score.index, wanted) < 0 ? subtract(wanted, score.index) : null;
  const rest = short ? SUMMARY_TEXT.short + decimal(short) : SUMMARY_TEXT.reached;
  return {
    formula:
      `IF(ISNUMBER(${target}),${quoteText(SUMMARY_TEXT.target)}&${commaDecimal(target)}&` +
      `IF(${gap}>0,${quoteText(SUMMARY_TEXT.short)}&${commaDecimal(gap)},${quoteText(SUMMARY_TEXT.reached)}),` +
      `${quoteText(SUMMARY_TEXT.noTarget)})`,
    value: wanted ? SUMMARY_TEXT.target + decimal(wanted) + rest : SUMMARY_TEXT.noTarget,
  };
}

function filledNote({ at, score, indexCell }: Page): FormulaCell {
  const total = at.indicators.length;
  const filled = `SUBSTITUTE(${indexCell(INDEX_CELLS.filled)},"/",${quoteText(SUMMARY_TEXT.of)})`;
  return {
    formula: `${filled}&${quoteText(SUMMARY_TEXT.filled)}`,
    value: `${total - score.missing.length}${SUMMARY_TEXT.of}${total}${SUMMARY_TEXT.filled}`,
  };
}

/**
 * The change since the earlier result; none between different instruments, whose indices measure different things, and
 * none while the index is only a lower bound.
 */
function changeFigure(
  { assessment, options, score }: Page,
  index: string,
  incomplete: string,
): { label: Cell; figure: Cell; note: string | FormulaCell } {
  const previous = options.previous ?? null;
  const label = SUMMARY_TEXT.since(previous?.year ?? null);
  if (!previous) return { label, figure: SUMMARY_TEXT.nothing, note: SUMMARY_TEXT.noHistory };
  if (previous.instrument !== assessment.instrument.id)
    return { label, figure: SUMMARY_TEXT.nothing, note: SUMMARY_TEXT.otherInstrument(previous.instrumentTitle) };
  const rounded = parseRatio(roundHalfUp(score.index, 2)) ?? ratio(0);
  const earlier = parseRatio(roundHalfUp(previous.index, 2)) ?? ratio(0);
  const change = subtract(rounded, earlier);
  // Both as shown, so that the page adds up for whoever reads it.
  const difference = `ROUND(${index},2)-${roundHalfUp(previous.index, 2)}`;
  const from = SUMMARY_TEXT.from(decimal(previous.index), previous.predicate ?? "");
  const isKnown = score.missing.length === 0;
  const shown = (change.numerator < 0 ? "−" : "+") + decimal({ ...change, numerator: Math.abs(change.numerator) });
  return {
    label,
    figure: {
      formula:
        `IF(${incomplete},${quoteText(SUMMARY_TEXT.nothing)},` +
        `IF(ROUND(${difference},2)<0,"−","+")&${commaDecimal(`ABS(${difference})`)})`,
      value: isKnown ? shown : SUMMARY_TEXT.nothing,
    },
    note: {
      formula: `IF(${incomplete},${quoteText(SUMMARY_TEXT.lowerBound)},${quoteText(from)})`,
      value: isKnown ? from : SUMMARY_TEXT.lowerBound,
    },
  };
}

function putSignatures({ canvas, assessment: { identity, instrument } }: Page, top: number): number {
  const small: Style = { font: { size: 10 } };
  canvas.put(span(top, 24, 39), TEXT.placeAndDate(placeOf(identity.agency)), small).height(top, 16);
  canvas.put(span(top + 1, 0, 17), TEXT.coordinator(programOf(instrument)), small);
  canvas.put(span(top + 1, 24, 39), leaderOf(identity.agency), small).height(top + 1, 16);
  canvas.height(top + 2, 46);
  const line: Style = withStyle(NOTE, { border: { top: { color: COLOR.ink, style: "thin" } }, vertical: "top" });
  const { coordinator } = identity;
  const signer = coordinator ? TEXT.signer(coordinator) : TEXT.nameAndId;
  canvas.put(span(top + 3, 0, 17), signer, coordinator ? withStyle(line, SIGNER) : line);
  canvas.put(span(top + 3, 24, 39), SUMMARY_TEXT.nameOnly, line);
  canvas.height(top + 3, Math.max(16, textLines(signer, 18 * COLUMN_WIDTH, 10) * 13 + 3));
  return top + 3;
}

/** A name that is known is no note. */
const SIGNER: Style = { font: { size: 10, color: COLOR.ink }, wrap: true };
