import { parseArea } from "../workbook/address";
import type { Area, GridSheet, GridValue } from "../workbook/grid";
import { CellStore, type Budget } from "./cell-store";
import { COLUMNS, LIMITS, ROWS } from "./limits";
import { Refusal, corrupt } from "./refusal";
import { serialOf } from "./serial";
import { shiftFormula } from "./shared-formula";
import { cellText, detached } from "./xml-text";
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
    else if (depth === CELL && name === "c") this.closeCell();
    else if (depth === ROW && name === "row") this.closeRow();
    else if (depth > CELL_PART) this.closeInline(name);
    else if (depth === SECTION) this.section = "";
  }

  text(text: string): void {
    this.collected += text;
    if (this.collected.length > LIMITS.text) throw new Refusal("TOO_LARGE", "text", { limit: LIMITS.text });
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
      if (this.merges.push(area) > LIMITS.merges) throw new Refusal("TOO_LARGE", "merges", { limit: LIMITS.merges });
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
    if (depth === CELL && name === "c") this.openCell(tag);
    else if (depth === CELL_PART) this.openCellPart(name, tag);
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
  }

  private closeRow(): void {
    // Only rows that hold something: hidden blank rows are a million in some files and tell nothing.
    if (this.rowHidden && this.store.has(this.row)) this.hiddenRows.add(this.row);
  }

  private openCell(tag: Tag): void {
    const reference = tag.get("r");
    this.column = reference === null ? this.column + 1 : this.columnOf(reference);
    if (this.column >= COLUMNS) throw corrupt("column beyond the last");
    this.type = tag.get("t");
    const style = tag.get("s");
    this.style = style === null ? 0 : wholeNumber(style);
    this.value = null;
    this.inline = null;
    this.formula = null;
  }

  /** 0-based column of "G22", which must stand in the row at hand. */
  private columnOf(reference: string): number {
    let column = 0;
    let at = 0;
    for (; at < reference.length; at++) {
      const code = reference.charCodeAt(at) & 0xdf;
      if (code < 65 || code > 90) break;
      column = column * 26 + code - 64;
    }
    const inRow = at > 0 && at <= 3 && wholeNumber(reference.slice(at)) === this.row + 1;
    if (!inRow || column > COLUMNS) throw corrupt(`cell ${reference}`);
    return column - 1;
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
      case "s": {
        const text = this.context.sharedStrings[wholeNumber(raw)];
        if (text === undefined) throw corrupt(`shared string ${raw}`);
        return text;
      }
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

  private keepFormula({ type, index, text }: { type: string | null; index: string | null; text: string }): void {
    const key = `${this.row},${this.column}`;
    const spelled = text.replace(/\b_xl(?:fn|ws)\./g, "");
    if (type !== "shared" || index === null) {
      this.formulas.set(key, `=${detached(spelled)}`);
      return;
    }
    if (spelled !== "") this.masters.set(index, { row: this.row, column: this.column, formula: detached(spelled) });
    const master = this.masters.get(index);
    const moved = master ? shiftFormula(master.formula, this.row - master.row, this.column - master.column) : "";
    this.formulas.set(key, `=${moved}`);
  }
}

/** A number without sign or blanks, or -1. */
function wholeNumber(text: string): number {
  return /^\d{1,10}$/.test(text.trim()) ? Number(text) : -1;
}

/** A number, or the text as it is where it is none. */
function numberOf(raw: string): GridValue {
  if (raw.trim() === "") return null;
  const number = Number(raw);
  return Number.isFinite(number) && /^[-+.\d\seE]+$/.test(raw) ? number : detached(raw);
}
