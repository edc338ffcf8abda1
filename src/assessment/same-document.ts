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

const marksAgree = (a: Row, b: Row): boolean => (["name", "number", "file"] as const).some((mark) => agree(a, b, mark));

const isUntold = (a: Row, b: Row): boolean => contentKey(a) === "" || contentKey(b) === "";

/** Another name, number or date makes it another document, and without a common number another signatory or file does. */
function contradict(a: Row, b: Row): boolean {
  const telling: readonly Mark[] = agree(a, b, "number")
    ? ["name", "date"]
    : ["name", "number", "date", "signatory", "file"];
  return telling.some((mark) => differ(a, b, mark));
}

/** One office's row, written again: any of name, number or file agrees, or one of the two says nothing of itself yet. */
export const isOwnDocument = (a: Row, b: Row): boolean => marksAgree(a, b) || isUntold(a, b);

/** Whether a row may be the one that nobody has filled in or claimed yet. */
export const isOpenDocument = (a: Row, b: Row): boolean => isOwnDocument(a, b) && !contradict(a, b);

/**
 * Whether rows of different offices mean one document: something agrees and nothing contradicts. Two rows too many lose
 * nothing, a row too few does.
 */
export const isSameDocument = (a: Row, b: Row): boolean => marksAgree(a, b) && !contradict(a, b);
