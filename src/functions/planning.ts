/** The way of least effort to a target, and the place among the published results. */
import { PEER_GROUPS, PEER_SCALE, PEER_YEARS, rankAmong, readPeerGroup } from "../assessment/peers";
import { planOf, type StepEffort } from "../assessment/plan";
import { roundHalfUp, toNumber } from "../assessment/ratio";
import { indicatorsOf } from "../assessment/score";
import type { Instrument } from "../instrument/types";
import { localDecimal } from "../locale";
import { decimalNumber, instrumentOf, isBlank, levelsOf, rowsOf, shown, wholeNumber } from "./arguments";
import { valueError } from "./error";
import { indexArgument, targetArgument } from "./index-values";

/**
 * Tingkat dengan upaya terkecil yang mencapai target, satu tiap indikator; susunannya sama dengan rentang tingkat.
 * @customfunction PLAN
 * @param levels Tingkat semua indikator, seperti pada SPBE.INDEX.
 * @param target Indeks yang dituju, misalnya 2,6.
 * @param [effort] Upaya yang berbeda dari bawaan: tiga kolom No, Tingkat, Upaya.
 * @param [instrument] Instrumen: spbe-2020 (bawaan), spbe-2018, atau pemdi-2026.
 * @returns Tingkat yang dituju; indikator yang belum diisi tetap kosong.
 */
export function plan(levels: unknown[][], target: unknown, effort?: unknown[][], instrument?: string): unknown[][] {
  const pack = instrumentOf(instrument);
  const vector = levelsOf(pack, levels);
  const wanted = targetArgument(target, pack);
  const outcome = planOf({ instrument: pack, levels: vector, target: wanted, effort: effortsOf(pack, effort) });
  if (outcome.kind === "unreachable") {
    const { most, missing } = outcome.unreachable;
    throw valueError(missing.length > 0 ? "function.plan.missing" : "function.plan.unreachable", {
      target: localDecimal(roundHalfUp(wanted), "id"),
      most: localDecimal(roundHalfUp(most), "id"),
      numbers: missing.join(", "),
    });
  }
  const reached = outcome.plan.levels.map((level) => level ?? "");
  const rows = rowsOf(levels);
  if (rows.length === 1) return [reached];
  // Two columns may list the indicators in any order: the answer lies beside each.
  const isNumbered = rows[0]?.length === 2;
  return rows.map((row, place) => [reached[isNumbered ? (wholeNumber(row[0]) ?? 0) - 1 : place]]);
}

/**
 * Porsi instansi sekelompok dengan indeks sama dengan atau di bawah indeks ini (0–1).
 * @customfunction RANK
 * @param index Indeks, misalnya hasil SPBE.INDEX.
 * @param group Kelompok: pusat, provinsi, kabupaten, atau kota.
 * @param year Tahun hasil: 2023 atau 2024.
 * @returns Porsi, misalnya 0,42.
 */
export function rank(index: unknown, group: unknown, year: unknown): number {
  const exact = indexArgument(index, PEER_SCALE.max, PEER_SCALE.min);
  const peers = readPeerGroup(shown(group));
  if (!peers) throw valueError("function.group", { value: shown(group), known: PEER_GROUPS.join(", ") });
  const found = rankAmong({ index: exact, group: peers, year: wholeNumber(year) ?? 0 });
  if (!found) throw valueError("function.year", { value: shown(year), known: PEER_YEARS.join(", ") });
  return toNumber(found.share);
}

function effortsOf(instrument: Instrument, range: unknown): readonly StepEffort[] {
  const indicators = indicatorsOf(instrument);
  if (range === null || range === undefined) return [];
  return rowsOf(range).flatMap((row, place) => {
    if (row.every((cell) => isBlank(cell) || cell === 0)) return [];
    const [indicator, level, effort] = [wholeNumber(row[0]), wholeNumber(row[1]), decimalNumber(row[2])];
    if (indicator === null || level === null || effort === null)
      throw valueError("function.plan.effort", { row: place + 1 });
    const known = indicators[indicator - 1];
    if (!known)
      throw valueError("function.plan.effortIndicator", { row: place + 1, value: indicator, last: indicators.length });
    if (!known.levels.some((one) => one.level === level))
      throw valueError("function.plan.effortLevel", { row: place + 1, value: level, indicator });
    if (effort < 0) throw valueError("function.plan.effort", { row: place + 1 });
    return [{ indicator, level, effort }];
  });
}
