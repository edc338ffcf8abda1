import { readFileSync, writeFileSync } from "node:fs";
import { planOf } from "../../src/assessment/plan";
import { parseRatio, ratio } from "../../src/assessment/ratio";
import { levelsOf } from "../../src/assessment/score";
import { readWorkbook } from "../../src/files/read";
import { writeWorkbook } from "../../src/files/write";
import { allInstruments } from "../../src/instrument/all";
import type { Grid } from "../../src/workbook/grid";
import { NOTHING_KEPT } from "../../src/workbook/kept";
import { fullWorkbook } from "../../src/workbook/full-workbook";
import { readAssessment, readKept } from "../../src/workbook/read";
import { sampleAssessment, sampleHistory } from "../../src/workbook/sample";
import type { Cell, SheetSpec } from "../../src/workbook/sheet";
import { planSheet } from "../../src/workbook/sheets/plan-sheet";
import { stagesSheet } from "../../src/workbook/sheets/stages";
import { spbe, spbeJson, temporaryFolder } from "./command";

const at = temporaryFolder();

const gridIn = (file: string): Grid => {
  const grid = readWorkbook(readFileSync(file));
  if (!grid.ok) throw new Error(grid.problem.code);
  return grid.value;
};
const wholeOf = (file: string) => {
  const grid = gridIn(file);
  const assessment = readAssessment(grid, { instruments: allInstruments });
  if (!assessment.ok) throw new Error(assessment.problem.code);
  return { assessment: assessment.value, kept: readKept(grid, assessment.value.instrument), grid };
};

/** The plan's sheet after a person wrote a due date and, over the formula, a status into its first row. */
function typedInto(sheet: SheetSpec): SheetSpec {
  const cells = sheet.cells.map((row, index): readonly Cell[] =>
    index !== 5 ? row : [...row.slice(0, 8), { date: "2024-06-30" }, "menunggu anggaran"],
  );
  return { ...sheet, cells };
}

/** A base with everything that the add-in and people leave in a workbook, and a sheet of somebody's own. */
async function writeBase(file: string): Promise<void> {
  const assessment = {
    ...sampleAssessment(),
    stages: [
      {
        indicator: 3,
        stage: "Dokumen",
        level: { kind: "level", level: 2 },
        explanation: "Belum memuat data induk.",
        assessor: "Asesor",
        time: "2023-11-21",
      },
    ],
  } as const;
  const outcome = planOf({
    instrument: assessment.instrument,
    levels: levelsOf(assessment),
    target: ratio(26, 10),
    documents: [],
  });
  if (outcome.kind !== "plan") throw new Error("no plan");
  const kept = { ...NOTHING_KEPT, targetIndex: "2.6", history: sampleHistory(), summary: true, officialRecord: true };
  const spec = fullWorkbook(assessment, kept, [typedInto(planSheet(outcome.plan, assessment))]);
  const own: SheetSpec = { ...stagesSheet(assessment), name: "Rapat Tim", cells: [["Notulen rapat"]], table: null };
  writeFileSync(file, await writeWorkbook({ ...spec, sheets: [...spec.sheets, own] }));
}

/** A sheet of a grid, its values alone, as a person would copy it over. */
function gridSheetOf(grid: Grid, name: string): SheetSpec {
  const sheet = grid.sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  const { row, column } = sheet.origin;
  const blank = Array.from({ length: row }, (): readonly Cell[] => []);
  const cells = sheet.values.map((values): readonly Cell[] => [
    ...Array.from({ length: column }, () => null),
    ...values.map((value) => (typeof value === "string" || typeof value === "number" ? value : null)),
  ]);
  return { ...stagesSheet(wholeOf(at("hasil.xlsx")).assessment), name, cells: [...blank, ...cells], table: null };
}

const names = (grid: Grid) => grid.sheets.map(({ name }) => name);

test("a merge keeps the base's stages, target, history, plan with what was typed into it, and the leader's pages", async () => {
  await writeBase(at("induk.xlsx"));
  await spbe("template", "--out", at("balik.xlsx"), "--from", at("induk.xlsx"));
  const before = wholeOf(at("induk.xlsx"));
  const { exitCode, error } = await spbe(
    "merge",
    at("balik.xlsx"),
    "--base",
    at("induk.xlsx"),
    "--out",
    at("hasil.xlsx"),
  );
  expect(exitCode).toBe(0);
  const after = wholeOf(at("hasil.xlsx"));

  expect(after.assessment.stages).toEqual(before.assessment.stages);
  expect(after.assessment.stages).toHaveLength(1);
  expect({ ...after.kept, strangers: [] }).toEqual({ ...before.kept, strangers: [] });
  expect(after.kept).toMatchObject({ targetIndex: "2.6", summary: true, officialRecord: true });
  expect(after.kept.history).toEqual(sampleHistory());
  expect(after.kept.plan?.subtitle).toContain("target 2,60");
  expect(after.kept.plan?.steps[0]).toMatchObject({ due: "2024-06-30", status: "menunggu anggaran" });
  expect(after.kept.plan?.steps[1]).toMatchObject({ due: null, status: null });
  const page = (after.grid.sheets.find(({ name }) => name === "Ringkasan")?.values ?? []).flat();
  expect(page).toContain("dari 1,20 Kurang");
  expect(page).toContain("85 dari 93");

  expect(before.kept.strangers).toEqual(["Rapat Tim"]);
  expect(names(after.grid)).not.toContain("Rapat Tim");
  expect(error).toContain("Lembar lain di induk.xlsx tidak ikut ke berkas baru: Rapat Tim.");
});

test("a template from last year's workbook keeps stages and plan, and puts last year's result into Riwayat", async () => {
  await writeBase(at("lama.xlsx"));
  const { exitCode, error } = await spbe(
    "template",
    "--out",
    at("baru.xlsx"),
    "--from",
    at("lama.xlsx"),
    "--year",
    "2024",
  );
  expect(exitCode).toBe(0);
  expect(error).toContain("Rapat Tim");
  const { assessment, kept } = wholeOf(at("baru.xlsx"));
  expect(assessment.identity.year).toBe(2024);
  expect(assessment.stages).toHaveLength(1);
  expect(kept.plan?.steps[0]?.due).toBe("2024-06-30");
  expect(kept.history[0]).toMatchObject({ year: 2023, index: parseRatio("2.1545"), predicate: "Cukup" });
  expect(kept.history).toHaveLength(sampleHistory().length + 1);
});

describe("compare within one workbook", () => {
  interface Compared {
    readonly change: string | null;
    readonly from: string;
    readonly domains?: readonly { readonly contribution: string }[];
    readonly indicators: readonly { readonly number: number; readonly from: number | null; readonly to: number }[];
    readonly regressions: readonly number[];
  }

  test("the newest earlier row of Riwayat, or the year that is named", async () => {
    await writeBase(at("riwayat.xlsx"));
    const { exitCode, document } = await spbeJson<Compared>("compare", at("riwayat.xlsx"));
    expect([exitCode, document.from, document.change]).toEqual([0, "1.2", "0.9545"]);
    expect(document.domains).toHaveLength(4);
    const named = await spbe("compare", at("riwayat.xlsx"), "--year", "2021");
    expect(named.out).toContain("Dibandingkan dengan tahun 2021 di lembar Riwayat.");
    expect(named.out).toContain("Indeks 1,20 menjadi 2,15, berubah 0,9545.");
    expect(named.out).toContain("Riwayat hanya menyimpan indeks");
    const unknown = await spbe("compare", at("riwayat.xlsx"), "--year", "2019");
    expect([unknown.exitCode, unknown.error]).toEqual([2, expect.stringContaining("Yang ada: 2021.")]);
  });

  test("what people changed since the last merge", async () => {
    const merged = wholeOf(at("hasil.xlsx"));
    const since = await spbeJson<Compared>("compare", at("hasil.xlsx"), "--merge");
    expect(since.document).toMatchObject({ change: "0", regressions: [] });
    const sheets = fullWorkbook(
      {
        ...merged.assessment,
        entries: merged.assessment.entries.map((entry) =>
          entry.indicator === 32 ? { ...entry, level: { kind: "level", level: 1 } } : entry,
        ),
      },
      NOTHING_KEPT,
    );
    const answers = gridSheetOf(merged.grid, "Jawaban OPD");
    writeFileSync(at("diubah.xlsx"), await writeWorkbook({ ...sheets, sheets: [...sheets.sheets, answers] }));
    const { document } = await spbeJson<Compared>("compare", at("diubah.xlsx"), "--merge");
    expect(document.regressions).toEqual([32]);
    expect(document.indicators[0]).toMatchObject({ number: 32, from: 4, to: 1 });
  });

  test("one workbook without a merge, and two with an option for one, are refused", async () => {
    const none = await spbe("compare", at("riwayat.xlsx"), "--merge");
    expect([none.exitCode, none.error]).toEqual([2, expect.stringContaining("tidak berisi hasil gabungan")]);
    const two = await spbe("compare", at("riwayat.xlsx"), at("hasil.xlsx"), "--year", "2021");
    expect([two.exitCode, two.error]).toEqual([2, expect.stringContaining("satu buku kerja saja")]);
  });
});
