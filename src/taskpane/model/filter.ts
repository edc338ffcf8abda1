import type { Assessment, Entry } from "../../assessment/assessment";
import type { Finding } from "../../assessment/finding";
import { officeKey } from "../../assessment/offices";
import { ownEntries } from "../../assessment/scope";

/** Which indicators the pane walks through. */
export type IndicatorFilter =
  { readonly kind: "all" | "unfinished" | "findings" } | { readonly kind: "opd"; readonly opd: string };

export const belongsTo = (entry: Entry, opd: string): boolean =>
  entry.opd.some((name) => officeKey(name) === officeKey(opd));

/** Numbers of the indicators that the filter lets through, in order; in an office's workbook only of its own. */
export function filteredIndicators(
  assessment: Assessment,
  findings: readonly Finding[],
  filter: IndicatorFilter,
): readonly number[] {
  const pass = (entry: Entry): boolean => {
    switch (filter.kind) {
      case "all":
        return true;
      case "unfinished":
        return entry.level.kind !== "level";
      case "findings":
        return findings.some(({ indicator }) => indicator === entry.indicator);
      case "opd":
        return belongsTo(entry, filter.opd);
    }
  };
  return ownEntries(assessment)
    .filter(pass)
    .map(({ indicator }) => indicator);
}

/** The indicator itself, or the first one where it is another office's. */
export function ownIndicator(assessment: Assessment, number: number): number {
  const own = ownEntries(assessment).map(({ indicator }) => indicator);
  return own.includes(number) ? number : (own[0] ?? number);
}

/** The neighbours of an indicator in a filtered list, and its place there (1-based; 0 when it is not in the list). */
export function neighbours(
  list: readonly number[],
  number: number,
): { readonly place: number; readonly previous: number | null; readonly next: number | null } {
  return {
    place: list.indexOf(number) + 1,
    previous: list.filter((one) => one < number).at(-1) ?? null,
    next: list.find((one) => one > number) ?? null,
  };
}

/** The filter as the value of a select element, and back. */
export const filterValue = (filter: IndicatorFilter): string =>
  filter.kind === "opd" ? `opd:${filter.opd}` : filter.kind;

export function filterOf(value: string): IndicatorFilter {
  if (value.startsWith("opd:")) return { kind: "opd", opd: value.slice(4) };
  return { kind: value === "unfinished" || value === "findings" ? value : "all" };
}
