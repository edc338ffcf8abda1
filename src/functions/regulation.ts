/** What the regulation says about one indicator. */
import { levelOfValue } from "../assessment/maturity";
import type { Criterion } from "../instrument/types";
import { indicatorOf, instrumentOf, levelArgument } from "./arguments";

/**
 * Bobot satu indikator dalam persen.
 * @customfunction WEIGHT
 * @param indicator Nomor indikator.
 * @param [instrument] Instrumen: spbe-2020 (bawaan), spbe-2018, atau pemdi-2026.
 * @returns Bobot, misalnya 2,75.
 */
export function weight(indicator: unknown, instrument?: string): number {
  return indicatorOf(instrumentOf(instrument), indicator).weight / 100;
}

/**
 * Nama lengkap satu indikator menurut peraturan.
 * @customfunction INDICATOR
 * @param indicator Nomor indikator.
 * @param [instrument] Instrumen: spbe-2020 (bawaan), spbe-2018, atau pemdi-2026.
 * @returns Nama indikator.
 */
export function indicator(indicator: unknown, instrument?: string): string {
  return indicatorOf(instrumentOf(instrument), indicator).name;
}

/**
 * Kriteria satu tingkat dari satu indikator, satu baris tiap kriteria.
 * @customfunction CRITERIA
 * @param indicator Nomor indikator.
 * @param level Tingkat.
 * @param [instrument] Instrumen: spbe-2020 (bawaan), spbe-2018, atau pemdi-2026.
 * @returns Kriteria dengan kodenya.
 */
export function criteria(indicator: unknown, level: unknown, instrument?: string): string {
  const pack = instrumentOf(instrument);
  const found = indicatorOf(pack, indicator);
  const wanted = levelOfValue(found, levelArgument(pack, found, level));
  const texts = found.levels.find((one) => one.level === wanted)?.criteria ?? [];
  return texts.map(line).join("\n");
}

const line = ({ id, text }: Criterion): string => `${id} ${text}`;
