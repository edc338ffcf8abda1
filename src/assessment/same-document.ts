import type { Row } from "./merge-row";

export const words = (text: string): string => text.trim().replace(/\s+/g, " ").toLowerCase();

type Mark = "name" | "number" | "date" | "signatory" | "file";
const says = (row: Row, mark: Mark): string => words(row[mark] ?? "");
const agree = (a: Row, b: Row, mark: Mark): boolean => says(a, mark) !== "" && says(a, mark) === says(b, mark);
const differ = (a: Row, b: Row, mark: Mark): boolean =>
  says(a, mark) !== "" && says(b, mark) !== "" && says(a, mark) !== says(b, mark);

/** What tells a document by itself; "" where name, number and file are blank. */
export const contentKey = (row: Row): string => {
  const key = `${says(row, "name")}|${says(row, "number")}|${says(row, "name") + says(row, "number") === "" ? says(row, "file") : ""}`;
  return key === "||" ? "" : key;
};

const marksAgree = (a: Row, b: Row): boolean =>
  (["name", "number", "file"] as const).some((mark) => agree(a, b, mark)) ||
  contentKey(a) === "" ||
  contentKey(b) === "";

/** One office's row, written again: any of name, number or file agrees, or one of the two says nothing of itself yet. */
export const isOwnDocument = marksAgree;

/**
 * Whether rows of different offices mean one document: another name, number or date makes it another one, and without a
 * common number another signatory or file does. Two rows too many lose nothing, a row too few does.
 */
export function isSameDocument(a: Row, b: Row): boolean {
  const telling: readonly Mark[] = agree(a, b, "number")
    ? ["name", "date"]
    : ["name", "number", "date", "signatory", "file"];
  return marksAgree(a, b) && !telling.some((mark) => differ(a, b, mark));
}
