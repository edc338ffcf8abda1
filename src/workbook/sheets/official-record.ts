import type { Assessment, IdentityField } from "../../assessment/assessment";
import { ratio, roundHalfUp, type Ratio } from "../../assessment/ratio";
import { indicatorsOf, levelsOf, scoreOf } from "../../assessment/score";
import { localDate, localDecimal } from "../../locale/index";
import { absolute, quoteSheet } from "../address";
import { Canvas } from "../canvas";
import { SHEET } from "../layout";
import { printSetup } from "../print";
import type { Cell, FormulaCell, SheetSpec, Style } from "../sheet";
import { placeOf } from "../leader";
import { programOf, shortAspect } from "../short-names";
import { linesHeight, textLines } from "../text-height";
import { INDEX_TEXT, RECORD_TEXT, SUMMARY_TEXT, TEXT } from "../texts";
import { BODY, COLOR, HEADER, INPUT, RULE, withStyle } from "../theme";
import { identityCells } from "./identity";
import { INDEX_CELLS, indexLayout, predicateText } from "./index-layout";
import { quoteText } from "./level-formulas";
import { centered } from "./table";
import { commaDecimal, longDate, numberText } from "./text-formulas";

export interface RecordOptions {
  readonly name?: string;
  readonly indexName?: string;
  readonly identityName?: string;
}

const WIDTHS = [6, 32, 10, 15, 15];
const LAST = "E";
const PAGE_WIDTH = WIDTHS.reduce((sum, width) => sum + width, 0);

/** A cell of `Indeks` as formulas write it. */
type IndexCell = (address: string) => string;

/** The sheet `Berita Acara`: the record of the self-assessment that is printed and signed. One page of A4. */
export function officialRecordSheet(assessment: Assessment, options: RecordOptions = {}): SheetSpec {
  const { instrument, identity } = assessment;
  const canvas = new Canvas(options.name ?? SHEET.officialRecord);
  const title = programOf(instrument);
  const indexCell: IndexCell = (address) => `${quoteSheet(options.indexName ?? SHEET.index)}!${absolute(address)}`;

  canvas.put(`A1:${LAST}1`, identity.agency || null, withStyle(CENTER, { font: { size: 14, bold: true } }));
  canvas.put(`A2:${LAST}2`, RECORD_TEXT.title, withStyle(CENTER, { font: { size: 13, bold: true } }));
  canvas.put(`A3:${LAST}3`, RECORD_TEXT.about(title, String(identity.year ?? "")), CENTER);
  canvas.put("A4:C4", RECORD_TEXT.number, { horizontal: "right", indent: 1 }).put("D4:E4", null, INPUT);
  canvas.style(`A5:${LAST}5`, { border: { bottom: RULE } });
  canvas.height(1, 26).height(2, 22).height(3, 20).height(4, 22).height(5, 8).height(6, 12);
  const opening = openingCell(assessment, options, title, indexCell);
  putParagraph(canvas, 7, opening.cell, opening.longest);
  putFigures(canvas, assessment, indexCell, 9);
  const free = putParts(canvas, assessment, indexCell, 13);
  const basis = RECORD_TEXT.basis(instrument.citation);
  putParagraph(canvas, free, basis, basis);
  putParagraph(canvas, free + 1, RECORD_TEXT.closing, RECORD_TEXT.closing);
  canvas.height(free + 2, 20);
  const last = putSignatures(canvas, assessment, free + 3);
  return canvas.finish({
    columns: WIDTHS.map((width) => ({ width })),
    print: printSetup(canvas.name, identity, {
      orientation: "portrait",
      area: `A1:${LAST}${last}`,
      fit: { width: 1, height: 1 },
      margins: { left: 0.9, right: 0.9, top: 0.8, bottom: 0.8 },
    }),
  });
}

const CENTER: Style = { horizontal: "center" };
const PARAGRAPH: Style = { wrap: true, vertical: "top", horizontal: "left" };

function putParagraph(canvas: Canvas, row: number, cell: Cell, text: string): void {
  canvas.put(`A${row}:${LAST}${row}`, cell, PARAGRAPH).height(row, linesHeight(textLines(text, PAGE_WIDTH)) + 6);
}

/**
 * "Pada tanggal 21 November 2023, Pemerintah … telah menyelesaikan …", following `Identitas`; while a level is missing it
 * says that instead, so that nobody signs what is not true.
 */
function openingCell(
  assessment: Assessment,
  options: RecordOptions,
  title: string,
  indexCell: IndexCell,
): { readonly cell: FormulaCell; readonly longest: string } {
  const { instrument, identity } = assessment;
  const cells = identityCells(instrument);
  const sheet = quoteSheet(options.identityName ?? SHEET.identity);
  const at = (field: IdentityField): string => `${sheet}!${absolute(cells.get(field) ?? "C5")}`;
  const day = at("assessmentDate");
  const agency = at("agency");
  const total = indicatorsOf(instrument).length;
  const filled = total - scoreOf(instrument, levelsOf(assessment)).missing.length;
  const filledCell = indexCell(INDEX_CELLS.filled);
  const done = RECORD_TEXT.done(total, title);
  const [soFar, notDone] = RECORD_TEXT.notDone(title);
  const { opening, noDate, noAgency, comma } = RECORD_TEXT;
  const { of } = SUMMARY_TEXT;
  const when = identity.assessmentDate === null ? noDate : localDate(identity.assessmentDate, "id");
  const begin = opening + when + comma + (identity.agency || noAgency);
  const incomplete = soFar + filled + of + total + notDone;
  return {
    cell: {
      formula:
        `${quoteText(opening)}&IF(ISNUMBER(${day}),${longDate(day)},${quoteText(noDate)})&${quoteText(comma)}&` +
        `IF(${agency}="",${quoteText(noAgency)},${agency})&IF(${filledCell}=${quoteText(`${total}/${total}`)},` +
        `${quoteText(done)},${quoteText(soFar)}&SUBSTITUTE(${filledCell},"/",${quoteText(of)})&${quoteText(notDone)})`,
      value: begin + (filled === total ? done : incomplete),
    },
    longest: begin + incomplete,
  };
}

function putFigures(canvas: Canvas, assessment: Assessment, indexCell: IndexCell, top: number): void {
  const { instrument, entries } = assessment;
  const score = scoreOf(instrument, levelsOf(assessment));
  const filled = `${entries.length - score.missing.length}/${entries.length}`;
  const index = {
    formula: commaDecimal(indexCell(INDEX_CELLS.index)),
    value: decimal(score.index),
  };
  const lowerBound = INDEX_TEXT.lowerBound(instrument.indexName);
  const label = {
    formula: indexCell("A4"),
    value: score.missing.length === 0 ? instrument.indexName : lowerBound,
  };
  const figures: readonly (readonly [Cell, Cell])[] = [
    [label, index],
    [RECORD_TEXT.predicate, { formula: indexCell(INDEX_CELLS.predicate), value: predicateText(score) }],
    [RECORD_TEXT.filled, { formula: indexCell(INDEX_CELLS.filled), value: filled }],
  ];
  canvas.height(top - 1, 8);
  figures.forEach(([name, value], place) => {
    const row = top + place;
    canvas.put(`A${row}`, name).put(`D${row}`, value).height(row, 22);
    canvas.style(`A${row}:${LAST}${row}`, { ...BODY, wrap: false }).style(`D${row}`, { font: { bold: true } });
  });
}

const decimal = (value: Ratio): string => localDecimal(roundHalfUp(value), "id");

/** Domains, or aspects where there is only one domain. Answers the next free row. */
function putParts(canvas: Canvas, assessment: Assessment, indexCell: IndexCell, top: number): number {
  const at = indexLayout(assessment.instrument);
  const score = scoreOf(assessment.instrument, levelsOf(assessment));
  const byDomain = at.domains.length > 0;
  const parts = byDomain
    ? at.domains.map(({ domain, row }, place) => ({ part: domain, row, value: score.domains[place]?.value }))
    : at.aspects.map(({ aspect, row }, place) => ({ part: aspect, row, value: score.aspects[place]?.value }));
  const name = byDomain ? INDEX_TEXT.domain : INDEX_TEXT.aspect;
  canvas.height(top - 1, 10).height(top, 24);
  canvas.putRow(`A${top}`, ["No", name, null, RECORD_TEXT.weight, RECORD_TEXT.value]);
  canvas.style(`A${top}:${LAST}${top}`, centered(HEADER)).style(`B${top}`, { horizontal: "left" });
  parts.forEach(({ part, row, value }, index) => {
    const here = top + 1 + index;
    const shown = { formula: commaDecimal(indexCell(`D${row}`)), value: decimal(value ?? ratio(0)) };
    const weight = numberText(decimal(ratio(part.weight, 100)));
    canvas.putRow(`A${here}`, [part.number, shortAspect(part.name), null, weight, shown]).height(here, 20);
  });
  const [first, last] = [top + 1, top + parts.length];
  canvas.style(`A${first}:A${last}`, centered(BODY)).style(`B${first}:C${last}`, { ...BODY, wrap: false });
  canvas.style(`D${first}:D${last}`, withStyle(centered(BODY), { font: { color: COLOR.muted } }));
  canvas.style(`E${first}:E${last}`, withStyle(centered(BODY), { font: { bold: true } }));
  canvas.height(last + 1, 12);
  return last + 2;
}

/** Two signatures: who led the assessment, and the coordinator. */
function putSignatures(canvas: Canvas, { identity, instrument }: Assessment, top: number): number {
  const line: Style = {
    font: { size: 9, color: COLOR.muted },
    border: { top: { color: COLOR.ink, style: "thin" } },
    vertical: "top",
  };
  const last = top + 3;
  canvas.put(`D${top}`, TEXT.placeAndDate(placeOf(identity.agency))).height(top, 20);
  canvas
    .put(`A${top + 1}`, RECORD_TEXT.assessor)
    .put(`D${top + 1}`, TEXT.coordinator(programOf(instrument)))
    .height(top + 1, 18)
    .height(top + 2, 60);
  const { coordinator } = identity;
  const signer = coordinator ? TEXT.signer(coordinator) : TEXT.nameAndId;
  const known: Style = { font: { size: 10, color: COLOR.ink }, wrap: true };
  canvas.put(`A${last}:B${last}`, TEXT.nameAndId, line);
  canvas.put(`D${last}:${LAST}${last}`, signer, coordinator ? withStyle(line, known) : line);
  const width = (WIDTHS[3] ?? 0) + (WIDTHS[4] ?? 0);
  canvas.height(last, Math.max(16, textLines(signer, width, 10) * 13 + 3));
  return last;
}
