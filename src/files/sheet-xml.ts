import { parseArea } from "../workbook/address";
import type { Area, GridSheet, GridValue } from "../workbook/grid";
import { CellStore, type Budget } from "./cell-store";
import { FastCell } from "./fast-cell";
import { COLUMNS, LIMITS, ROWS } from "./limits";
import { Refusal, corrupt } from "./refusal";
import { serialOf } from "./serial";
import { shiftFormula } from "./shared-formula";
import { cellText, decodeXml, detached } from "./xml-text";
import type { Tag, XmlSink } from "./xml";

/** What the cells of a sheet refer to. */
export interface SheetContext {
  readonly sharedStrings: readonly string[];
  readonly isDateStyle: readonly boolean[];
  readonly date1904: boolean;
  readonly budget: Budget;
}

export type SheetContent = Omit<GridSheet, "name" | "visible" | "tables"> & {
  /** Relationship ids of the sheet's tables. */
  readonly tableIds: readonly string[];
};

// Depths inside a worksheet part: cells are only where they belong, whatever an extension calls its elements.
const SECTION = 2;
const ROW = 3;
const CELL = 4;
const CELL_PART = 5;

/** Reads one worksheet part: values and formulas, merges, hidden rows and columns, protection. Styles are only asked whether they show dates. */
export class SheetReader implements XmlSink {
  wantsText = false;
  private readonly store: CellStore;
  private readonly formulas = new Map<string, string>();
  private readonly merges: Area[] = [];
  private readonly hiddenRows = new Set<number>();
  private readonly hiddenColumns = new Set<number>();
  private readonly tableIds: string[] = [];
  private readonly masters = new Map<string, { row: number; column: number; formula: string }>();
  private isProtected = false;

  private section = "";
  private row = -1;
  private rowHidden = false;
  /** In a row and between cells. */
  private inRow = false;
  private readonly fast = new FastCell();
  private column = -1;
  private type: string | null = null;
  private style = 0;
  private collected = "";
  private value: string | null = null;
  private inline: string | null = null;
  private phonetic = false;
  private formula: { type: string | null; index: string | null; text: string } | null = null;

  constructor(private readonly context: SheetContext) {
    this.store = new CellStore(context.budget);
  }

  finish(): SheetContent {
    return {
      ...this.store.finish(),
      protected: this.isProtected,
      formulas: this.formulas,
      merges: this.merges,
      hiddenRows: this.hiddenRows,
      hiddenColumns: this.hiddenColumns,
      tableIds: this.tableIds,
    };
  }

  open(name: string, tag: Tag, depth: number): void {
    if (depth === SECTION) this.openSection(name, tag);
    else if (this.section === "sheetData") this.openInData(name, tag, depth);
    else if (depth === ROW) this.openItem(name, tag);
  }

  close(name: string, depth: number): void {
    if (this.section !== "sheetData") return;
    if (depth === CELL_PART) this.closeCellPart(name);
    else if (depth === CELL && name === "c") {
      this.closeCell();
      this.inRow = true;
    } else if (depth === ROW && name === "row") this.closeRow();
    else if (depth > CELL_PART) this.closeInline(name);
    else if (depth === SECTION) this.section = "";
  }

  leap(source: string, at: number): number {
    if (!this.inRow) return at;
    const { fast } = this;
    for (let start = at; ;) {
      const end = fast.read(source, start);
      if (end < 0) return start;
      this.beginCell(fast.row - 1, fast.column, fast.type, fast.style);
      if (fast.to - fast.from > LIMITS.text || fast.formulaTo - fast.formulaFrom > LIMITS.text)
        throw new Refusal("TOO_LARGE", "text");
      if (fast.formulaTo > 0) this.keepPlainFormula(decodeXml(source.slice(fast.formulaFrom, fast.formulaTo)));
      if (fast.whole >= 0 && fast.type === null) this.keepValue(fast.whole);
      else if (fast.whole >= 0 && fast.type === "s") this.keepValue(this.sharedText(fast.whole));
      else if (fast.to > 0) {
        this.value = decodeXml(source.slice(fast.from, fast.to));
        this.closeCell();
      }
      start = end;
    }
  }

  text(text: string): void {
    this.collected += text;
    if (this.collected.length > LIMITS.text) throw new Refusal("TOO_LARGE", "text");
  }

  private openSection(name: string, tag: Tag): void {
    if (name === "sheetData" && this.row >= 0) throw corrupt("two blocks of cells");
    this.section = name;
    if (name === "sheetProtection") this.isProtected = tag.isTrue("sheet");
  }

  private openItem(name: string, tag: Tag): void {
    if (name === "mergeCell" && this.section === "mergeCells") {
      const area = parseArea(tag.get("ref") ?? "");
      if (!area) throw corrupt("merge");
      if (this.merges.push(area) > LIMITS.merges) throw new Refusal("TOO_LARGE", "merges");
    } else if (name === "col" && this.section === "cols" && (tag.isTrue("hidden") || tag.get("width") === "0")) {
      const last = Math.min(Number(tag.get("max")), COLUMNS);
      for (let column = Math.max(1, Number(tag.get("min"))); column <= last; column++)
        this.hiddenColumns.add(column - 1);
    } else if (name === "tablePart") {
      const id = tag.getLocal("id");
      if (id !== null) this.tableIds.push(id);
    }
  }

  private openInData(name: string, tag: Tag, depth: number): void {
    if (depth === CELL) {
      this.inRow = false;
      if (name === "c") this.openCell(tag);
    } else if (depth === CELL_PART) this.openCellPart(name, tag);
    else if (depth === ROW && name === "row") this.openRow(tag);
    else if (depth > CELL_PART && this.inline !== null) {
      if (name === "rPh") this.phonetic = true;
      else if (name === "t" && !this.phonetic) this.collect();
    }
  }

  private openRow(tag: Tag): void {
    const given = tag.get("r");
    const number = given === null ? this.row + 2 : wholeNumber(given);
    if (number < 1 || number > ROWS) throw corrupt(`row ${given}`);
    this.row = number - 1;
    this.column = -1;
    this.rowHidden = tag.isTrue("hidden");
    this.inRow = true;
  }

  private closeRow(): void {
    // Only rows that hold something: hidden blank rows are a million in some files and tell nothing.
    this.inRow = false;
    if (this.rowHidden && this.store.has(this.row)) this.hiddenRows.add(this.row);
  }

  private openCell(tag: Tag): void {
    const reference = tag.get("r");
    const style = tag.get("s");
    const column = reference === null ? this.column + 1 : this.columnOf(reference);
    this.beginCell(this.row, column, tag.get("t"), style === null ? 0 : wholeNumber(style));
  }

  private beginCell(row: number, column: number, type: string | null, style: number): void {
    if (row !== this.row || column < 0 || column >= COLUMNS) throw corrupt(`cell ${row},${column}`);
    this.column = column;
    this.type = type;
    this.style = style;
    this.value = null;
    this.inline = null;
    this.formula = null;
  }

  /** 0-based column of "G22", which must stand in the row at hand; -1 for anything else. */
  private columnOf(reference: string): number {
    let column = 0;
    let at = 0;
    for (; at < reference.length; at++) {
      const code = reference.charCodeAt(at) & 0xdf;
      if (code < 65 || code > 90) break;
      column = column * 26 + code - 64;
    }
    const inRow = at > 0 && at <= 3 && wholeNumber(reference, at) === this.row + 1;
    return inRow ? column - 1 : -1;
  }

  private openCellPart(name: string, tag: Tag): void {
    if (name === "v") this.collect();
    else if (name === "is") this.inline = "";
    else if (name === "f") {
      this.formula = { type: tag.get("t"), index: tag.get("si"), text: "" };
      this.collect();
    }
  }

  private collect(): void {
    this.collected = "";
    this.wantsText = true;
  }

  private closeInline(name: string): void {
    if (name === "rPh") this.phonetic = false;
    else if (name === "t" && this.wantsText) {
      this.wantsText = false;
      this.inline = (this.inline ?? "") + this.collected;
    }
  }

  private closeCellPart(name: string): void {
    if (name === "v") this.value = this.collected;
    else if (name === "f" && this.formula) this.formula.text = this.collected;
    else return;
    this.wantsText = false;
  }

  private closeCell(): void {
    if (this.formula) this.keepFormula(this.formula);
    const value =
      this.type === "inlineStr" ? this.inlineValue() : this.value === null ? null : this.valueOf(this.value);
    if (value === null) return;
    this.keepValue(value);
  }

  private keepValue(value: NonNullable<GridValue>): void {
    const isDate = typeof value === "number" && (this.context.isDateStyle[this.style] === true || this.type === "d");
    this.store.set(this.row, this.column, value, isDate);
  }

  private inlineValue(): GridValue {
    return this.inline === null ? null : detached(cellText(this.inline));
  }

  private valueOf(raw: string): GridValue {
    switch (this.type) {
      case null:
      case "n":
        return numberOf(raw);
      case "s":
        return raw === "" ? null : this.sharedText(wholeNumber(raw));
      case "b":
        return raw === "1" || raw === "true" ? true : raw === "0" || raw === "false" ? false : raw;
      case "e":
        return { error: detached(raw) };
      case "d":
        return serialOf(raw, this.context.date1904) ?? detached(raw);
      default:
        return detached(cellText(raw));
    }
  }

  private sharedText(index: number): string {
    const text = this.context.sharedStrings[index];
    if (text === undefined) throw corrupt(`shared string ${index}`);
    return text;
  }

  private keepFormula({ type, index, text }: { type: string | null; index: string | null; text: string }): void {
    if (type !== "shared" || index === null) {
      this.keepPlainFormula(text);
      return;
    }
    const spelled = withoutPrefixes(text);
    if (spelled !== "") this.masters.set(index, { row: this.row, column: this.column, formula: detached(spelled) });
    const master = this.masters.get(index);
    const moved = master ? shiftFormula(master.formula, this.row - master.row, this.column - master.column) : "";
    this.formulas.set(`${this.row},${this.column}`, `=${moved}`);
  }

  private keepPlainFormula(text: string): void {
    this.formulas.set(`${this.row},${this.column}`, `=${detached(withoutPrefixes(text))}`);
  }
}

/** Names of newer functions as people write them. */
const withoutPrefixes = (formula: string): string =>
  formula.includes("_xl") ? formula.replace(/\b_xl(?:fn|ws)\./g, "") : formula;

/** The whole number that the text spells from `at` on, or -1. */
function wholeNumber(text: string, at = 0): number {
  if (at >= text.length || text.length - at > 10) return -1;
  let number = 0;
  for (let i = at; i < text.length; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}

const NUMBER = /^\s*[-+.\d][-+.\deE]*\s*$/;

/** A number, or the text as it is where it is none. */
function numberOf(raw: string): GridValue {
  const whole = wholeNumber(raw);
  if (whole >= 0) return whole;
  const number = Number(raw);
  if (Number.isFinite(number) && NUMBER.test(raw)) return number;
  return raw.trim() === "" ? null : detached(raw);
}
