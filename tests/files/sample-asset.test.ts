import { readFileSync } from "node:fs";
import path from "node:path";
import { readWorkbook } from "../../src/files/read";
import { writeWorkbook } from "../../src/files/write";
import { sampleAssessment } from "../../src/workbook/sample";
import { templateWorkbook } from "../../src/workbook/template";

test("the sample workbook that the build ships is what today's sheets write (npm run sample)", async () => {
  const shipped = readFileSync(path.resolve(__dirname, "../../assets/contoh-bandar-lampung-2023.xlsx"));
  const made = await writeWorkbook(templateWorkbook(sampleAssessment(), { mode: "full" }));
  const gridOf = (bytes: Uint8Array) => {
    const grid = readWorkbook(bytes);
    if (!grid.ok) throw new Error(grid.problem.code);
    return grid.value.sheets.map(({ name, values, formulas, tables }) => ({
      name,
      values,
      formulas: [...formulas],
      tables,
    }));
  };
  expect(gridOf(shipped)).toEqual(gridOf(made));
});
