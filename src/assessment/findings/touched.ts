import { evidenceRulesOf, inRanges } from "../../instrument/evidence-rules";
import type { Assessment } from "../assessment";

/**
 * The indicators whose findings may differ once the rows or criteria of some have changed, in order: these, and those that
 * rest on one of them. Identity, register, stages and layout concern every indicator; after those all are checked again.
 */
export function touchedBy({ instrument, entries }: Assessment, changed: ReadonlySet<number>): readonly number[] {
  const gate = evidenceRulesOf(instrument.id)?.gate;
  const isGated = (number: number): boolean =>
    gate !== undefined && changed.has(gate.gate) && inRanges(gate.indicators, number);
  return entries.map(({ indicator }) => indicator).filter((number) => changed.has(number) || isGated(number));
}
