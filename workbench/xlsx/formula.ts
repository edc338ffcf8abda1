/**
 * Formulas as files spell them. Excel saves a call of a custom function as `_xldudf_SPBE_INDEX(…)`, and functions that
 * are younger than the format as `_xlfn.FILTER(…)`.
 */
const NAMESPACE = "SPBE";
const YOUNGER = new Set(
  "CONCAT IFS MAXIFS MINIFS SWITCH TEXTJOIN FILTER SORT SORTBY UNIQUE SEQUENCE RANDARRAY XLOOKUP XMATCH LET LAMBDA TEXTBEFORE TEXTAFTER TEXTSPLIT VSTACK HSTACK TAKE DROP TOROW TOCOL CHOOSEROWS CHOOSECOLS IFNA".split(
    " ",
  ),
);
const SHEET_FUNCTIONS = new Set(["FILTER", "SORT"]);

/** Changes a formula only outside its quoted texts and sheet names. */
const outsideQuotes = (formula: string, change: (part: string) => string): string =>
  formula
    .split(/("(?:[^"]|"")*"|'(?:[^']|'')*')/)
    .map((part, index) => (index % 2 === 0 ? change(part) : part))
    .join("");

/** `=SPBE.INDEX(A1)` -> `_xldudf_SPBE_INDEX(A1)` */
export const toFile = (formula: string): string =>
  outsideQuotes(formula.replace(/^=/, ""), (part) =>
    part
      .replace(
        new RegExp(`\\b${NAMESPACE}\\.([A-Z_]+)(?=\\()`, "gi"),
        (_, name: string) => `_xldudf_${NAMESPACE}_${name.toUpperCase()}`,
      )
      .replace(/(?<![\w.])([A-Z]+)(?=\()/gi, (name) => {
        const upper = name.toUpperCase();
        return YOUNGER.has(upper) ? `_xlfn.${SHEET_FUNCTIONS.has(upper) ? "_xlws." : ""}${upper}` : name;
      }),
  );

/** Any spelling in a file -> `=SPBE.INDEX(A1)` */
export const fromFile = (formula: string): string =>
  `=${outsideQuotes(formula.replace(/^=/, ""), (part) =>
    part
      .replace(
        new RegExp(`_xldudf_${NAMESPACE}_([A-Z_]+)(?=\\()`, "gi"),
        (_, name: string) => `${NAMESPACE}.${name.toUpperCase()}`,
      )
      .replace(/_xlfn\.(_xlws\.)?/gi, ""),
  )}`;
