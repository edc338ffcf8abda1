import { decimalOf } from "../../../src/workbook/read/cell";

test("a decimal is read with a point whether it was typed with a comma or not, and nothing else is one", () => {
  expect([2.6, "2,6", " 2.60 ", 3].map(decimalOf)).toEqual(["2.6", "2.6", "2.60", "3"]);
  for (const value of ["tiga", "3,0,0", "-3", "", null, true, { error: "#N/A" }]) expect(decimalOf(value)).toBeNull();
});
