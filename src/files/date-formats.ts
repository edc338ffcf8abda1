import type { Tag, XmlSink } from "./xml";

/** The built-in formats that show a day or a time (ECMA-376 part 1, 18.8.30, East Asian ones included). */
const BUILT_IN = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56,
  57, 58,
]);

/** Whether a number format shows its number as a day or a time. */
export function isDateFormat(code: string): boolean {
  const first = code.split(";")[0] ?? "";
  const bare = first
    .replace(/"[^"]*"|\\.|_.|\*./g, "")
    // Brackets hold colours, conditions and languages; [h] counts hours.
    .replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, "");
  return !/general/i.test(bare) && /[dmyhs]/i.test(bare.replace(/e[+-]/gi, ""));
}

/** Collects which cell formats (the index that a cell names) show dates; nothing else of the styles matters here. */
export class DateStyles implements XmlSink {
  readonly isDate: boolean[] = [];
  readonly wantsText = false;
  private readonly codes = new Map<number, string>();
  private section = "";

  open(name: string, tag: Tag, depth: number): void {
    if (depth === 2) this.section = name;
    else if (name === "numFmt" && this.section === "numFmts")
      this.codes.set(Number(tag.get("numFmtId")), tag.get("formatCode") ?? "");
    else if (name === "xf" && this.section === "cellXfs" && depth === 3) {
      const id = Number(tag.get("numFmtId") ?? 0);
      const code = this.codes.get(id);
      this.isDate.push(code === undefined ? BUILT_IN.has(id) : isDateFormat(code));
    }
  }

  close(): void {
    // Everything is in the attributes.
  }

  text(): void {
    // No text is asked for.
  }
}
