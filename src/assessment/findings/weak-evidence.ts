/** V09 a weak kind of evidence, or a document about another object than the indicator's. */
import { inRanges, matches, type EvidenceRules } from "../../instrument/evidence-rules";
import type { CellRef, Entry } from "../assessment";
import type { Finding } from "../finding";
import { evidenceCells, isAccepted, kindOf, kindOfName, readable } from "./documents";
import { finding, type EntryRule } from "./facts";

/** A document of the register or a free reference, as far as these rules look at it. */
interface Item {
  /** Id of the register, or the reference itself. */
  readonly id: string;
  readonly title: string;
  readonly kind: string | null;
  readonly settled: boolean;
}

export const weakEvidence: EntryRule = (entry, indicator, facts) => {
  const { rules } = facts;
  if (!rules) return [];
  const seen = new Set<string>();
  return evidenceCells(entry, indicator, facts)
    .flatMap(({ documents, free, at }) => {
      const items: readonly Item[] = [
        ...documents.map((document) => ({
          id: document.id,
          title: readable(document.name || document.file),
          kind: kindOf(document, rules),
          settled: isAccepted(document),
        })),
        ...free.map((reference) => ({
          id: reference,
          title: readable(reference),
          kind: kindOfName(reference, rules),
          settled: false,
        })),
      ];
      return [...weakKinds(entry, items, at, rules), ...otherObjects(entry, items, at, rules)];
    })
    .filter(({ variant, concerns }) => {
      const key = `${variant} ${concerns.join()}`;
      return seen.has(key) ? false : Boolean(seen.add(key));
    });
};

/** Weak only where nothing stronger lies beside it. */
function weakKinds(entry: Entry, items: readonly Item[], at: CellRef | undefined, rules: EvidenceRules): Finding[] {
  const ruleFor = (item: Item) =>
    rules.weakKinds.find(({ kind, properFor }) => kind === item.kind && !inRanges(properFor, entry.indicator));
  if (items.some((item) => item.settled || ruleFor(item) === undefined)) return [];
  return items.map((item) =>
    finding("V09", entry.indicator, {
      variant: item.kind ?? "",
      at,
      params: { id: item.id, title: item.title },
      concerns: [item.id],
    }),
  );
}

function otherObjects(entry: Entry, items: readonly Item[], at: CellRef | undefined, rules: EvidenceRules): Finding[] {
  const number = entry.indicator;
  return items
    .filter(({ settled }) => !settled)
    .flatMap((item) => {
      const lookalike = rules.lookalikes.find(
        ({ indicators, pattern, unless }) =>
          inRanges(indicators, number) && matches(pattern, item.title) && !matches(unless, item.title),
      );
      const params = { id: item.id, title: item.title };
      if (lookalike)
        return [
          finding("V09", number, {
            variant: `lookalike.${lookalike.id}`,
            at,
            params,
            concerns: [item.id],
          }),
        ];
      return isAboutAnother(number, item.title, rules)
        ? [finding("V09", number, { variant: "object", at, params, concerns: [item.id] })]
        : [];
    });
}

/** The title names the object of a neighbour and not this indicator's own; titles that name neither tell nothing. */
const isAboutAnother = (number: number, title: string, rules: EvidenceRules): boolean =>
  rules.objects.some(({ indicators, general }) => {
    const own = indicators[number];
    return (
      own !== undefined &&
      !matches(own, title) &&
      !matches(general, title) &&
      Object.values(indicators).some((pattern) => matches(pattern, title))
    );
  });
