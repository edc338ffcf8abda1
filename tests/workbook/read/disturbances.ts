import { indicatorsOf } from "../../../src/assessment/score";
import { allInstruments } from "../../../src/instrument/all";
import type { RepairKind } from "../../../src/assessment/assessment";
import type { GridValue } from "../../../src/workbook/grid";
import {
  deleteColumn,
  insertColumn,
  insertRows,
  plainSheet,
  sheetOf,
  type LooseGrid,
  type LooseSheet,
} from "./loose-grid";

/** One way in which people spoil a workbook that was handed out, and what reading must report about it. */
export interface Disturbance {
  readonly name: string;
  readonly disturb: (grid: LooseGrid) => void;
  /** The kinds of repair that must be reported, and no others; `any` where it depends on the rows. */
  readonly repairs: readonly RepairKind[];
  /** What this disturbance destroys, so that nobody could read it back. */
  readonly loses?: readonly ("opd" | "explanation" | "evidence" | "criteria" | "register" | "identity")[];
}

const HEADER = 4;
const FIRST = 5;
const [NO, NAME, OPD, LEVEL, EXPLANATION, EVIDENCE] = [0, 3, 5, 6, 9, 10];

const entries = (grid: LooseGrid): LooseSheet => sheetOf(grid, "Penilaian");
const dataRows = (sheet: LooseSheet): GridValue[][] => sheet.values.slice(FIRST);

const eachRow = (grid: LooseGrid, change: (row: GridValue[], index: number) => void): void =>
  dataRows(entries(grid)).forEach(change);

function dropTables(grid: LooseGrid): void {
  for (const sheet of grid.sheets) sheet.tables = [];
}
function dropNames(grid: LooseGrid): void {
  grid.names = [];
}
/** As if the table had been copied by hand into a workbook of one's own. */
function dropTraces(grid: LooseGrid): void {
  dropTables(grid);
  dropNames(grid);
}

const ROMAN = ["I", "II", "III", "IV", "V"];
const NAMES = [...indicatorsOf(allInstruments.get("spbe-2020") ?? fail())];
function fail(): never {
  throw new Error("no instrument");
}

/** Two letters of the longest word change places. */
function misspell(text: string): string {
  const word = text.split(" ").sort((a, b) => b.length - a.length)[0] ?? text;
  const spoilt = `${word.slice(0, 2)}${word[3] ?? ""}${word[2] ?? ""}${word.slice(4)}`;
  return text.replace(word, spoilt);
}

const fullName = (row: GridValue[]): string => NAMES[Number(row[NO]) - 1]?.name ?? "";

/** Every row of the table, with only the given columns under headers of one's own. */
function ownTable(sheet: LooseSheet, headers: readonly string[], columns: readonly number[]): GridValue[][] {
  return [[...headers], ...dataRows(sheet).map((row) => columns.map((column) => row[column] ?? null))];
}

const KEPT = [NO, NAME, OPD, LEVEL, EXPLANATION, EVIDENCE];

export const DISTURBANCES: readonly Disturbance[] = [
  { name: "untouched", disturb: () => undefined, repairs: [] },
  {
    name: "rows inserted above the table",
    disturb: (grid) => insertRows(grid, entries(grid), 0, 3),
    repairs: ["moved-header"],
  },
  {
    name: "a column inserted before Tingkat",
    disturb: (grid) => insertColumn(grid, entries(grid), LEVEL, "Kondisi Tahun Lalu"),
    repairs: ["moved-column"],
  },
  {
    name: "Tingkat moved to the end",
    disturb: (grid) => {
      const sheet = entries(grid);
      for (const row of sheet.values.slice(HEADER)) {
        while (row.length < 15) row.push(null);
        row.push(...row.splice(LEVEL, 1));
      }
      sheet.tables = sheet.tables.map((table) => ({
        ...table,
        columns: (sheet.values[HEADER] ?? []).map((value) => String(value)),
      }));
      grid.names = grid.names.filter(({ sheet: at, area }) => at !== "Penilaian" || area.left < LEVEL);
    },
    repairs: ["moved-column"],
  },
  {
    name: "headers renamed",
    disturb: (grid) => {
      const header = entries(grid).values[HEADER] ?? [];
      [header[LEVEL], header[EVIDENCE], header[EXPLANATION]] = ["Level Kematangan", "Link Bukti", "Uraian"];
    },
    repairs: ["renamed-column"],
  },
  {
    name: "headers misspelt",
    disturb: (grid) => {
      const header = entries(grid).values[HEADER] ?? [];
      [header[LEVEL], header[EXPLANATION]] = ["Tinkgat", "Penjelassan"];
      dropTables(grid);
      dropNames(grid);
    },
    repairs: ["template-changed"],
  },
  {
    name: "the column Data Dukung deleted",
    disturb: (grid) => deleteColumn(grid, entries(grid), EVIDENCE),
    repairs: ["missing-column"],
    loses: ["evidence"],
  },
  {
    // Excel puts a name of its own into a table's emptied header.
    name: "the header of Tingkat deleted",
    disturb: (grid) => {
      (entries(grid).values[HEADER] ?? [])[LEVEL] = "Kolom1";
      for (const sheet of grid.sheets)
        sheet.tables = sheet.tables.map((table) => ({
          ...table,
          columns: table.columns.map((text, i) => (sheet.name === "Penilaian" && i === LEVEL ? "Kolom1" : text)),
        }));
    },
    repairs: ["renamed-column"],
  },
  {
    name: "the sheet renamed",
    disturb: (grid) => {
      entries(grid).name = "Penilaian Dinas (final)";
      for (const name of grid.names) if (name.sheet === "Penilaian") name.sheet = "Penilaian Dinas (final)";
    },
    repairs: ["renamed-sheet"],
  },
  { name: "sheets in another order", disturb: (grid) => void grid.sheets.reverse(), repairs: ["moved-sheet"] },
  { name: "tables lost on the way", disturb: dropTables, repairs: [] },
  { name: "tables and names lost on the way", disturb: dropTraces, repairs: ["template-changed"] },
  {
    name: "the table copied into a workbook of one's own, header in row 9, under a letterhead",
    disturb: (grid) => {
      const table = ownTable(
        entries(grid),
        ["No.", "Nama Indikator", "Perangkat Daerah", "Nilai", "Keterangan", "Link Eviden"],
        KEPT,
      );
      const head: GridValue[][] = [
        ["PEMERINTAH KOTA CONTOH"],
        ["LEMBAR KERJA EVALUASI SPBE"],
        [],
        ["Tahun", null, 2023],
        [],
        [],
        [],
        [],
      ];
      grid.sheets = [plainSheet("Sheet1", [...head, ...table])];
      dropNames(grid);
    },
    repairs: ["template-changed"],
    loses: ["criteria", "register", "identity"],
  },
  {
    name: "a header of two rows with merged cells",
    disturb: (grid) => {
      const [, ...rows] = ownTable(entries(grid), [], [NO, NAME, LEVEL, EXPLANATION, EVIDENCE]);
      const sheet = plainSheet("LKE", [
        ["No", "Indikator", "Penilaian Mandiri", null, null],
        [null, null, "Tingkat", "Penjelasan", "Bukti"],
        ...rows,
      ]);
      sheet.merges = [
        { top: 0, bottom: 1, left: 0, right: 0 },
        { top: 0, bottom: 1, left: 1, right: 1 },
        { top: 0, bottom: 0, left: 2, right: 4 },
      ];
      grid.sheets = [...grid.sheets.filter(({ name }) => name !== "Penilaian"), sheet];
      dropTraces(grid);
    },
    repairs: ["template-changed"],
    loses: ["opd"],
  },
  {
    name: "columns numbered under the header",
    disturb: (grid) => {
      const [header = [], ...rows] = ownTable(
        entries(grid),
        ["No", "Indikator", "Tingkat", "Penjelasan", "Data Dukung"],
        [NO, NAME, LEVEL, EXPLANATION, EVIDENCE],
      );
      grid.sheets = [plainSheet("Isian", [header, ["(1)", "(2)", "(3)", "(4)", "(5)"], ...rows])];
      dropNames(grid);
    },
    repairs: ["template-changed"],
    loses: ["opd", "criteria", "register", "identity"],
  },
  {
    name: "one column per level, ticked",
    disturb: (grid) => {
      const rows = dataRows(entries(grid)).map((row) => [
        row[NO] ?? null,
        row[NAME] ?? null,
        ...[1, 2, 3, 4, 5].map((level) => (level === row[LEVEL] ? "v" : null)),
        row[EXPLANATION] ?? null,
        row[EVIDENCE] ?? null,
      ]);
      const sheet = plainSheet("LKE", [
        ["No", "Indikator", "Tingkat Kematangan", null, null, null, null, "Penjelasan", "Data Dukung"],
        [null, null, 1, 2, 3, 4, 5, null, null],
        ...rows,
      ]);
      sheet.merges = [{ top: 0, bottom: 0, left: 2, right: 6 }];
      grid.sheets = [sheet];
      dropNames(grid);
    },
    repairs: ["template-changed"],
    loses: ["opd", "criteria", "register", "identity"],
  },
  {
    name: "no header at all",
    disturb: (grid) => {
      const [, ...rows] = ownTable(entries(grid), [], [NO, NAME, LEVEL, EXPLANATION, EVIDENCE]);
      for (const row of rows) row[1] = fullName(row);
      grid.sheets = [plainSheet("Sheet1", rows)];
      dropNames(grid);
    },
    repairs: ["template-changed"],
    loses: ["opd", "criteria", "register", "identity"],
  },
  {
    name: "one sheet per aspect",
    disturb: (grid) => {
      const sheet = entries(grid);
      const byAspect = new Map<string, GridValue[][]>();
      for (const row of dataRows(sheet)) byAspect.set(String(row[2]), [...(byAspect.get(String(row[2])) ?? []), row]);
      const sheets = [...byAspect].map(([aspect, rows], i) =>
        plainSheet(`Aspek ${i + 1}`, [
          [aspect],
          ["No", "Indikator", "OPD", "Tingkat", "Penjelasan", "Data Dukung"],
          ...rows.map((row) => KEPT.map((c) => row[c] ?? null)),
        ]),
      );
      grid.sheets = [...grid.sheets.filter((one) => one !== sheet), ...sheets];
      dropTraces(grid);
    },
    repairs: ["template-changed"],
  },
  {
    name: "one sheet per indicator",
    disturb: (grid) => {
      const sheet = entries(grid);
      const forms = dataRows(sheet).map((row) =>
        plainSheet(`Ind ${String(row[NO])}`, [
          ["FORMULIR PENILAIAN MANDIRI"],
          [],
          ["Nomor Indikator", ":", row[NO] ?? null],
          ["Nama Indikator", ":", row[NAME] ?? null],
          ["Perangkat Daerah", ":", row[OPD] ?? null],
          ["Tingkat Kematangan", ":", row[LEVEL] ?? null],
          ["Penjelasan", ":", row[EXPLANATION] ?? null],
          ["Data Dukung", ":", row[EVIDENCE] ?? null],
        ]),
      );
      grid.sheets = [...grid.sheets.filter((one) => one !== sheet), ...forms];
      dropTraces(grid);
    },
    repairs: ["guessed-indicator"],
  },
  {
    name: "aspect headings between the rows",
    disturb: (grid) => {
      const sheet = entries(grid);
      const rows = dataRows(sheet).flatMap((row, i) =>
        i % 5 === 0 ? [["A", null, null, String(row[2])] as GridValue[], row] : [row],
      );
      sheet.values.splice(FIRST, sheet.values.length, ...rows);
      sheet.formulas.clear();
    },
    repairs: [],
  },
  {
    name: "totals and a signature under the table",
    disturb: (grid) => {
      const sheet = entries(grid);
      sheet.values.push(
        [],
        [null, null, null, "Jumlah", null, null, 2.15],
        [],
        [null, null, null, null, null, null, null, null, null, "Mengetahui, Kepala Dinas"],
        [null, null, null, null, null, null, null, null, null, "Budi, S.Kom."],
      );
    },
    repairs: [],
  },
  {
    name: "10,000 extra rows",
    disturb: (grid) => {
      const sheet = entries(grid);
      for (let i = 0; i < 10_000; i++)
        sheet.values.push(
          i % 7 === 0
            ? [null, null, null, `catatan kerja ${i}`]
            : i % 2 === 0
              ? []
              : [null, null, null, null, null, ""],
        );
    },
    repairs: [],
  },
  {
    name: "rows of OPD cells merged",
    disturb: (grid) => {
      const sheet = entries(grid);
      const last = sheet.values.length - 1;
      for (const row of sheet.values.slice(FIRST + 1)) row[OPD] = null;
      if (last > FIRST) sheet.merges.push({ top: FIRST, bottom: last, left: OPD, right: OPD });
    },
    repairs: ["merged-cells"],
    loses: ["opd"],
  },
  {
    name: "evidence listed over merged rows",
    disturb: (grid) => {
      const sheet = entries(grid);
      const rows = dataRows(sheet);
      const spread: GridValue[][] = [];
      for (const row of rows) {
        const [first = null, ...others] = String(row[EVIDENCE] ?? "").split("; ");
        const top = FIRST + spread.length;
        spread.push(row.map((value, c) => (c === EVIDENCE ? first || null : value)));
        for (const other of others) spread.push(row.map((_, c) => (c === EVIDENCE ? other : null)));
        if (others.length > 0) sheet.merges.push({ top, bottom: top + others.length, left: NO, right: NO });
      }
      sheet.values.splice(FIRST, sheet.values.length, ...spread);
      sheet.formulas.clear();
    },
    repairs: ["merged-cells"],
  },
  {
    name: "evidence listed in rows below without a number",
    disturb: (grid) => {
      const sheet = entries(grid);
      const spread = dataRows(sheet).flatMap((row) => {
        const [first = null, ...others] = String(row[EVIDENCE] ?? "").split("; ");
        return [
          row.map((value, c) => (c === EVIDENCE ? first || null : value)),
          ...others.map((other) => row.map((_, c) => (c === EVIDENCE ? other : null))),
        ];
      });
      sheet.values.splice(FIRST, sheet.values.length, ...spread);
      sheet.formulas.clear();
    },
    repairs: ["guessed-indicator"],
  },
  { name: "rows hidden", disturb: (grid) => void entries(grid).hiddenRows.add(FIRST), repairs: ["hidden-rows"] },
  {
    name: "columns hidden",
    disturb: (grid) => void entries(grid).hiddenColumns.add(EXPLANATION).add(LEVEL),
    repairs: ["hidden-columns"],
  },
  {
    name: "numbers stored as text",
    disturb: (grid) =>
      eachRow(grid, (row) => {
        row[NO] = String(row[NO]);
        if (row[LEVEL] !== null) row[LEVEL] = `${String(row[LEVEL])} `;
      }),
    repairs: ["number-as-text"],
  },
  {
    name: "levels written as words",
    disturb: (grid) =>
      eachRow(grid, (row, i) => {
        const level = Number(row[LEVEL]);
        if (row[LEVEL] !== null)
          row[LEVEL] = [`Level ${level}`, `Tingkat ${level}`, ROMAN[level - 1] ?? null, `Lv. ${level}`][i % 4] ?? null;
      }),
    repairs: [],
  },
  {
    name: "levels with decimal commas",
    disturb: (grid) =>
      eachRow(grid, (row) => void (row[LEVEL] = row[LEVEL] === null ? null : `${String(row[LEVEL])},00`)),
    repairs: ["number-as-text"],
  },
  {
    name: "levels as formulas with their last value",
    disturb: (grid) =>
      dataRows(entries(grid)).forEach((_, i) => entries(grid).formulas.set(`${FIRST + i},${LEVEL}`, "=1+1")),
    repairs: ["formula-as-level"],
  },
  {
    name: "numbers written as Indikator 17",
    disturb: (grid) => eachRow(grid, (row) => void (row[NO] = `Indikator ${String(row[NO])}`)),
    repairs: ["number-as-text"],
  },
  {
    name: "the number column cleared",
    disturb: (grid) =>
      eachRow(grid, (row) => {
        row[NAME] = fullName(row);
        row[NO] = null;
      }),
    repairs: ["guessed-indicator"],
  },
  {
    name: "the number column cleared and names misspelt",
    disturb: (grid) =>
      eachRow(grid, (row) => {
        row[NAME] = misspell(fullName(row));
        row[NO] = null;
      }),
    repairs: ["guessed-indicator"],
  },
  {
    name: "rows numbered anew",
    disturb: (grid) =>
      eachRow(grid, (row, i) => {
        row[NAME] = fullName(row);
        row[NO] = ((i + 20) % 47) + 1;
      }),
    repairs: ["guessed-indicator"],
  },
  {
    name: "rows sorted the other way",
    disturb: (grid) => {
      const sheet = entries(grid);
      sheet.values.splice(FIRST, sheet.values.length, ...dataRows(sheet).reverse());
      sheet.formulas.clear();
      const criteria = sheetOf(grid, "Kriteria");
      criteria.values.splice(FIRST, criteria.values.length, ...criteria.values.slice(FIRST).reverse());
      criteria.formulas.clear();
    },
    repairs: [],
  },
  {
    name: "a row twice",
    disturb: (grid) => {
      const sheet = entries(grid);
      sheet.values.push([...(sheet.values[FIRST] ?? [])]);
    },
    repairs: ["duplicate-row"],
  },
  {
    name: "a row twice, the first left blank",
    disturb: (grid) => {
      const sheet = entries(grid);
      const row = sheet.values[FIRST] ?? [];
      sheet.values.push([...row]);
      for (const column of [LEVEL, EXPLANATION, EVIDENCE]) row[column] = null;
    },
    repairs: ["duplicate-row"],
  },
  {
    name: "a working copy of the sheet beside it",
    disturb: (grid) => {
      const sheet = entries(grid);
      const copy = {
        ...plainSheet("Catatan rapat", [
          ["Rapat persiapan"],
          ["Nama", "Jabatan", "Nilai"],
          ["Budi", "Kabid", 85],
          ["Sari", "Kasi", 90],
        ]),
      };
      grid.sheets.splice(grid.sheets.indexOf(sheet), 0, copy);
    },
    repairs: [],
  },
  {
    name: "the sheet copied, the copy stale",
    disturb: (grid) => {
      const sheet = entries(grid);
      const copy = plainSheet(
        "Penilaian (2)",
        sheet.values.map((row) => [...row]),
      );
      copy.tables = sheet.tables.map((table) => ({ ...table, name: `${table.name}_2` }));
      for (const row of copy.values.slice(FIRST)) row[LEVEL] = 1;
      grid.sheets.push(copy);
    },
    repairs: ["duplicate-row"],
  },
  {
    name: "identity rows moved",
    disturb: (grid) => {
      const sheet = sheetOf(grid, "Identitas");
      const rows = sheet.values.splice(3, sheet.values.length);
      sheet.values.push([], [], ...rows.reverse());
      grid.names = grid.names.filter(({ sheet: at }) => at !== "Identitas");
    },
    repairs: [],
  },
  {
    name: "spaces and line breaks around everything",
    disturb: (grid) =>
      eachRow(grid, (row) => {
        for (const column of [OPD, EXPLANATION])
          if (typeof row[column] === "string") row[column] = `  ${row[column]}\u00a0 `;
        if (typeof row[EVIDENCE] === "string") row[EVIDENCE] = row[EVIDENCE].replaceAll("; ", "\n");
      }),
    repairs: [],
  },
  {
    name: "Kriteria without its number column filled down",
    disturb: (grid) => {
      let last: GridValue = null;
      for (const row of sheetOf(grid, "Kriteria").values.slice(FIRST)) {
        const number = row[0] ?? null;
        if (number === last) row[0] = null;
        last = number;
      }
    },
    repairs: [],
  },
  {
    name: "dates counted from 1904",
    disturb: (grid) => {
      grid.date1904 = true;
      for (const sheet of grid.sheets)
        for (const key of sheet.dates) {
          const [row = 0, column = 0] = key.split(",").map(Number);
          const value = sheet.values[row]?.[column];
          if (typeof value === "number") (sheet.values[row] ?? [])[column] = value - 1462;
        }
    },
    repairs: [],
  },
];
