import type { StageValue } from "../../assessment/assessment";
import { levelNamesOf, readLevel } from "../../assessment/level";
import type { Instrument } from "../../instrument/types";
import { columnOf, type Block } from "./block";
import { textOf, valueAt } from "./cell";
import { dateOfSerial } from "./dates";
import { numberOf } from "./entry-rows";
import { stageOf } from "./identity";

/** The values per stage (`Nilai Tahap`); rows without a number, a stage or any content are left out. */
export const readStages = (
  blocks: readonly Block[],
  instrument: Instrument,
  date1904: boolean,
): readonly StageValue[] =>
  blocks.flatMap((block) => {
    const { sheet } = block;
    const values: StageValue[] = [];
    const cell = (row: number, role: string) => {
      const column = columnOf(block, role);
      return column < 0 ? null : valueAt(sheet, row, column);
    };
    for (let row = block.firstRow; row <= block.lastRow; row++) {
      const indicator = numberOf(cell(row, "no"));
      const stage = stageOf(textOf(cell(row, "stage")));
      if (indicator === null || stage === null) continue;
      const level = readLevel(cell(row, "level"), instrument.scale, { names: levelNamesOf(instrument) });
      const [explanation, assessor] = [textOf(cell(row, "explanation")), textOf(cell(row, "assessor"))];
      if (level.kind === "blank" && explanation === "") continue;
      const time = cell(row, "time");
      const day = typeof time === "number" ? dateOfSerial(time, date1904) : null;
      values.push({ indicator, stage, level, explanation, assessor, time: day ?? textOf(time) });
    }
    return values;
  });
