import type { Catalogue } from "..";

export const functions: Catalogue<typeof import("../id/functions").functions> = {
  "function.instrument": 'Instrument "{value}" is not known. There are: {known}.',
  "function.levels.missing": "Write =SPBE.INDEX(SPBE_Tingkat)",
  "function.levels.shape":
    "Levels must be one row or one column of {expected} cells, or two columns No and Tingkat with {expected} rows; given were {rows} rows × {columns} columns.",
  "function.levels.number": 'Row {row}: "{value}" is no indicator number from 1 to {last}.',
  "function.levels.repeated": "Indicator {indicator} is written twice (row {row}).",
  "function.level.outside-scale": "Indicator {indicator}: {value} is outside levels {min} to {max}.",
  "function.level.not-whole": "Indicator {indicator}: {value} is no whole level from {min} to {max}.",
  "function.level.too-many-decimals": "Indicator {indicator}: {value} has more than two decimals.",
  "function.level.not-a-level": 'Indicator {indicator}: "{value}" is no level from {min} to {max}.',
  "function.level.error-value": "Indicator {indicator}: its cell holds the error {value}.",
  "function.level.boolean": "Indicator {indicator}: {value} is no level from {min} to {max}.",
  "function.level.date": "Indicator {indicator}: {value} reads as a date, not a level.",
  "function.level.blank": "Write a level from {min} to {max} for indicator {indicator}.",
  "function.indicator": 'There is no indicator "{value}". Write a number from 1 to {last}.',
  "function.domain": 'There is no domain "{value}". Write a number from 1 to {last} or its name.',
  "function.aspect": 'There is no aspect "{value}". Write a number from 1 to {last} or its name.',
  "function.index": '"{value}" is not an index between {min} and {max}.',
  "function.target": 'Target "{value}" is no number between {min} and {max}.',
  "function.codes.shape": "There are {codes} cells of codes and {answers} of answers; both must be the same.",
  "function.codes.unknown": 'Indicator {indicator} has no criterion "{code}".',
  "function.codes.repeated": "Indicator {indicator}: criterion {code} is written twice.",
  "function.answer": 'Indicator {indicator}, criterion {code}: "{value}" is not Ya, Sebagian or Tidak.',
  "function.plan.unreachable": "Target {target} cannot be reached; the most is {most}.",
  "function.plan.missing":
    "Target {target} cannot be reached; the highest is {most} while indicators {numbers} are unanswered.",
  "function.plan.effort": "Row {row} of the efforts must hold number, level, and an effort of 0 or more.",
  "function.plan.effortIndicator":
    "Row {row} of the efforts: there is no indicator {value}. Write a number from 1 to {last}.",
  "function.plan.effortLevel": "Row {row} of the efforts: indicator {indicator} has no level {value}.",
  "function.group": 'Group "{value}" is not known. Write {known}.',
  "function.year": 'There are no results of "{value}". There are: {known}.',
};
