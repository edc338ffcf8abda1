import { pastedArea, pastedCells } from "../../workbench/host/paste";

const AT = { row: 5, column: 6, rows: 1, columns: 1 };

test("tabs part cells and line breaks part rows, but not inside quotes", () => {
  expect(pastedCells('1\t2\n"a\tb\nc ""d"""\t3\r\n')).toEqual([
    ["1", "2"],
    ['a\tb\nc "d"', "3"],
  ]);
  expect(pastedArea(pastedCells('"a\nb"\tc\td\n1'), AT)).toEqual({ ...AT, rows: 2, columns: 3 });
});

test("a text fills at least what is selected, and a block goes beyond it", () => {
  expect(pastedArea(pastedCells("3"), { ...AT, rows: 4, columns: 2 })).toEqual({ ...AT, rows: 4, columns: 2 });
  expect(pastedArea(pastedCells("1\n2\n3"), { ...AT, rows: 2 })).toEqual({ ...AT, rows: 3 });
});
