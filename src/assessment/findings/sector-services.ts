/** V11 a sector service that is unnamed, repeated, or covered by another indicator. Looks at all three names. */
import { matches } from "../../instrument/evidence-rules";
import { levelOf } from "../level";
import { SECTOR_FIELDS } from "../sector-indicators";
import { finding, type EntryRule } from "./facts";

export const sectorServices: EntryRule = (entry, _, { assessment: { identity }, rules }) => {
  const rule = rules?.sectorServices;
  const place = rule?.indicators.indexOf(entry.indicator) ?? -1;
  const field = SECTOR_FIELDS[place];
  if (!rule || !field) return [];
  const at = identity.cells[field] ?? entry.cells.level;
  const name = normal(identity.sectorServices[place] ?? "");
  if (name === "") {
    // Without a service the lowest level holds, so nothing has to be named.
    const level = levelOf(entry.level);
    return level !== null && level >= rule.fromLevel
      ? [finding("V11", entry.indicator, { variant: "unnamed", at, params: { place: place + 1 } })]
      : [];
  }
  const params = { name: identity.sectorServices[place] ?? "", place: place + 1 };
  const twin = identity.sectorServices.findIndex((other, index) => index < place && normal(other) === name);
  if (twin >= 0)
    return [
      finding("V11", entry.indicator, {
        variant: "repeated",
        at,
        params: { ...params, other: rule.indicators[twin] ?? 0 },
      }),
    ];
  const covered = Object.entries(rule.covered).find(([, pattern]) => matches(pattern, name));
  return covered
    ? [finding("V11", entry.indicator, { variant: "covered", at, params: { ...params, other: Number(covered[0]) } })]
    : [];
};

const normal = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^\s*layanan\s+/, "")
    .replace(/\s+/g, " ")
    .trim();
