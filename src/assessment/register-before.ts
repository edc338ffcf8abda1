import type { Assessment, Evidence } from "./assessment";
import { referencesOf } from "./findings/facts";
import type { Source } from "./merge-files";
import { currentFiles, keyOfOffice } from "./merge-order";
import { idKey, rowText, type Row } from "./merge-row";
import type { EarlierMerge, LoggedDocument } from "./merge-types";
import { officeKey } from "./offices";

/** A row of one file's register, and what it is known by from merge to merge. */
export interface Slot<R extends Row = Row> {
  readonly row: R;
  /** Its id and which of the rows under that id it is; without an id, all it says. */
  readonly key: string;
  readonly isFirst: boolean;
}

export function slotsOf<R extends Row>(rows: readonly R[]): readonly Slot<R>[] {
  const turns = new Map<string, number>();
  return rows.map((row) => {
    const name = idKey(row.id) || rowText(row);
    const turn = turns.get(name) ?? 0;
    turns.set(name, turn + 1);
    return { row, key: `${turn}/${name}`, isFirst: turn === 0 };
  });
}

/** What earlier merges tell of the register. */
export interface RegisterBefore {
  /** The row as this very file had it, else as its office had it when it was merged last, with the id that it became. */
  readonly loggedAs: (source: Pick<Source, "key" | "sha256">, slot: Slot) => LoggedDocument | undefined;
  /**
   * What was said of a row when it was merged last: by this office, else by any. Where that is not known: the workbook's
   * own words for an office that never was merged, whose word counts; undefined for one that was, whose word does not.
   */
  readonly then: (office: string, slot: Slot, known: Evidence) => Row | undefined;
  /** The offices that brought a row of the base, or whose indicators refer to it. */
  readonly ownersOf: (row: Evidence) => readonly string[];
}

export function registerBefore(base: Assessment, earlier: EarlierMerge): RegisterBefore {
  const files = new Map<string, ReadonlyMap<string, LoggedDocument>>();
  const offices = new Map<string, ReadonlyMap<string, LoggedDocument>>();
  const byId = new Map<string, LoggedDocument>();
  const owners = new Map<string, Set<string>>();
  const own = (id: string, office: string): void => {
    owners.set(idKey(id), (owners.get(idKey(id)) ?? new Set<string>()).add(office));
  };
  for (const { status, opd, sha256, documents } of earlier.log) {
    const office = keyOfOffice(opd, sha256);
    for (const row of documents ?? []) own(row.to, office);
    if (documents) files.set(sha256, new Map(slotsOf(documents).map(({ key, row }) => [key, row])));
    for (const row of documents ?? [])
      if (status === "merged" || !byId.has(idKey(row.to))) byId.set(idKey(row.to), row);
    if (status !== "merged") continue;
    offices.set(office, (documents && files.get(sha256)) ?? new Map<string, LoggedDocument>());
  }
  for (const entry of base.entries)
    for (const id of referencesOf(entry)) for (const office of entry.opd) own(id, officeKey(office));
  const current = currentFiles(earlier);
  return {
    loggedAs: (source, { key }) => files.get(source.sha256)?.get(key) ?? offices.get(source.key)?.get(key),
    then: (office, { key }, known) =>
      offices.get(office)?.get(key) ?? byId.get(idKey(known.id)) ?? (current.has(office) ? undefined : known),
    ownersOf: ({ id }) => [...(owners.get(idKey(id)) ?? [])],
  };
}
