/** What every sheet with levels needs: the cell, its format, its rule and what it tells a person who types something else. */
import type { LevelReading } from "../../assessment/assessment";
import type { Instrument } from "../../instrument/types";
import { levelChoices } from "../level-steps";
import type { Cell, Style, ValidationRule } from "../sheet";
import { ENTRIES_TEXT } from "../texts";

/** A level as its cell holds it; what could not be read stays as it was. */
export function levelCell(reading: LevelReading): Cell {
  if (reading.kind === "blank") return null;
  if (reading.kind === "level") return reading.level;
  if (reading.reason === "boolean") return reading.raw === "TRUE";
  const number = Number(reading.raw);
  return reading.raw.trim() !== "" && Number.isFinite(number) && reading.reason !== "not-a-level"
    ? number
    : reading.raw;
}

/** How levels are shown: two decimals where the scale has them. */
export const levelNumbers = ({ scale }: Instrument): Style => (scale.decimals > 0 ? { numberFormat: "0.00" } : {});

/** The rule that a cell for a level obeys. */
export function levelRule(instrument: Instrument, firstCell: string): ValidationRule {
  const { min, max, decimals } = instrument.scale;
  if (decimals === 0) return { kind: "list", values: levelChoices(instrument) };
  const formula = `IF(ISNUMBER(${firstCell}),AND(${firstCell}>=${min},${firstCell}<=${max},ROUND(${firstCell},${decimals})=${firstCell}),FALSE)`;
  return { kind: "custom", formula };
}

/** "1, 2, 3, 4, atau 5", or the range of a decimal scale. */
export function levelAdvice(instrument: Instrument): string {
  const { min, max, decimals } = instrument.scale;
  if (decimals > 0) return ENTRIES_TEXT.level(`nilai ${min} sampai ${max}, paling banyak ${decimals} desimal`);
  const choices = levelChoices(instrument);
  return ENTRIES_TEXT.level(`${choices.slice(0, -1).join(", ")}, atau ${choices.at(-1) ?? ""}`);
}
