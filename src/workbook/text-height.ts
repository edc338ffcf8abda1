/** Widths in pixels of Calibri 11 letters, near enough to count lines. */
const NARROW = /[ijl.,:;'|!]/;
const SLIM = /[ftr()\-/]/;
const WIDE = /[mwMW]/;
const letterWidth = (letter: string): number => {
  if (letter === " ") return 3.3;
  if (NARROW.test(letter)) return 3.4;
  if (SLIM.test(letter)) return 4.9;
  if (WIDE.test(letter)) return 11.4;
  if (/[A-Z]/.test(letter)) return 8.4;
  return /[0-9]/.test(letter) ? 7.4 : 6.9;
};

const PIXELS_PER_CHARACTER = 7;
const CELL_PADDING = 6;

/** How many lines a text takes in a column of that width (characters) at that font size; at least 1. */
export function textLines(text: string, columnWidth: number, fontSize = 11, indent = 0): number {
  const room = columnWidth * PIXELS_PER_CHARACTER - CELL_PADDING - indent * 9;
  const size = fontSize / 11;
  let lines = 0;
  for (const paragraph of text.split("\n")) {
    lines++;
    let used = 0;
    for (const word of paragraph.split(" ")) {
      const width = [...word].reduce((sum, letter) => sum + letterWidth(letter), 0) * size;
      const space = used > 0 ? 3.3 * size : 0;
      if (used > 0 && used + space + width > room) {
        lines++;
        used = width;
      } else used += space + width;
      while (used > room) {
        lines++;
        used -= room;
      }
    }
  }
  return lines;
}

/** Points that so many lines need, with air above and below. */
export const linesHeight = (lines: number, fontSize = 11): number => Math.round(lines * fontSize * 1.32 + 8);
