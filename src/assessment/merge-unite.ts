import { idKey } from "./merge-row";

/** What several offices say of one thing, and what follows for a list that people may have changed since. */

export const uniteTexts = (texts: readonly string[]): string =>
  [...new Set(texts.filter((text) => text !== ""))].join("\n");

export function uniteLists(lists: readonly (readonly string[])[]): readonly string[] {
  const found = new Map<string, string>();
  for (const list of lists) for (const id of list) if (!found.has(idKey(id))) found.set(idKey(id), id);
  return [...found.values()];
}

/** The workbook's references with what the offices added since they were merged last, and without what they dropped. */
export function listAfter(base: readonly string[], then: readonly string[], now: readonly string[]): readonly string[] {
  if (now.length === 0) return base;
  if (base.length === 0) return now;
  const [was, is] = [new Set(then.map(idKey)), new Set(now.map(idKey))];
  const staying = base.filter((id) => is.has(idKey(id)) || !was.has(idKey(id)));
  const after = uniteLists([staying, now.filter((id) => !was.has(idKey(id)))]);
  if (after.length === 0) return now;
  return after.length === base.length && after.every((id, i) => id === base[i]) ? base : after;
}
