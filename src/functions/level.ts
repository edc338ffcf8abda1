/** The level that answered criteria reach. */
import { ANSWERS, type Answer } from "../assessment/assessment";
import { levelMet, type Answers } from "../assessment/maturity";
import type { Indicator } from "../instrument/types";
import { indicatorOf, instrumentOf, isBlank, rowsOf, shown } from "./arguments";
import { valueError } from "./error";

/**
 * Tingkat tertinggi yang kriterianya, dan semua tingkat di bawahnya, sudah Ya.
 * @customfunction LEVEL
 * @param indicator Nomor indikator.
 * @param codes Kode kriteria (2a, 3b, …), satu sel tiap kriteria.
 * @param answers Jawaban Ya, Sebagian, atau Tidak, sebanyak kodenya.
 * @param [instrument] Instrumen: spbe-2020 (bawaan), spbe-2018, atau pemdi-2026.
 * @returns Tingkat; tidak pernah di bawah tingkat terendah.
 */
export function level(indicator: unknown, codes: unknown[][], answers: unknown[][], instrument?: string): number {
  const found = indicatorOf(instrumentOf(instrument), indicator);
  return levelMet(found, answersOf(found, rowsOf(codes).flat(), rowsOf(answers).flat()));
}

function answersOf(indicator: Indicator, codes: readonly unknown[], answers: readonly unknown[]): Answers {
  if (codes.length !== answers.length)
    throw valueError("function.codes.shape", { codes: codes.length, answers: answers.length });
  const known = new Set(indicator.levels.flatMap(({ criteria }) => criteria.map(({ id }) => id)));
  const given = new Map<string, { answer: Answer | null }>();
  codes.forEach((cell, place) => {
    if (isBlank(cell) || cell === 0) return;
    const code = shown(cell).trim().toLowerCase();
    if (!known.has(code))
      throw valueError("function.codes.unknown", { indicator: indicator.number, code: shown(cell) });
    if (given.has(code)) throw valueError("function.codes.repeated", { indicator: indicator.number, code });
    given.set(code, { answer: answerOf(indicator, code, answers[place]) });
  });
  return given;
}

function answerOf(indicator: Indicator, code: string, cell: unknown): Answer | null {
  // Older Excel hands blank cells over as 0.
  if (isBlank(cell) || cell === 0) return null;
  const text = shown(cell).trim().toLowerCase();
  const answer = ANSWERS.find((one) => one.toLowerCase() === text);
  if (!answer) throw valueError("function.answer", { indicator: indicator.number, code, value: shown(cell) });
  return answer;
}
