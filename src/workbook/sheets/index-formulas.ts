/** The arithmetic of `Indeks` in formulas that are exact: whole numbers until one last division. */
import type { Assessment } from "../../assessment/assessment";
import { DEFAULT_INSTRUMENT } from "../../instrument/default";
import { quoteText } from "./level-formulas";

/** Weights in hundredths of a percent, exact whatever the cell's float is. */
const weights = (from: number, to: number): string => `ROUND(C${from}:C${to}*100,0)`;
/** Σ level × weight as a whole number (hundredths × hundredths), so that one division gives the exact value. */
const weighted = (column: string, from: number, to: number): string =>
  `ROUND(SUMPRODUCT(${weights(from, to)},${column}${from}:${column}${to})*100,0)`;
export const meanFormula = (column: string, from: number, to: number): string =>
  `${weighted(column, from, to)}/(SUMPRODUCT(${weights(from, to)})*100)`;
export const pointsFormula = (column: string, from: number, to: number): string =>
  `${weighted(column, from, to)}/1000000`;

/**
 * The mean of targets, where an indicator without one counts with its level; nothing while the whole column `all` is
 * blank, since then nobody set any.
 */
export const targetMeanFormula = (from: number, to: number, all: string): string => {
  const [targets, levels] = [`E${from}:E${to}`, `D${from}:D${to}`];
  const sum = `SUMPRODUCT(${weights(from, to)},${targets})+SUMPRODUCT(${weights(from, to)}*(${targets}=""),${levels})`;
  return `IF(COUNT(${all})=0,"",ROUND((${sum})*100,0)/(SUMPRODUCT(${weights(from, to)})*100))`;
};

/** The instrument's argument of our functions; the default one needs none. */
export const instrumentArgument = ({ instrument }: Assessment): string =>
  instrument.id === DEFAULT_INSTRUMENT.id ? "" : `,${quoteText(instrument.id)}`;
