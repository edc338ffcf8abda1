/** Something that people changed since the last merge while its office changed it too: theirs stays, and is told. */
export interface KeptEdit {
  readonly place: "explanation" | "criterion" | "document";
  /** Null for a document. */
  readonly indicator: number | null;
  /** The criterion's or the document's id; "" for an explanation. */
  readonly id: string;
  /** What the workbook says and keeps. */
  readonly mine: string;
  /** What the file says. */
  readonly theirs: string;
}

/**
 * Whose text counts: the workbook's or the file's, by what the office said when it was merged last (undefined where that
 * is not known). A blank says nothing; what the office did not change takes nothing back; where both changed it, the
 * workbook's stays against the file's.
 */
export function winnerOf(
  mine: string,
  then: string | undefined,
  theirs: string,
): "mine" | "theirs" | "mine-against-theirs" {
  if (theirs === "" || theirs === mine) return "mine";
  if (mine === "" || mine === then) return "theirs";
  return theirs === then ? "mine" : "mine-against-theirs";
}
