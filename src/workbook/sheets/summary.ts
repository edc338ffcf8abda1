import type { Assessment } from "../../assessment/assessment";
import type { HistoryRow } from "../../assessment/compare-history";
import type { Plan, PlanStep } from "../../assessment/plan-types";
import { compare, parseRatio, ratio, roundHalfUp, subtract, toNumber, type Ratio } from "../../assessment/ratio";
import { bandOf, contributionOf, indicatorsOf, levelsOf, scoreOf, type Score } from "../../assessment/score";
import type { Indicator } from "../../instrument/types";
import { localDate, localDecimal } from "../../locale/index";
import { columnName, quoteSheet } from "../address";
import { Canvas } from "../canvas";
import { SHEET } from "../layout";
import { printSetup, PROTECTED } from "../print";
import type { Cell, FormulaCell, SheetSpec, Style } from "../sheet";
import { shortAspect, shortIndicator } from "../short-names";
import { INDEX_TEXT, SUMMARY_TEXT, TEXT } from "../texts";
import { COLOR, HAIR, RAMP, RULE, withStyle } from "../theme";
import { INDEX_CELLS, indexLayout, type IndexLayout } from "./index-layout";
import { quoteText } from "./level-formulas";
import { commaDecimal } from "./text-formulas";

export interface SummaryOptions {
  readonly name?: string;
  /** The name of `Indeks`, from which the figures follow. */
  readonly indexName?: string;
  readonly targetIndex?: string | null;
  /** The newest earlier result, or null. */
  readonly previous?: (HistoryRow & { readonly instrumentTitle: string }) | null;
  /** Where the agency stands among published results, or null. */
  readonly rank?: { readonly rank: number; readonly of: number; readonly group: string; readonly median: Ratio } | null;
  readonly plan?: Plan | null;
}

/** The page is a grid of so many equal columns: together they are the scale of the index. */
const GRID = 40;
const DECISIONS = 5;
const EXTREMES = 3;

/** A page while it is laid out, from top to bottom. */
interface Page {
  readonly canvas: Canvas;
  readonly assessment: Assessment;
  readonly options: SummaryOptions;
  readonly score: Score;
  readonly at: IndexLayout;
  /** A cell of `Indeks` as formulas write it. */
  readonly indexCell: (address: string) => string;
}

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
    indexCell: (address) => `${indexSheet}!${address.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2")}`,
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
    columns: Array.from({ length: GRID }, () => ({ width: 1.95 })),
    protection: PROTECTED,
    print: printSetup(canvas.name, assessment.identity, {
      orientation: "portrait",
      area: `A1:${columnName(GRID - 1)}${last}`,
      fit: { width: 1, height: 1 },
      margins: { left: 0.6, right: 0.6, top: 0.6, bottom: 0.6 },
    }),
  });
}

const MUTED: Style = { font: { size: 10, color: COLOR.muted } };
const NOTE: Style = { font: { size: 9, color: COLOR.muted } };
const BIG: Style = { font: { size: 20, bold: true }, horizontal: "left" };
const SECTION: Style = { font: { size: 11, bold: true }, horizontal: "left", border: { bottom: RULE } };
const COLUMN_HEAD: Style = { font: { size: 9, color: COLOR.muted }, border: { bottom: RULE } };
const ROW: Style = { font: { size: 10 }, horizontal: "left", border: { bottom: HAIR } };
const RIGHT: Style = { horizontal: "right" };
const STRONG: Style = { font: { size: 11, bold: true } };

/** The cells of a row from one grid column to another, both included (0-based). */
const span = (row: number, from: number, to: number): string => `${columnName(from)}${row}:${columnName(to)}${row}`;
const decimal = (value: Ratio, places = 2): string => localDecimal(roundHalfUp(value, places), "id");

function putHeading({ canvas, assessment: { identity, instrument } }: Page): void {
  canvas.put(span(1, 0, 39), identity.agency, { font: { size: 18, bold: true } }).height(1, 28);
  const about = [
    SUMMARY_TEXT.about(instrument.title.replace(/ \d{4}$/, ""), String(identity.year ?? "")),
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
    { from: 22, to: 30, ...changeFigure(page, index) },
    {
      from: 31,
      to: 39,
      label: SUMMARY_TEXT.rank,
      figure: options.rank ? SUMMARY_TEXT.rankOf(options.rank.rank, options.rank.of) : SUMMARY_TEXT.nothing,
      note: options.rank
        ? SUMMARY_TEXT.rankNote(options.rank.group, decimal(options.rank.median))
        : SUMMARY_TEXT.noRank,
    },
  ] satisfies readonly { from: number; to: number; label: Cell; figure: Cell; note: Cell }[];
  for (const { from, to, label, figure, note } of columns) {
    canvas.put(span(4, from, to), label, MUTED);
    canvas.put(span(5, from, to), figure, from === 0 ? withStyle(BIG, { font: { size: 54 } }) : BIG);
    canvas.put(span(6, from, to), note, { font: { size: 10 } });
  }
  canvas.height(4, 16).height(5, 60).height(6, 16).height(7, 8);
}

const indexLabel = ({ assessment: { instrument }, score, indexCell }: Page): FormulaCell => ({
  formula: indexCell("A4"),
  value: score.missing.length === 0 ? instrument.indexName : INDEX_TEXT.lowerBound(instrument.indexName),
});

const indexFigure = ({ score, indexCell }: Page): FormulaCell => ({
  formula: commaDecimal(indexCell(INDEX_CELLS.index)),
  value: decimal(score.index),
});

/** "belum lengkap 45/47" does not fit here; the completeness stands below the dash. */
const predicateShort = (indexCell: Page["indexCell"]): string =>
  `IF(LEFT(${indexCell(INDEX_CELLS.predicate)},${INDEX_TEXT.incomplete.length})=${quoteText(INDEX_TEXT.incomplete)},` +
  `${quoteText(SUMMARY_TEXT.nothing)},${indexCell(INDEX_CELLS.predicate)})`;

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

/** The change since the earlier result; none between different instruments, whose indices measure different things. */
function changeFigure({ assessment, options, score }: Page, index: string): { label: Cell; figure: Cell; note: Cell } {
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
  return {
    label,
    figure: {
      formula: `IF(ROUND(${difference},2)<0,"−","+")&${commaDecimal(`ABS(${difference})`)}`,
      value: (change.numerator < 0 ? "−" : "+") + decimal({ ...change, numerator: Math.abs(change.numerator) }),
    },
    note: SUMMARY_TEXT.from(decimal(previous.index), previous.predicate ?? ""),
  };
}

/** The scale of the index in cells: the bands in proportion, ▼ where the index stands and ▽ where the target is. */
function putScale({ canvas, assessment: { instrument }, options, score, indexCell }: Page): void {
  const { bands } = instrument;
  const low = Math.min(...bands.map(({ from }) => from)) / 100;
  const high = Math.max(...bands.map(({ to }) => to)) / 100;
  const columnOf = (value: number): number =>
    Math.max(0, Math.min(GRID - 1, Math.floor(Number((((value - low) / (high - low)) * GRID).toFixed(6)))));
  const columnFormula = (cell: string): string =>
    `MAX(0,MIN(${GRID - 1},INT(ROUND((${cell}-${low})/${high - low}*${GRID},6))))`;
  const index = indexCell(INDEX_CELLS.index);
  const target = indexCell(INDEX_CELLS.target);
  const wanted = options.targetIndex == null ? null : Number(options.targetIndex);
  const here = columnOf(toNumber(score.index));
  for (let column = 0; column < GRID; column++) {
    const atTarget = `IF(ISNUMBER(${target}),IF(${columnFormula(target)}=${column},"▽",""),"")`;
    canvas.put(`${columnName(column)}8`, {
      formula: `IF(${columnFormula(index)}=${column},"▼",${atTarget})`,
      value: column === here ? "▼" : wanted !== null && column === columnOf(wanted) ? "▽" : "",
    });
  }
  canvas.style(span(8, 0, 39), { font: { size: 9 }, horizontal: "center", vertical: "bottom" });
  bands.forEach(({ name, from, to }, position) => {
    const tint = RAMP[position] ?? RAMP[0];
    const [left, right] = [columnOf(from / 100), to / 100 >= high ? GRID - 1 : columnOf(to / 100) - 1];
    const edge = { color: RAMP[0].edge, style: "thin" } as const;
    const narrow = right - left < 6;
    canvas.put(span(9, left, right), name, {
      font: { size: narrow ? 8 : 10, bold: true, color: tint.text },
      fill: tint.fill,
      horizontal: "center",
      border: { top: edge, bottom: edge },
    });
    canvas.put(span(10, left, left + 2), localDecimal(String(from / 100).replace(/\.(\d)$/, ".$10"), "id"), {
      ...NOTE,
      horizontal: "left",
    });
  });
  canvas.put(`${columnName(GRID - 1)}10`, String(high), withStyle(NOTE, RIGHT));
  canvas.height(8, 14).height(9, 20).height(10, 15).height(11, 10);
}

/** Domains with weight, then and now; instruments with one domain show their aspects instead. Answers the next free row. */
function putParts(page: Page, top: number): number {
  const { canvas, assessment, options, score, at, indexCell } = page;
  const previous = options.previous?.instrument === assessment.instrument.id ? options.previous : null;
  const byDomain = at.domains.length > 0;
  const parts = byDomain
    ? at.domains.map(({ domain, row }, place) => ({
        name: domain.name,
        weight: domain.weight,
        row,
        value: score.domains[place]?.value ?? ratio(0),
        before: previous?.domains[place] ?? null,
      }))
    : at.aspects.map(({ aspect, row }, place) => ({
        name: shortAspect(aspect.name),
        weight: aspect.weight,
        row,
        value: score.aspects[place]?.value ?? ratio(0),
        before: null,
      }));
  const years = { now: String(assessment.identity.year ?? ""), then: previous ? String(previous.year) : "" };
  canvas.put(span(top, 0, 10), byDomain ? SUMMARY_TEXT.domain : SUMMARY_TEXT.aspect, SECTION);
  canvas.put(span(top, 11, 13), SUMMARY_TEXT.weight, withStyle(COLUMN_HEAD, RIGHT));
  canvas.put(span(top, 14, 16), years.then, withStyle(COLUMN_HEAD, RIGHT));
  canvas.put(span(top, 17, 19), years.now || SUMMARY_TEXT.value, withStyle(COLUMN_HEAD, RIGHT)).height(top, 22);
  parts.forEach(({ name, weight, row, value, before }, place) => {
    const here = top + 1 + place;
    canvas.put(span(here, 0, 10), name, byDomain ? ROW : withStyle(ROW, { font: { size: 9 } }));
    canvas.put(
      span(here, 11, 13),
      weight / 100,
      withStyle(ROW, RIGHT, { font: { color: COLOR.muted }, numberFormat: '0.0"%"' }),
    );
    canvas.put(
      span(here, 14, 16),
      before && toNumber(before),
      withStyle(ROW, RIGHT, { font: { color: COLOR.muted }, numberFormat: "0.00" }),
    );
    canvas.put(
      span(here, 17, 19),
      { formula: indexCell(`D${row}`), value: toNumber(value) },
      withStyle(ROW, RIGHT, STRONG, { numberFormat: "0.00" }),
    );
    canvas.height(here, 20);
  });
  canvas.height(top + parts.length + 1, 8);
  return top + parts.length + 1;
}

/** The indicators that bring the most, and those whose missing levels would; ties by number. */
function extremesOf({ assessment, at }: Page): { strongest: readonly Indicator[]; holding: readonly Indicator[] } {
  const levels = levelsOf(assessment);
  const { max } = assessment.instrument.scale;
  const points = (indicator: Indicator): Ratio => contributionOf(indicator, levels[indicator.number - 1] ?? null);
  const room = (indicator: Indicator): Ratio => subtract(contributionOf(indicator, max), points(indicator));
  const most = (value: (indicator: Indicator) => Ratio): readonly Indicator[] =>
    [...at.indicators].sort((a, b) => compare(value(b), value(a)) || a.number - b.number).slice(0, EXTREMES);
  return { strongest: most(points), holding: most(room) };
}

function putExtremes(page: Page, top: number): number {
  const { canvas, assessment, at, indexCell } = page;
  const { strongest, holding } = extremesOf(page);
  const levels = levelsOf(assessment);
  let row = top;
  for (const [title, list] of [
    [SUMMARY_TEXT.strongest, strongest],
    [SUMMARY_TEXT.holding, holding],
  ] as const) {
    canvas.put(span(row, 0, 16), title, SECTION);
    canvas.put(span(row, 17, 19), SUMMARY_TEXT.level, withStyle(COLUMN_HEAD, RIGHT)).height(row, 22);
    for (const indicator of list) {
      row++;
      canvas.put(span(row, 0, 1), indicator.number, withStyle(ROW, { font: { bold: true } }));
      canvas.put(span(row, 2, 16), shortIndicator(indicator.shortName), ROW);
      const cell = indexCell(`D${at.first + indicator.number - 1}`);
      canvas.put(
        span(row, 17, 19),
        { formula: cell, value: levels[indicator.number - 1] ?? "" },
        withStyle(ROW, RIGHT, STRONG),
      );
      canvas.height(row, 20);
    }
    canvas.height(row + 1, 8);
    row += 2;
  }
  return row - 1;
}

function addChart({ canvas, assessment: { instrument }, options, at }: Page, top: number, last: number): void {
  const sheet = options.indexName ?? SHEET.index;
  const rows = { from: at.aspectHeader + 1, to: at.aspectHeader + at.aspects.length };
  const range = (column: string): string => `${quoteSheet(sheet)}!${column}${rows.from}:${column}${rows.to}`;
  canvas.put(span(top, 21, 39), SUMMARY_TEXT.chart, SECTION);
  canvas.chart({
    name: "SPBE_Ringkasan",
    kind: "radar",
    title: "",
    categories: range("B"),
    series: [
      { name: SUMMARY_TEXT.value, values: range("D"), color: COLOR.series },
      { name: SUMMARY_TEXT.targetSeries, values: range("E"), color: COLOR.seriesTarget },
    ],
    from: `${columnName(21)}${top + 1}`,
    to: `${columnName(39)}${last}`,
    axis: { min: 0, max: instrument.scale.max, step: 1 },
    legend: true,
  });
}

/** The steps that bring the most, with who and when. */
function putDecisions(page: Page, top: number): number {
  const { canvas, assessment, options } = page;
  const plan = options.plan ?? null;
  const steps: readonly PlanStep[] = plan
    ? [...plan.steps].sort((a, b) => compare(b.gain, a.gain) || a.indicator - b.indicator).slice(0, DECISIONS)
    : [];
  const heads = [
    [0, 18, steps.length === 0 ? SUMMARY_TEXT.decisions(DECISIONS) : SUMMARY_TEXT.decisions(steps.length), SECTION],
    [19, 26, SUMMARY_TEXT.opd, COLUMN_HEAD],
    [27, 31, SUMMARY_TEXT.due, COLUMN_HEAD],
    [32, 35, SUMMARY_TEXT.level, withStyle(COLUMN_HEAD, RIGHT)],
    [36, 39, SUMMARY_TEXT.points, withStyle(COLUMN_HEAD, RIGHT)],
  ] as const;
  for (const [from, to, text, style] of heads) canvas.put(span(top, from, to), text, style);
  canvas.height(top, 22);
  const indicators = indicatorsOf(assessment.instrument);
  steps.forEach((step, place) => {
    const row = top + 1 + place;
    canvas.put(span(row, 0, 1), step.indicator, withStyle(ROW, { font: { bold: true } }));
    canvas.put(span(row, 2, 18), shortIndicator(indicators[step.indicator - 1]?.shortName ?? ""), ROW);
    canvas.put(span(row, 19, 26), step.opd.join("; ") || null, withStyle(ROW, { wrap: true }));
    canvas.put(
      span(row, 27, 31),
      step.due && { date: step.due },
      withStyle(ROW, { numberFormat: "[$-421]d mmm yyyy" }),
    );
    canvas.put(span(row, 32, 35), levelStep(step), withStyle(ROW, RIGHT, STRONG));
    canvas.put(span(row, 36, 39), toNumber(step.gain), withStyle(ROW, RIGHT, { numberFormat: "+0.0000" }));
    canvas.height(row, step.opd.join("; ").length > 18 ? 28 : 20);
  });
  const below = top + Math.max(1, steps.length) + (plan ? 1 : 0);
  if (plan) {
    const result = `${decimal(plan.to)} ${bandOf(assessment.instrument, plan.to).name}`;
    const effort = localDecimal(String(plan.effort), "id");
    canvas.put(span(below, 0, 39), SUMMARY_TEXT.planNote(plan.steps.length, effort, result), NOTE);
  } else canvas.put(span(below, 0, 39), SUMMARY_TEXT.noPlan, withStyle(ROW, NOTE));
  canvas.height(below, 18).height(below + 1, 16);
  return below + 1;
}

const levelStep = ({ from, to }: PlanStep): string =>
  `${localDecimal(String(from), "id")} → ${localDecimal(String(to), "id")}`;

function putSignatures({ canvas, assessment: { identity } }: Page, top: number): number {
  const place = identity.agency.replace(/^Pemerintah (Kota|Kabupaten|Provinsi|Daerah) /, "");
  canvas.put(span(top, 0, 15), SUMMARY_TEXT.coordinator, { font: { size: 10 } });
  canvas.put(span(top, 24, 39), place === "" ? null : `${place},`, { font: { size: 10 } }).height(top, 16);
  canvas.put(span(top + 1, 0, 15), identity.coordinator || null, { font: { size: 10 } });
  canvas.put(span(top + 1, 24, 39), SUMMARY_TEXT.leader, { font: { size: 10 } }).height(top + 1, 16);
  canvas.height(top + 2, 46);
  const line: Style = withStyle(NOTE, { border: { top: { color: COLOR.ink, style: "thin" } } });
  canvas.put(span(top + 3, 0, 15), SUMMARY_TEXT.nameAndId, line);
  canvas.put(span(top + 3, 24, 39), SUMMARY_TEXT.nameOnly, line).height(top + 3, 16);
  return top + 3;
}
