import { EVIDENCE_FIELDS, type Evidence } from "./assessment";
export { evidenceId as idKey } from "./findings/facts";
import { winnerOf } from "./merge-edits";

/** A register row without the cells that it stands in. */
export type Row = Omit<Evidence, "cells">;

/** What a file's row meets in the united register. */
export interface Meeting {
  /** As the files before this one left it. */
  readonly known: Evidence;
  /** As the workbook held it; null for a row that this merge brought. */
  readonly base: Row | null;
  /** What the file's office wrote of it when it was merged last; undefined where that is not known. */
  readonly then: Row | undefined;
  /** The file was judged before: it only fills what is blank. */
  readonly isSeen: boolean;
}

const FIELDS = EVIDENCE_FIELDS.filter((field) => field !== "id");
const textIn = (row: Row, field: (typeof FIELDS)[number]): string => {
  const value = row[field];
  return typeof value === "string" ? value : (value ?? []).join("; ");
};

/** Every text of a row but its id, as compared. */
export const rowText = (row: Row): string => FIELDS.map((field) => textIn(row, field)).join("\n");

/** The row with what the file says; what people changed since the last merge stays, and is listed where the file changed it too. */
export function metRow(
  row: Row,
  { known, base, then, isSeen }: Meeting,
): { readonly row: Evidence; readonly kept: readonly { readonly mine: string; readonly theirs: string }[] } {
  const kept: { mine: string; theirs: string }[] = [];
  const isTaken = (field: (typeof FIELDS)[number]): boolean => {
    const [mine, theirs] = [textIn(known, field), textIn(row, field)];
    const said = isSeen ? theirs : then && textIn(then, field);
    // What another file of this merge wrote is nobody's correction: the newer one counts.
    const isOfFile = base === null || textIn(base, field) !== mine;
    const winner = winnerOf(mine, isOfFile && said !== theirs ? mine : said, theirs);
    if (winner === "mine-against-theirs") kept.push({ mine, theirs });
    return winner === "theirs";
  };
  const taken = Object.fromEntries(FIELDS.filter(isTaken).map((field) => [field, row[field]]));
  const unread = isSeen ? { ...row.unread, ...known.unread } : { ...known.unread, ...row.unread };
  return { row: { ...known, ...taken, ...(Object.keys(unread).length > 0 && { unread }) }, kept };
}
