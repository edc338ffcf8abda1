/**
 * Reads a cell as nearly every writer spells it, `<c r="A1" s="2" t="s"><v>17</v></c>`, in one go, also with a plain
 * formula before the value. Anything else, be it other quotes, prefixes, blanks, shared formulas or the end of the piece,
 * is left to the scanner: what is recognised here is well-formed by its shape. It halves the time of reading a sheet.
 */
export class FastCell {
  /** 1-based. */
  row = 0;
  /** 0-based. */
  column = 0;
  style = 0;
  /** The value of `t`: "s", "n", "b", "e" or "str"; null for a number. */
  type: string | null = null;
  /** Where the text of the value stands; both 0 when the cell holds none. */
  from = 0;
  to = 0;
  /** The value when it is a whole number without sign, else -1. */
  whole = -1;
  /** Where the text of the formula stands; both 0 when there is none. */
  formulaFrom = 0;
  formulaTo = 0;

  /** Where the cell whose "<" is at `at` ends, or -1 when it is not spelled so. */
  read(source: string, at: number): number {
    if (!isOpenCell(source, at)) return -1;
    let i = this.readReference(source, at + 6);
    if (i < 0) return -1;
    this.style = 0;
    this.type = null;
    while (source.charCodeAt(i) === SPACE) {
      i = this.readAttribute(source, i + 1);
      if (i < 0) return -1;
    }
    this.from = this.to = 0;
    this.formulaFrom = this.formulaTo = 0;
    this.whole = -1;
    if (source.charCodeAt(i) === SLASH) return source.charCodeAt(i + 1) === GT ? i + 2 : -1;
    if (source.charCodeAt(i) !== GT) return -1;
    i = isOpen(source, i + 1, LETTER_F) ? this.readFormula(source, i + 4) : i + 1;
    return i >= 0 && isOpen(source, i, LETTER_V) ? this.readValue(source, i + 3) : -1;
  }

  /** After the formula whose text begins at `at`. */
  private readFormula(source: string, at: number): number {
    const end = source.indexOf("<", at);
    if (end <= at || !isClose(source, end, LETTER_F)) return -1;
    this.formulaFrom = at;
    this.formulaTo = end;
    return end + 4;
  }

  /** After the cell whose value begins at `at`. */
  private readValue(source: string, at: number): number {
    let end = at;
    let whole = 0;
    let code = source.charCodeAt(end);
    for (; code >= 48 && code <= 57; code = source.charCodeAt(++end)) whole = whole * 10 + code - 48;
    this.whole = code === LT && end > at && end - at <= 15 ? whole : -1;
    if (code !== LT) end = source.indexOf("<", end);
    if (end < 0 || !isClose(source, end, LETTER_V) || !isClose(source, end + 4, LETTER_C)) return -1;
    this.from = at;
    this.to = end;
    return end + 8;
  }

  /** After the closing quote of a reference such as G22. */
  private readReference(source: string, at: number): number {
    let i = at;
    let column = 0;
    let code = source.charCodeAt(i);
    for (; code >= 65 && code <= 90; code = source.charCodeAt(++i)) column = column * 26 + code - 64;
    const digits = i;
    let row = 0;
    for (; code >= 48 && code <= 57; code = source.charCodeAt(++i)) row = row * 10 + code - 48;
    if (code !== QUOTE || digits === at || digits - at > 3 || i === digits || i - digits > 7) return -1;
    this.column = column - 1;
    this.row = row;
    return i + 1;
  }

  /** After the closing quote of s="12" or t="s". */
  private readAttribute(source: string, at: number): number {
    const name = source.charCodeAt(at);
    if (source.charCodeAt(at + 1) !== EQUALS || source.charCodeAt(at + 2) !== QUOTE) return -1;
    let i = at + 3;
    if (name === LETTER_S) {
      let style = 0;
      let code = source.charCodeAt(i);
      for (; code >= 48 && code <= 57; code = source.charCodeAt(++i)) style = style * 10 + code - 48;
      if (code !== QUOTE || i === at + 3 || i > at + 9) return -1;
      this.style = style;
      return i + 1;
    }
    if (name !== LETTER_T) return -1;
    i = source.indexOf('"', at + 3);
    if (i < 0 || i > at + 6) return -1;
    this.type = source.slice(at + 3, i);
    return i + 1;
  }
}

// Letter by letter, because comparing texts costs more than the rest of the cell.
const isOpenCell = (source: string, at: number): boolean =>
  source.charCodeAt(at + 1) === LETTER_C &&
  source.charCodeAt(at + 2) === SPACE &&
  source.charCodeAt(at + 3) === LETTER_R &&
  source.charCodeAt(at + 4) === EQUALS &&
  source.charCodeAt(at + 5) === QUOTE;

/** Whether "<x>" stands here. */
const isOpen = (source: string, at: number, letter: number): boolean =>
  source.charCodeAt(at) === LT && source.charCodeAt(at + 1) === letter && source.charCodeAt(at + 2) === GT;

/** Whether "</x>" stands here. */
const isClose = (source: string, at: number, letter: number): boolean =>
  source.charCodeAt(at) === LT &&
  source.charCodeAt(at + 1) === SLASH &&
  source.charCodeAt(at + 2) === letter &&
  source.charCodeAt(at + 3) === GT;

const SPACE = 32;
const QUOTE = 34;
const SLASH = 47;
const LT = 60;
const EQUALS = 61;
const GT = 62;
const LETTER_C = 99;
const LETTER_F = 102;
const LETTER_R = 114;
const LETTER_S = 115;
const LETTER_T = 116;
const LETTER_V = 118;
