import type { Instrument } from "../instrument/types";
import { failure, success, type Outcome } from "../locale/problem";
import type { Assessment, Entry, IsoDate } from "./assessment";
import { isAssessed, levelMet } from "./maturity";
import { officeKey } from "./offices";
import type { Capacity, PlanRequest, StepEffort } from "./plan-types";
import { parseRatio, ratio, compare, type Ratio } from "./ratio";
import { indicatorsOf, levelsOf } from "./score";

const decimal = (text: string): Ratio | null => parseRatio(text.trim().replace(",", "."));

/** A target as people write it: an index ("3,00", "2.6") or the name of a predicate ("Sangat Baik"), which is its lower limit. */
export function readTarget(instrument: Instrument, text: string): Outcome<Ratio> {
  const word = text.trim().replace(/\s+/g, " ").toLowerCase();
  const band = instrument.bands.find(({ name }) => name.toLowerCase() === word);
  if (band) return success(ratio(band.from, 100));
  const target = decimal(text);
  if (!target || compare(target, ratio(0)) <= 0 || compare(target, ratio(instrument.scale.max)) > 0)
    return failure("BAD_TARGET", { value: text, max: instrument.scale.max });
  return success(target);
}

/**
 * Rows `no, tingkat, upaya`: the effort of the step that reaches that level. A first row of headings is passed over;
 * the last row of a step wins; blank rows do not count.
 */
export function readEffortRows(instrument: Instrument, rows: readonly (readonly string[])[]): Outcome<StepEffort[]> {
  const indicators = indicatorsOf(instrument);
  const efforts = new Map<string, StepEffort>();
  for (const [index, cells] of rows.entries()) {
    if (cells.every((cell) => cell.trim() === "")) continue;
    const [indicator, level, effort] = [0, 1, 2].map((column) => decimal(cells[column] ?? ""));
    if (index === 0 && !indicator && !level && !effort) continue;
    const known = indicator && indicator.denominator === 1 ? indicators[indicator.numerator - 1] : undefined;
    const reaches = known?.levels.some((one) => level && level.denominator === 1 && one.level === level.numerator);
    if (!known || !level || !reaches || !effort || effort.numerator < 0 || 100 % effort.denominator !== 0)
      return failure("BAD_EFFORT", { row: index + 1, value: cells.join(", ") });
    efforts.set(`${known.number} ${level.numerator}`, {
      indicator: known.number,
      level: level.numerator,
      effort: effort.numerator / effort.denominator,
    });
  }
  return success([...efforts.values()]);
}

/**
 * Rows `opd, langkah`: how many indicators an OPD can raise. Blank rows do not count, nor does a first row whose second cell
 * holds no digit; the last row of an OPD wins. An OPD that none of `offices` is would be a limit without effect: refused.
 */
export function readCapacityRows(
  rows: readonly (readonly string[])[],
  offices: readonly string[],
): Outcome<Capacity[]> {
  const known = new Set(offices.map(officeKey));
  const capacities = new Map<string, Capacity>();
  for (const [index, [opd = "", count = ""]] of rows.entries()) {
    if (opd.trim() === "" && count.trim() === "") continue;
    const isNumber = /^\d{1,3}$/.test(count.trim());
    if (index === 0 && !/\d/.test(count)) continue;
    if (opd.trim() === "" || !isNumber) return failure("BAD_CAPACITY", { row: index + 1, value: `${opd}, ${count}` });
    if (!known.has(officeKey(opd)))
      return failure("UNKNOWN_OPD", { row: index + 1, opd: opd.trim(), known: offices.join(", ") || "–" });
    capacities.set(officeKey(opd), { opd: opd.trim(), steps: Number(count) });
  }
  return success([...capacities.values()]);
}

/** A day as 2025-06-30 or 30/06/2025. */
export function readDay(text: string): Outcome<IsoDate> {
  const [, day = "", month = "", year = ""] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim()) ?? [];
  const iso = year ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : text.trim();
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(iso) && new Date(`${iso}T00:00:00Z`).toJSON()?.startsWith(iso) === true;
  return isDay ? success(iso) : failure("BAD_DAY", { value: text });
}

/** The highest level whose criteria are met; null where none was answered. */
function metOf({ instrument }: Assessment, { indicator, criteria }: Entry): number | null {
  const known = indicatorsOf(instrument)[indicator - 1];
  return known && isAssessed(known, criteria) ? levelMet(known, criteria) : null;
}

/** The request that an assessment alone gives: its levels, what its criteria meet, and the OPDs of its entries. */
export const requestOf = (assessment: Assessment, target: Ratio): PlanRequest => ({
  instrument: assessment.instrument,
  levels: levelsOf(assessment),
  target,
  owners: assessment.entries.map(({ opd }) => opd),
  met: assessment.entries.map((entry) => metOf(assessment, entry)),
});
