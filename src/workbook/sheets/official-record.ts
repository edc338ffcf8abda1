import type { Assessment, IdentityField } from "../../assessment/assessment";
import { roundHalfUp, toNumber } from "../../assessment/ratio";
import { levelsOf, scoreOf } from "../../assessment/score";
import { localDate, localDecimal } from "../../locale/index";
import { absolute, quoteSheet } from "../address";
import { Canvas } from "../canvas";
import { SHEET } from "../layout";
import { printSetup } from "../print";
import type { Cell, SheetSpec, Style } from "../sheet";
import { shortAspect } from "../short-names";
import { INDEX_TEXT, RECORD_TEXT } from "../texts";
import { BODY, COLOR, HEADER, INPUT, RULE, withStyle } from "../theme";
import { identityCells } from "./identity";
import { INDEX_CELLS, indexLayout } from "./index-layout";
import { quoteText } from "./level-formulas";
import { centered } from "./table";
import { commaDecimal, longDate } from "./text-formulas";

export interface RecordOptions {
  readonly name?: string;
  readonly indexName?: string;
  readonly identityName?: string;
}

const WIDTHS = [6, 44, 14, 14];
const LAST = "D";

/** The sheet `Berita Acara`: the record of the self-assessment that is printed and signed. One page of A4. */
export function officialRecordSheet(assessment: Assessment, options: RecordOptions = {}): SheetSpec {
  const { instrument, identity } = assessment;
  const canvas = new Canvas(options.name ?? SHEET.officialRecord);
  const indexCell = (address: string): string => `${quoteSheet(options.indexName ?? SHEET.index)}!${absolute(address)}`;
  const at = indexLayout(instrument);
  const score = scoreOf(instrument, levelsOf(assessment));
  const title = instrument.title.replace(/ \d{4}$/, "");
  const total = at.indicators.length;

  canvas
    .put(`A1:${LAST}1`, identity.agency || null, withStyle(CENTER, { font: { size: 14, bold: true } }))
    .height(1, 26);
  canvas.put(`A2:${LAST}2`, RECORD_TEXT.title, withStyle(CENTER, { font: { size: 13, bold: true } })).height(2, 22);
  canvas.put(`A3:${LAST}3`, RECORD_TEXT.about(title, String(identity.year ?? "")), CENTER).height(3, 20);
  canvas.put("A4:B4", RECORD_TEXT.number, { horizontal: "right" }).put(`C4:${LAST}4`, null, INPUT).height(4, 22);
  canvas
    .style(`A5:${LAST}5`, { border: { bottom: RULE } })
    .height(5, 8)
    .height(6, 14);
  canvas
    .put(`A7:${LAST}7`, openingCell(assessment, options, total, title), PARAGRAPH)
    .height(7, 52)
    .height(8, 8);

  const figures: readonly (readonly [string, Cell])[] = [
    [
      instrument.indexName,
      { formula: commaDecimal(indexCell(INDEX_CELLS.index)), value: localDecimal(roundHalfUp(score.index), "id") },
    ],
    [
      RECORD_TEXT.predicate,
      {
        formula: indexCell(INDEX_CELLS.predicate),
        value: score.predicate?.name ?? `${INDEX_TEXT.incomplete} ${total - score.missing.length}/${total}`,
      },
    ],
    [RECORD_TEXT.filled, { formula: indexCell(INDEX_CELLS.filled), value: `${total - score.missing.length}/${total}` }],
  ];
  figures.forEach(([label, value], index) => {
    const row = 9 + index;
    canvas
      .put(`A${row}:B${row}`, label, BODY)
      .put(`C${row}:${LAST}${row}`, value, withStyle(BODY, { font: { bold: true } }));
    canvas.height(row, 22);
  });
  const afterParts = putParts(canvas, assessment, indexCell, 13);
  canvas
    .put(`A${afterParts}:${LAST}${afterParts}`, RECORD_TEXT.basis(instrument.regulation), PARAGRAPH)
    .height(afterParts, 36);
  const closing = afterParts + 1;
  canvas
    .put(`A${closing}:${LAST}${closing}`, RECORD_TEXT.closing, PARAGRAPH)
    .height(closing, 52)
    .height(closing + 1, 20);
  const last = putSignatures(canvas, identity.coordinator, closing + 2);
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

/** "Pada tanggal 21 November 2023, Pemerintah … telah menyelesaikan …", following `Identitas`. */
function openingCell({ instrument, identity }: Assessment, options: RecordOptions, total: number, title: string): Cell {
  const cells = identityCells(instrument);
  const sheet = quoteSheet(options.identityName ?? SHEET.identity);
  const at = (field: IdentityField): string => `${sheet}!${absolute(cells.get(field) ?? "C5")}`;
  const day = at("assessmentDate");
  const agency = at("agency");
  const done = RECORD_TEXT.done(total, title);
  const { opening, noDate, noAgency, agency: comma } = RECORD_TEXT;
  return {
    formula:
      `${quoteText(opening)}&IF(ISNUMBER(${day}),${longDate(day)},${quoteText(noDate)})&${quoteText(comma)}&` +
      `IF(${agency}="",${quoteText(noAgency)},${agency})&${quoteText(done)}`,
    value:
      opening +
      (identity.assessmentDate === null ? noDate : localDate(identity.assessmentDate, "id")) +
      comma +
      (identity.agency || noAgency) +
      done,
  };
}

/** Domains, or aspects where there is only one domain. Answers the row below the table's air. */
function putParts(canvas: Canvas, assessment: Assessment, indexCell: (address: string) => string, top: number): number {
  const { instrument } = assessment;
  const at = indexLayout(instrument);
  const score = scoreOf(instrument, levelsOf(assessment));
  const parts =
    at.domains.length > 0
      ? at.domains.map(({ domain, row }, place) => ({ part: domain, row, value: score.domains[place]?.value }))
      : at.aspects.map(({ aspect, row }, place) => ({ part: aspect, row, value: score.aspects[place]?.value }));
  const heads = [
    "No",
    at.domains.length > 0 ? INDEX_TEXT.domain : INDEX_TEXT.aspect,
    RECORD_TEXT.weight,
    RECORD_TEXT.value,
  ];
  canvas
    .height(top - 1, 10)
    .putRow(`A${top}`, heads)
    .height(top, 24);
  canvas.style(`A${top}:${LAST}${top}`, centered(HEADER)).style(`B${top}`, { horizontal: "left" });
  parts.forEach(({ part, row, value }, index) => {
    const here = top + 1 + index;
    const shown = { formula: indexCell(`D${row}`), value: value ? toNumber(value) : null };
    canvas.putRow(`A${here}`, [part.number, shortAspect(part.name), part.weight / 100, shown]).height(here, 20);
  });
  const [first, last] = [top + 1, top + parts.length];
  canvas.style(`A${first}:A${last}`, centered(BODY)).style(`B${first}:B${last}`, BODY);
  canvas.style(`C${first}:C${last}`, withStyle(centered(BODY), { numberFormat: "0.00", font: { color: COLOR.muted } }));
  canvas.style(`D${first}:D${last}`, withStyle(centered(BODY), { numberFormat: "0.00", font: { bold: true } }));
  canvas.height(last + 1, 12);
  return last + 2;
}

function putSignatures(canvas: Canvas, coordinator: string, top: number): number {
  const line: Style = { font: { size: 9, color: COLOR.muted }, border: { top: { color: COLOR.ink, style: "thin" } } };
  const right = `C${top}:${LAST}${top}`;
  canvas.put(right, RECORD_TEXT.place, { font: { color: COLOR.muted } }).height(top, 20);
  canvas
    .put(`A${top + 1}:B${top + 1}`, RECORD_TEXT.assessor)
    .put(`C${top + 1}:${LAST}${top + 1}`, RECORD_TEXT.coordinator);
  canvas
    .put(`C${top + 2}:${LAST}${top + 2}`, coordinator || null)
    .height(top + 1, 18)
    .height(top + 2, 18)
    .height(top + 3, 54);
  canvas.put(`A${top + 4}`, RECORD_TEXT.nameAndId).style(`A${top + 4}:B${top + 4}`, line);
  canvas.put(`C${top + 4}:${LAST}${top + 4}`, RECORD_TEXT.nameAndId, line).height(top + 4, 16);
  return top + 4;
}
