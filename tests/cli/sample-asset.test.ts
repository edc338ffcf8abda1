import { readFileSync } from "node:fs";
import path from "node:path";
import { readWorkbook } from "../../src/files/read";
import { spbe, temporaryFolder } from "./command";

const at = temporaryFolder();

test("the sample workbook that the build ships is what spbe demo writes today (npm run sample)", async () => {
  await spbe("demo", "--out", at("contoh.xlsx"));
  const gridOf = (file: string) => {
    const grid = readWorkbook(readFileSync(file));
    if (!grid.ok) throw new Error(grid.problem.code);
    return grid.value.sheets.map(({ name, values, formulas, tables }) => ({
      name,
      values,
      formulas: [...formulas],
      tables,
    }));
  };
  const shipped = path.resolve(__dirname, "../../assets/contoh-bandar-lampung-2023.xlsx");
  expect(gridOf(shipped)).toEqual(gridOf(at("contoh.xlsx")));
});
