import type { Assessment, Evidence } from "./assessment";
import type { KeptEdit } from "./merge-edits";
import type { Source } from "./merge-files";
import { idKey } from "./merge-row";
import { Register } from "./merge-register-rows";
import type { EarlierMerge, LoggedDocument } from "./merge-types";
import { registerBefore, slotsOf } from "./register-before";

/** The ids of one file that had to change. */
export interface Renumbering {
  /** What a reference now means, by `idKey`. */
  readonly references: ReadonlyMap<string, string>;
  /** Every row that got another id, also a second row under an id that the file itself used twice. */
  readonly rows: readonly { readonly from: string; readonly to: string }[];
}

/** The united register, and what became of the rows of each file (by SHA-256). */
export interface UnitedRegister {
  readonly evidence: readonly Evidence[];
  readonly renumbered: ReadonlyMap<string, Renumbering>;
  readonly documents: ReadonlyMap<string, readonly LoggedDocument[]>;
  readonly kept: ReadonlyMap<string, readonly KeptEdit[]>;
}

/**
 * Unites the base's register with those of the files. The same id for the same document is one row, in which what a newer
 * file says wins over older text and a blank never wins; the same id for another document gets a new id.
 * Oldest file first, so that the result does not depend on the order of files; new rows follow the base's, by id.
 */
export function uniteRegisters(base: Assessment, sources: readonly Source[], earlier: EarlierMerge): UnitedRegister {
  const register = new Register(base, sources, registerBefore(base, earlier));
  const renumbered = new Map<string, Renumbering>();
  const documents = new Map<string, readonly LoggedDocument[]>();
  const kept = new Map<string, readonly KeptEdit[]>();
  for (const source of [...sources].reverse()) {
    const references = new Map<string, string>();
    const changed: { from: string; to: string }[] = [];
    const logged: LoggedDocument[] = [];
    const edits: KeptEdit[] = [];
    const used = new Set<number>();
    for (const slot of slotsOf(source.content.evidence)) {
      const { row } = slot;
      const place = register.placeOf(slot, source, used);
      const met = place === null ? register.add(row, source) : register.meet(place, slot, source);
      const { to } = met;
      used.add(met.place);
      for (const edit of met.kept) edits.push({ place: "document", indicator: null, id: to, ...edit });
      logged.push({ ...row, to });
      if (row.id.trim() === "" || idKey(row.id) === idKey(to)) continue;
      changed.push({ from: row.id, to });
      // Of two rows under one id the first is the one that is referred to.
      if (slot.isFirst) references.set(idKey(row.id), to);
    }
    if (changed.length > 0) renumbered.set(source.sha256, { references, rows: changed });
    documents.set(source.sha256, logged);
    kept.set(source.sha256, edits);
  }
  return { evidence: register.evidence(), renumbered, documents, kept };
}
