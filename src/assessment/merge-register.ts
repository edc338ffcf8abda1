import type { Assessment, Evidence } from "./assessment";
import { evidenceId } from "./findings/facts";
import type { Source } from "./merge-files";
import { officeNumbers } from "./office-numbers";

/** The ids of one file that had to change. */
export interface Renumbering {
  /** What a reference now means, by `evidenceId`. */
  readonly references: ReadonlyMap<string, string>;
  /** Every row that got another id, also a second row under an id that the file itself used twice. */
  readonly rows: readonly { readonly from: string; readonly to: string }[];
}

/** The united register, and for each file (by SHA-256) what was renumbered. */
export interface UnitedRegister {
  readonly evidence: readonly Evidence[];
  readonly renumbered: ReadonlyMap<string, Renumbering>;
}

/** DD-7-9 before DD-07-010. */
const IN_ORDER = new Intl.Collator("id", { numeric: true });

type Row = Omit<Evidence, "cells">;

const words = (text: string): string => text.trim().replace(/\s+/g, " ").toLowerCase();
/** What makes a document that document. */
const contentKey = ({ name, number, file }: Row): string => {
  const key = `${words(name)}|${words(number)}|${name.trim() === "" && number.trim() === "" ? words(file) : ""}`;
  return key === "||" ? "" : key;
};

/** The same document: any of name, number or file agrees, or one of the rows says nothing of itself yet. */
function isSameDocument(a: Row, b: Row): boolean {
  const agrees = (["name", "number", "file"] as const).some(
    (field) => a[field].trim() !== "" && words(a[field]) === words(b[field]),
  );
  return agrees || contentKey(a) === "" || contentKey(b) === "";
}

/**
 * Unites the base's register with those of the files. The same id for the same document is one row, in which what a newer
 * file says wins over older text and a blank never wins; the same id for another document gets a new id.
 * Oldest file first, so that the result does not depend on the order of files; new rows follow the base's, by id.
 */
export function uniteRegisters(base: Assessment, sources: readonly Source[]): UnitedRegister {
  const rows: Evidence[] = [...base.evidence];
  const places = new Map<string, number>();
  const contents = new Map<string, string>();
  const put = (row: Evidence): void => {
    if (!places.has(evidenceId(row.id))) places.set(evidenceId(row.id), rows.length);
    if (!contents.has(contentKey(row))) contents.set(contentKey(row), row.id);
    rows.push(row);
  };
  base.evidence.forEach((row, place) => {
    if (!places.has(evidenceId(row.id))) places.set(evidenceId(row.id), place);
    if (!contents.has(contentKey(row))) contents.set(contentKey(row), row.id);
  });
  const numbers = officeNumbers(base);
  const taken = new Set([
    ...places.keys(),
    ...sources.flatMap(({ content }) => content.evidence.map(({ id }) => evidenceId(id))),
  ]);
  const renumbered = new Map<string, Renumbering>();
  for (const source of [...sources].reverse()) {
    const references = new Map<string, string>();
    const changed: { from: string; to: string }[] = [];
    const met = new Set<string>();
    for (const row of source.content.evidence) {
      // Of two rows under one id the first is the one that is referred to.
      const isFirst = !met.has(evidenceId(row.id));
      met.add(evidenceId(row.id));
      const place = row.id.trim() === "" ? undefined : places.get(evidenceId(row.id));
      const known = place === undefined ? undefined : rows[place];
      const elsewhere = contentKey(row) === "" ? undefined : contents.get(contentKey(row));
      if (known && place !== undefined && (isSameDocument(known, row) || (source.isSeen && elsewhere === undefined))) {
        rows[place] = completed(known, row, source.isSeen);
        continue;
      }
      if (!known && row.id.trim() !== "") {
        put({ ...row, cells: {} });
        continue;
      }
      const id = elsewhere ?? newId(row.id, numbers.get(source.key), taken);
      taken.add(evidenceId(id));
      if (elsewhere === undefined) put({ ...row, id, cells: {} });
      if (row.id.trim() === "") continue;
      changed.push({ from: row.id, to: id });
      if (isFirst) references.set(evidenceId(row.id), id);
    }
    if (changed.length > 0) renumbered.set(source.sha256, { references, rows: changed });
  }
  const added = rows.slice(base.evidence.length).sort((a, b) => IN_ORDER.compare(a.id, b.id));
  return { evidence: [...rows.slice(0, base.evidence.length), ...added], renumbered };
}

/** The next free id of the office ("DD-07-004"), or the old one with a number after it. */
function newId(id: string, office: string | undefined, taken: ReadonlySet<string>): string {
  const prefix = office === undefined ? `${id.trim() || "DD"}-` : `DD-${office}-`;
  for (let n = 1; ; n++) {
    const next = `${prefix}${office === undefined ? n + 1 : String(n).padStart(3, "0")}`;
    if (!taken.has(evidenceId(next))) return next;
  }
}

/** What the file says where it says something; a file merged before only fills blanks, since people may have edited since. */
function completed(known: Evidence, row: Row, isSeen: boolean): Evidence {
  const text = (field: "name" | "kind" | "number" | "signatory" | "file" | "page"): string =>
    isSeen ? known[field] || row[field] : row[field] || known[field];
  const value = <T>(mine: T | null, theirs: T | null): T | null => (isSeen ? (mine ?? theirs) : (theirs ?? mine));
  const unread = isSeen ? { ...row.unread, ...known.unread } : { ...known.unread, ...row.unread };
  const keepsMusts = row.mustHaves.length === 0 || (isSeen && known.mustHaves.length > 0);
  return {
    ...known,
    name: text("name"),
    kind: text("kind"),
    number: text("number"),
    signatory: text("signatory"),
    file: text("file"),
    page: text("page"),
    date: value(known.date, row.date),
    validUntil: value(known.validUntil, row.validUntil),
    status: value(known.status, row.status),
    mustHaves: keepsMusts ? known.mustHaves : row.mustHaves,
    ...(Object.keys(unread).length > 0 && { unread }),
  };
}
