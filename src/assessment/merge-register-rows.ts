import type { Assessment, Evidence } from "./assessment";
import type { Source } from "./merge-files";
import { idKey, metRow, rowText, type Row } from "./merge-row";
import { officeNumbers } from "./office-numbers";
import type { RegisterBefore, Slot } from "./register-before";
import { contentKey, isOpenDocument, isOwnDocument, isSameDocument, words } from "./same-document";

/** Where a file's row went, its id there, and what people's corrections kept out. */
export interface Met {
  readonly place: number;
  readonly to: string;
  readonly kept: readonly { readonly mine: string; readonly theirs: string }[];
}

/** DD-7-9 before DD-07-010. */
const IN_ORDER = new Intl.Collator("id", { numeric: true });

/** The united register as it grows, file by file: its rows, and whose they are. */
export class Register {
  readonly #rows: Evidence[] = [];
  readonly #owners: Set<string>[] = [];
  /** By `idKey`, in order: people use an id twice. */
  readonly #places = new Map<string, number[]>();
  /** By content and by name. */
  readonly #alike = new Map<string, number[]>();
  readonly #taken: Set<string>;
  readonly #numbers: ReadonlyMap<string, string>;
  readonly #base: readonly Evidence[];
  readonly #before: RegisterBefore;

  constructor(base: Assessment, sources: readonly Source[], before: RegisterBefore) {
    this.#base = base.evidence;
    this.#before = before;
    for (const row of base.evidence) this.#put(row, before.ownersOf(row));
    this.#numbers = officeNumbers(base);
    const brought = sources.flatMap(({ content }) => content.evidence.map(({ id }) => idKey(id)));
    this.#taken = new Set([...this.#places.keys(), ...brought]);
  }

  /** The row that a file's row means, or null for a new one. `used`: rows that the same file spoke of already. */
  placeOf(slot: Slot, source: Source, used: ReadonlySet<number>): number | null {
    const { row } = slot;
    const logged = this.#before.loggedAs(source, slot);
    const under = (logged && this.#places.get(idKey(logged.to))) ?? [];
    const was =
      under.find((place) => contentKey(this.#at(place)) === contentKey(row)) ??
      under.find((place) => this.#isAt(place, row, isOwnDocument)) ??
      under[0];
    if (was !== undefined && logged && (isOwnDocument(logged, row) || this.#isAt(was, row, isOwnDocument))) return was;
    const here = row.id.trim() === "" ? undefined : this.#places.get(idKey(row.id))?.[0];
    if (here !== undefined && this.#isAt(here, row, this.#sameness(here, source, used))) return here;
    if (here === undefined && row.id.trim() !== "") return null;
    const elsewhere = keysOf(row)
      .flatMap((key) => this.#alike.get(key) ?? [])
      .find((place) => !used.has(place) && this.#isAlike(place, row, source));
    if (elsewhere !== undefined) return elsewhere;
    // The same file again, and nothing is left of what it said there: people wrote the row anew.
    return here !== undefined && source.isSeen && !logged && !used.has(here) ? here : null;
  }

  /** Completes a row with what the file says of it. */
  meet(place: number, slot: Slot, source: Source): Met {
    const known = this.#at(place);
    const base = this.#base[place] ?? null;
    const then = this.#before.then(source.key, slot, base ?? known);
    const { row, kept } = metRow(slot.row, { known, base, then, isSeen: source.isSeen });
    this.#rows[place] = row;
    this.#index(place, ownersIn(source));
    return { place, to: row.id, kept };
  }

  /** A row of its own, under its id where that is free. */
  add(row: Row, source: Source): Met {
    const isFree = row.id.trim() !== "" && !this.#places.has(idKey(row.id));
    const id = isFree ? row.id : this.#newId(row.id, this.#numbers.get(source.key));
    this.#taken.add(idKey(id));
    return { place: this.#put({ ...row, id, cells: {} }, ownersIn(source)), to: id, kept: [] };
  }

  /** The base's rows, then the new ones by id. */
  evidence(): readonly Evidence[] {
    const added = this.#rows.slice(this.#base.length).sort((a, b) => IN_ORDER.compare(a.id, b.id));
    return [...this.#rows.slice(0, this.#base.length), ...added];
  }

  #at(place: number): Evidence {
    const row = this.#rows[place];
    if (!row) throw new RangeError(`no register row ${place}`);
    return row;
  }

  #isAt(place: number, row: Row, isSame: (a: Row, b: Row) => boolean): boolean {
    return isSame(this.#at(place), row);
  }

  /** How alike two rows under one id must be: an office corrects what it alone brought, fills in what nobody did, and shares. */
  #sameness(place: number, source: Source, used: ReadonlySet<number>): (a: Row, b: Row) => boolean {
    const owners = [...(this.#owners[place] ?? [])];
    if (owners.length === 0) return isOpenDocument;
    const mine = ownersIn(source);
    return !used.has(place) && owners.every((office) => mine.includes(office)) ? isOwnDocument : isSameDocument;
  }

  #isOf(place: number, source: Source): boolean {
    return ownersIn(source).some((office) => this.#owners[place]?.has(office));
  }

  /** The same document under another id: all that tells it agrees, or it is this office's own of that name. */
  #isAlike(place: number, row: Row, source: Source): boolean {
    const known = this.#at(place);
    if (contentKey(row) === "") return rowText(known) === rowText(row);
    return isSameDocument(known, row) && (contentKey(known) === contentKey(row) || this.#isOf(place, source));
  }

  #put(row: Evidence, owners: readonly string[]): number {
    const place = this.#rows.push(row) - 1;
    this.#places.set(idKey(row.id), [...(this.#places.get(idKey(row.id)) ?? []), place]);
    this.#index(place, owners);
    return place;
  }

  #index(place: number, owners: readonly string[]): void {
    this.#owners[place] = new Set([...(this.#owners[place] ?? []), ...owners]);
    for (const key of keysOf(this.#at(place))) {
      const places = this.#alike.get(key) ?? [];
      if (!places.includes(place)) this.#alike.set(key, [...places, place]);
    }
  }

  /** The next free id of the office ("DD-07-004"), or the old one with a number after it. */
  #newId(id: string, office: string | undefined): string {
    const prefix = office === undefined ? `${id.trim() || "DD"}-` : `DD-${office}-`;
    for (let n = 1; ; n++) {
      const next = `${prefix}${office === undefined ? n + 1 : String(n).padStart(3, "0")}`;
      if (!this.#taken.has(idKey(next))) return next;
    }
  }
}

const keysOf = (row: Row): readonly string[] => [contentKey(row) || rowText(row), `name: ${words(row.name)}`];

const ownersIn = ({ key, offices }: Source): readonly string[] => [key, ...offices];
