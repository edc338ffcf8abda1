/** Values of the whole, of domains and of aspects. */
import { compare, ratio, roundHalfUp, subtract, toNumber, type Ratio } from "../assessment/ratio";
import { aspectValue, bandOf, domainValue, indexOf, indicatorsOf, TOTAL_WEIGHT } from "../assessment/score";
import type { Instrument } from "../instrument/types";
import { decimalNumber, instrumentOf, levelsOf, shown, wholeNumber } from "./arguments";
import { valueError } from "./error";

/**
 * Indeks yang persis dari tingkat semua indikator, tanpa pembulatan. Sel kosong menyumbang 0.
 * @customfunction INDEX
 * @param [levels] Tingkat semua indikator: satu kolom atau baris menurut urutan nomor (misalnya SPBE_Tingkat), atau dua kolom No dan Tingkat.
 * @param [instrument] Instrumen: spbe-2020 (bawaan), spbe-2018, atau pemdi-2026.
 * @returns Indeks, misalnya 2,1545.
 */
export function index(levels?: unknown[][], instrument?: string): number {
  const pack = instrumentOf(instrument);
  const plain = indexOfPlainNumbers(pack, levels);
  return plain ?? toNumber(indexOf(pack, levelsOf(pack, levels)));
}

/**
 * Predikat dari indeks yang persis; batas bawah termasuk.
 * @customfunction PREDICATE
 * @param index Indeks, misalnya hasil SPBE.INDEX.
 * @param [instrument] Instrumen: spbe-2020 (bawaan), spbe-2018, atau pemdi-2026.
 * @returns Kurang, Cukup, Baik, Sangat Baik, atau Memuaskan.
 */
export function predicate(index: unknown, instrument?: string): string {
  const pack = instrumentOf(instrument);
  return bandOf(pack, indexArgument(index, pack.scale.max)).name;
}

/**
 * Nilai satu domain yang persis.
 * @customfunction DOMAIN
 * @param domain Nomor atau nama domain.
 * @param levels Tingkat semua indikator, seperti pada SPBE.INDEX.
 * @param [instrument] Instrumen: spbe-2020 (bawaan), spbe-2018, atau pemdi-2026.
 * @returns Nilai domain.
 */
export function domain(domain: unknown, levels: unknown[][], instrument?: string): number {
  const pack = instrumentOf(instrument);
  const found = partOf(pack.domains, domain);
  if (!found) throw valueError("function.domain", { value: shown(domain), last: pack.domains.length });
  return toNumber(domainValue(found, levelsOf(pack, levels)));
}

/**
 * Nilai satu aspek yang persis.
 * @customfunction ASPECT
 * @param aspect Nomor atau nama aspek.
 * @param levels Tingkat semua indikator, seperti pada SPBE.INDEX.
 * @param [instrument] Instrumen: spbe-2020 (bawaan), spbe-2018, atau pemdi-2026.
 * @returns Nilai aspek.
 */
export function aspect(aspect: unknown, levels: unknown[][], instrument?: string): number {
  const pack = instrumentOf(instrument);
  const aspects = pack.domains.flatMap((one) => one.aspects);
  const found = partOf(aspects, aspect);
  if (!found) throw valueError("function.aspect", { value: shown(aspect), last: aspects.length });
  return toNumber(aspectValue(found, levelsOf(pack, levels)));
}

/**
 * Poin indeks yang masih kurang menuju target; 0 bila sudah tercapai.
 * @customfunction GAP
 * @param levels Tingkat semua indikator, seperti pada SPBE.INDEX.
 * @param target Indeks yang dituju, misalnya 2,6.
 * @param [instrument] Instrumen: spbe-2020 (bawaan), spbe-2018, atau pemdi-2026.
 * @returns Poin indeks.
 */
export function gap(levels: unknown[][], target: unknown, instrument?: string): number {
  const pack = instrumentOf(instrument);
  const missing = subtract(targetArgument(target, pack), indexOf(pack, levelsOf(pack, levels)));
  return compare(missing, ratio(0)) > 0 ? toNumber(missing) : 0;
}

/**
 * Indeks dengan dua desimal, setengah dibulatkan ke atas, seperti yang diumumkan kementerian.
 * @customfunction ROUND
 * @param index Indeks, misalnya hasil SPBE.INDEX.
 * @returns Indeks dua desimal.
 */
export function round(index: unknown): number {
  return Number(roundHalfUp(indexArgument(index, 5)));
}

/** An exact target from a cell. */
export function targetArgument(argument: unknown, { scale }: Instrument): Ratio {
  const number = decimalNumber(argument);
  if (number === null || number < scale.min || number > scale.max)
    throw valueError("function.target", { value: shown(argument), min: scale.min, max: scale.max });
  return exactOf(number);
}

export function indexArgument(argument: unknown, max: number, min = 0): Ratio {
  const number = decimalNumber(argument);
  if (number === null || number < min || number > max)
    throw valueError("function.index", { value: shown(argument), min, max });
  return exactOf(number);
}

/**
 * The exact value that a cell's number stands for: sums of decimals in cells miss it by far less than a billionth, and
 * no index, domain or aspect value lies that near to a limit without being on it.
 */
const exactOf = (number: number): Ratio => ratio(Math.round(number * 1e9), 1e9);

function partOf<T extends { readonly number: number; readonly name: string }>(
  parts: readonly T[],
  argument: unknown,
): T | undefined {
  const number = wholeNumber(argument);
  if (number !== null) return parts.find((part) => part.number === number);
  const name = shown(argument).trim().toLowerCase();
  return parts.find((part) => part.name.toLowerCase() === name);
}

/**
 * The index of a range that holds nothing but whole levels and blanks, in order: a workbook asks for this thousands of
 * times. Null where any cell needs the parser.
 */
function indexOfPlainNumbers(instrument: Instrument, range: unknown): number | null {
  if (instrument.scale.decimals !== 0 || !Array.isArray(range)) return null;
  const weights = weightsOf(instrument);
  const { min, max } = instrument.scale;
  const rows = range as unknown[][];
  const first = rows[0];
  if (rows.length === 1 && first?.length === weights.length) {
    let sum = 0;
    for (let place = 0; place < weights.length; place++) {
      const points = pointsOf(first[place], weights[place] ?? 0, min, max);
      if (points < 0) return null;
      sum += points;
    }
    return sum / TOTAL_WEIGHT;
  }
  if (rows.length !== weights.length || first?.length !== 1) return null;
  let sum = 0;
  for (let place = 0; place < weights.length; place++) {
    const points = pointsOf(rows[place]?.[0], weights[place] ?? 0, min, max);
    if (points < 0) return null;
    sum += points;
  }
  return sum / TOTAL_WEIGHT;
}

/** Level × weight of one cell; negative where the cell needs the parser. */
function pointsOf(cell: unknown, weight: number, min: number, max: number): number {
  if (typeof cell === "number") {
    if ((cell | 0) === cell && cell >= min && cell <= max) return cell * weight;
    return cell === 0 ? 0 : -1;
  }
  return cell === null ? 0 : -1;
}

/** Of the instrument asked last: nearly every call in a workbook means the same one. */
let known: { readonly instrument: Instrument; readonly weights: readonly number[] } | null = null;

function weightsOf(instrument: Instrument): readonly number[] {
  if (known?.instrument !== instrument)
    known = { instrument, weights: indicatorsOf(instrument).map(({ weight }) => weight) };
  return known.weights;
}
