import { blankEvidence } from "../../src/assessment/blank";
import type { Session } from "../../src/excel";
import type { ExcelHarness } from "../harness/excel";
import { BANDAR_LAMPUNG, boot, CHOICE, pasteLevels, sentencesOf, start, valueOf } from "./start";

let excel: ExcelHarness;
let session: Session;
jest.setTimeout(120_000);
beforeAll(async () => (excel = await boot()));
beforeEach(() => {
  excel.newWorkbook();
  session = start();
});
afterAll(() => excel.close());

const findings = async () => {
  const state = valueOf(await session.read());
  if (state.kind !== "assessment") throw new Error(state.kind);
  return state.findings;
};
const entries = "Penilaian!A1:O60";
/** Opens the sheet first, as a person does who changes its layout. */
const change = (edit: (sheet: Excel.Worksheet) => void) =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Penilaian");
    sheet.protection.unprotect();
    edit(sheet);
    await context.sync();
  });

test("unreadable levels are each found, named, and survive another insertion of the template", async () => {
  valueOf(await session.insertTemplate(CHOICE));
  await change((sheet) => {
    sheet.getRange("G10").numberFormat = [["dd/mm/yyyy"]];
    sheet.getRange("G6:G12").formulas = [[0], [6], [2.5], ["tiga setengah"], [45251], [true], ["=NA()"]];
  });
  const unreadable = (await findings()).filter(({ code }) => code === "V01");
  expect(unreadable.map(({ indicator, at }) => [indicator, at?.cell])).toEqual(
    [1, 2, 3, 4, 5, 6, 7].map((number) => [number, `G${number + 5}`]),
  );
  const before = await excel.values("Penilaian!G6:G12");
  valueOf(await session.insertTemplate(CHOICE));
  expect((await excel.values("Penilaian!G6:G11")).flat()).toEqual(before.slice(0, 6).flat());
  expect(String((await excel.values("Penilaian!G12"))[0]?.[0])).toBe("#N/A");
});

test("a number that was typed over is read by its row's name, and inserting again puts it right", async () => {
  valueOf(await session.insertTemplate(CHOICE));
  await pasteLevels(BANDAR_LAMPUNG);
  await change((sheet) => {
    sheet.getRange("A8").values = [[1]];
    sheet.getRange("J8").values = [["Uraian indikator 3"]];
  });
  expect((await findings()).filter(({ code }) => code === "V17")).toHaveLength(1);
  valueOf(await session.insertTemplate(CHOICE));
  expect((await excel.values("Penilaian!A8:J8"))[0]).toEqual(
    expect.arrayContaining([3, BANDAR_LAMPUNG[2], "Uraian indikator 3"]),
  );
  expect((await findings()).filter(({ code }) => code === "V17")).toEqual([]);
});

test("a second row of an indicator is reported, and inserting again refuses rather than drop it", async () => {
  valueOf(await session.insertTemplate(CHOICE));
  await pasteLevels(BANDAR_LAMPUNG);
  const [first = []] = await excel.values("Penilaian!A6:D6");
  await change((sheet) => {
    sheet.getRange("A8:D8").values = [first];
    sheet.getRange("J6:J8").values = [["Uraian pertama"], ["Uraian lain"], ["Uraian kedua"]];
  });
  const about = (await findings()).filter(({ code }) => code === "V17").map(({ variant }) => variant);
  expect(about).toEqual(expect.arrayContaining(["duplicate-row", "missing-row"]));
  const before = await excel.formulas(entries);
  const again = await session.insertTemplate(CHOICE);
  expect(again).toMatchObject({ ok: false, problem: { code: "LAYOUT_CHANGED", params: { sheet: "Penilaian" } } });
  expect(sentencesOf(again)[1]).toBe("Belum ada yang ditulis; semua isi tetap.");
  expect(await excel.formulas(entries)).toEqual(before);
});

test("a deleted column is reported, and inserting again brings it back with all that is left", async () => {
  valueOf(await session.insertTemplate(CHOICE));
  await pasteLevels(BANDAR_LAMPUNG);
  await change((sheet) => sheet.getRange("J1:J60").delete("Left"));
  const about = (await findings()).filter(({ code }) => code === "V17");
  expect(about.some(({ params }) => Object.values(params).includes("Penjelasan"))).toBe(true);
  const state = valueOf(await session.read());
  if (state.kind !== "assessment") throw new Error(state.kind);
  expect(state.assessment.entries.map(({ level }) => level)).toEqual(
    BANDAR_LAMPUNG.map((level) => ({ kind: "level", level })),
  );
  valueOf(await session.insertTemplate(CHOICE));
  expect((await excel.values("Penilaian!J5:K5"))[0]).toEqual(["Penjelasan", "Data Dukung"]);
  expect((await excel.values("Penilaian!G6:G52")).flat()).toEqual([...BANDAR_LAMPUNG]);
});

test("a column of the person's own inside the table is not overwritten", async () => {
  valueOf(await session.insertTemplate(CHOICE));
  await change((sheet) => {
    sheet.getRange("P5:P6").values = [["Catatan kami"], ["rapat 3 Mei"]];
    sheet.getRange("B6").values = [["catatan di kolom Domain"]];
  });
  const again = await session.insertTemplate(CHOICE);
  expect(sentencesOf(again)[0]).toBe(
    "Lembar Penilaian memuat isi yang tidak dikenal templat: catatan di kolom Domain di B6.",
  );
  expect((await excel.values("Penilaian!B6"))[0]).toEqual(["catatan di kolom Domain"]);
});

test("a sheet locked with a password is named, stays locked, and nothing is written", async () => {
  valueOf(await session.insertTemplate(CHOICE));
  await change((sheet) => sheet.protection.protect({}, "rahasia"));
  const before = await excel.formulas(entries);
  const outcome = await session.editEntry({ indicator: 1, level: 2 });
  expect(outcome).toMatchObject({ ok: false, problem: { code: "PROTECTED" } });
  expect(sentencesOf(outcome)[0]).toBe("Lembar Penilaian diproteksi dengan kata sandi atau tidak boleh diubah.");
  expect(await excel.formulas(entries)).toEqual(before);
  expect(session.undoSteps()).toHaveLength(1);
  expect(await excel.typeInto("Penilaian!A6", 99)).toBe(false);
});

test("writing to a protected sheet protects it again with the options it had, also after an error", async () => {
  valueOf(await session.insertTemplate(CHOICE));
  const options = { allowSort: true, allowFormatColumns: true, selectionMode: "Unlocked" as const };
  await change((sheet) => sheet.protection.protect(options));
  const protection = () =>
    Excel.run(async (context) => {
      const { protection: found } = context.workbook.worksheets
        .getItem("Penilaian")
        .load("protection/protected,protection/options");
      await context.sync();
      return [found.protected, found.options.allowSort, found.options.allowFormatColumns, found.options.selectionMode];
    });
  const before = await protection();
  expect(before).toEqual([true, true, true, "Unlocked"]);
  valueOf(await session.editEntry({ indicator: 1, level: 2 }));
  expect(await protection()).toEqual(before);

  // Something that Excel refuses halfway: the level is a formula with an error of grammar.
  const cells = await excel.formulas(entries);
  const broken = jest.spyOn(excel.host.workbook.tables, "getItem").mockImplementation(() => {
    throw new Error("host broke");
  });
  const refused = await session.addEvidence(
    Array.from({ length: 40 }, (_, at) => ({ ...blankEvidence(`DD-${at}`), name: "Dokumen", date: "2023-01-02" })),
  );
  broken.mockRestore();
  expect(refused.ok).toBe(false);
  expect(await protection()).toEqual(before);
  expect(await excel.formulas(entries)).toEqual(cells);
  expect((await excel.values("'Data Dukung'!A6:B6"))[0]).toEqual(["", ""]);
});

test("while a cell is being edited every action says so and changes nothing", async () => {
  valueOf(await session.insertTemplate(CHOICE));
  excel.host.cellEditMode = true;
  const outcomes = [
    await session.read(),
    await session.validate(),
    await session.editEntry({ indicator: 1, level: 2 }),
  ];
  excel.host.cellEditMode = false;
  for (const outcome of outcomes)
    expect(sentencesOf(outcome)).toEqual([
      "Excel sedang menyunting sebuah sel.",
      "Belum ada sel yang diubah.",
      "Tekan Enter atau Esc di lembar, lalu ulangi.",
    ]);
  expect(session.undoSteps()).toHaveLength(1);
  valueOf(await session.editEntry({ indicator: 1, level: 2 }));
});

test("ten thousand further rows below the table stay, and are read in the same number of round trips", async () => {
  valueOf(await session.insertTemplate(CHOICE));
  await pasteLevels(BANDAR_LAMPUNG);
  await change((sheet) => {
    sheet.getRange("A60:B10059").values = Array.from({ length: 10_000 }, (_, at) => [`baris ${at}`, "isi"]);
  });
  await excel.settle();
  excel.syncs.reset();
  const state = valueOf(await session.read());
  expect(excel.syncs.count).toBeLessThanOrEqual(2);
  if (state.kind !== "assessment") throw new Error(state.kind);
  expect(state.assessment.entries.map(({ level }) => level)).toEqual(
    BANDAR_LAMPUNG.map((level) => ({ kind: "level", level })),
  );
  valueOf(await session.editEntry({ indicator: 1, level: 2 }));
  valueOf(await session.insertTemplate(CHOICE));
  expect((await excel.values("Penilaian!A10059:B10059"))[0]).toEqual(["baris 9999", "isi"]);
});

test("a workbook without the template is told what to do by every action that needs one", async () => {
  for (const outcome of [
    await session.validate(),
    await session.writeIndex(),
    await session.editEntry({ indicator: 1, level: 2 }),
    await session.writeSummary(),
    await session.addEvidence([]),
  ])
    expect(sentencesOf(outcome)).toEqual([
      "Buku kerja ini belum berisi penilaian.",
      "Isi buku kerja tidak diubah.",
      "Sisipkan templat, atau pakai tabel yang sudah ada.",
    ]);
  expect(sentencesOf(await session.undo())[0]).toBe("Tidak ada langkah yang dapat diurungkan.");
  expect(sentencesOf(await session.goTo({ sheet: "Penilaian", cell: "A1" }))[0]).toBe(
    "Lembar, tabel, atau sel yang dituju sudah tidak ada.",
  );
  expect(sentencesOf(await session.insertTemplate({ ...CHOICE, instrument: "spbe-1999" }))[0]).toBe(
    "Instrumen spbe-1999 tidak dikenal.",
  );
});

test("a sheet of somebody else's that bears our name is never touched; another name may be chosen", async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("penilaian");
    sheet.getRange("A1:B2").values = [
      ["Nama", "Nilai rapor"],
      ["Ani", 90],
    ];
    await context.sync();
  });
  const refused = await session.insertTemplate(CHOICE);
  expect(refused).toMatchObject({ ok: false, problem: { code: "SHEET_TAKEN", params: { sheet: "Penilaian" } } });
  expect(excel.host.workbook.worksheets.items).toHaveLength(2);
  valueOf(await session.insertTemplate({ ...CHOICE, renamed: { Penilaian: "Penilaian SPBE" } }));
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Penilaian SPBE").getRange("G6:G52").values = BANDAR_LAMPUNG.map((level) => [
      level,
    ]);
    await context.sync();
  });
  expect((await excel.values("Indeks!A5"))[0]?.[0]).toBe(2.1545);
  expect(await excel.values("penilaian!A1:B2")).toEqual([
    ["Nama", "Nilai rapor"],
    ["Ani", 90],
  ]);
});
