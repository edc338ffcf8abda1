/** Live checking in the real grid: every edit is answered in the pane, and checking writes no cell. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Assessment, CriterionAnswer } from "../../src/assessment/assessment";
import { askedCriteria } from "../../src/assessment/maturity";
import { indicatorsOf } from "../../src/assessment/score";
import { writeWorkbook } from "../../src/files/write";
import { DEFAULT_INSTRUMENT } from "../../src/instrument/default";
import { blankAssessment } from "../../src/workbook/blank";
import { templateWorkbook } from "../../src/workbook/template";
import { type OpenWorkbench, openWorkbench } from "../harness/browser";
import { contents, eventually, levelCell, LEVELS, openFile, paste, selection, tab, texts } from "./start";

jest.setTimeout(120_000);

/** How much later than the sheet's own formulas the finding may be; both wait for the grid's calculation. */
const LATER_MS = 2_000;

/** The published levels, with every criterion up to them met by a file, and every other one answered Tidak. */
function answeredAssessment(): Assessment {
  const blank = blankAssessment(DEFAULT_INSTRUMENT, { agency: "Pemerintah Kota Bandar Lampung", year: 2023 });
  const indicators = indicatorsOf(DEFAULT_INSTRUMENT);
  return {
    ...blank,
    entries: blank.entries.map((entry, index) => {
      const indicator = indicators[index];
      const claimed = LEVELS[index] ?? 1;
      if (!indicator) return entry;
      const criteria = indicator.levels.flatMap((level) =>
        askedCriteria(indicator, level).map(({ id }): [string, CriterionAnswer] => {
          const met = level.level <= claimed;
          const evidence = met ? [`${entry.indicator}.${id}.Laporan.pdf`] : [];
          return [id, { answer: met ? "Ya" : "Tidak", evidence, note: "", cells: {} }];
        }),
      );
      return { ...entry, level: { kind: "level", level: claimed }, criteria: new Map(criteria) };
    }),
  };
}

let workbench: OpenWorkbench;
beforeAll(async () => {
  const folder = path.resolve(__dirname, "../../out");
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, "kriteria-terjawab.xlsx");
  writeFileSync(file, await writeWorkbook(templateWorkbook(answeredAssessment(), { mode: "full" })));
  workbench = await openWorkbench();
  await openFile(workbench, file);
  await tab(workbench, "Temuan");
  // Findings of one severity that read the same would be one article.
  await workbench.pane.getByLabel("Kelompokkan").selectOption("indicator");
});
afterAll(() => workbench.close());

const finding = (code: string, text: string | RegExp) =>
  workbench.pane.getByRole("article").filter({ hasText: code }).filter({ hasText: text }).first();
const appears = (code: string, text: string | RegExp) => finding(code, text).waitFor();
const goes = (code: string, text: string | RegExp) => finding(code, text).waitFor({ state: "detached" });

/** The row of the first criterion of level 2 that is asked. */
const criterionRow = async (indicator: number): Promise<number> => {
  const asked = indicatorsOf(DEFAULT_INSTRUMENT)[indicator - 1];
  const id = asked?.levels.flatMap((level) => askedCriteria(asked, level))[0]?.id;
  const rows = await texts(workbench, "Kriteria", "A6:D800");
  const at = rows.findIndex(([no, , , code]) => no === String(indicator) && code === id);
  if (at < 0) throw new Error(`no row for a criterion of ${indicator}`);
  return at + 6;
};

test("edits of a level, a criterion and an evidence row are answered in the pane, and checking writes no cell", async () => {
  const before = await contents(workbench);
  const row = await criterionRow(17);
  // A row of the register that holds nothing but its number is none yet.
  const [id, name] = ["Data Dukung!A6", "Data Dukung!B6"];

  await workbench.typeInto(levelCell(20), "5");
  await appears("V03", /^20 /);
  await workbench.typeInto(levelCell(20), "3");
  await goes("V03", /^20 /);

  await workbench.typeInto(`Kriteria!G${row}`, "Tidak");
  await appears("V03", /^17 /);
  await workbench.typeInto(`Kriteria!G${row}`, "Ya");
  await goes("V03", /^17 /);

  await workbench.typeInto(`Kriteria!H${row}`, "DD-001");
  await appears("V05", "DD-001");
  await workbench.typeInto(id, "DD-001");
  await workbench.typeInto(name, "Laporan jaringan intra");
  await goes("V05", "DD-001");

  const changed = new Map((await contents(workbench)).filter(([cell, text]) => new Map(before).get(cell) !== text));
  expect(Object.fromEntries(changed)).toEqual({
    [`Kriteria!H${row}`]: "DD-001",
    [id]: "DD-001",
    [name]: "Laporan jaringan intra",
  });
});

test("a pasted block of levels is checked as a whole, and undone by the grid's own undo as well", async () => {
  await paste(
    workbench,
    levelCell(1),
    LEVELS.slice(0, 10)
      .map(() => "5")
      .join("\n"),
  );
  await eventually(async () => (await texts(workbench, "Penilaian", "G6:G15")).flat(), Array(10).fill("5"));
  const claims = workbench.pane.getByRole("article").filter({ hasText: "V03" });
  await eventually(() => claims.count(), 10);
  await workbench.page.keyboard.press("Control+z");
  await eventually(() => claims.count(), 0);
});

test("with the criteria of 47 indicators answered, a finding follows an edit as soon as the sheet does", async () => {
  const later: number[] = [];
  const total: number[] = [];
  for (const indicator of [32, 33, 34, 35, 36]) {
    await workbench.click(`Kriteria!G${await criterionRow(indicator)}`);
    await workbench.page.keyboard.type("Tidak");
    const start = Date.now();
    await workbench.page.keyboard.press("Enter");
    const since = async (happened: Promise<void>): Promise<number> => happened.then(() => Date.now() - start);
    const [sheet, pane] = await Promise.all([
      since(eventually(() => workbench.cellText("Penilaian", `H${5 + indicator}`), "1")),
      since(appears("V03", new RegExp(`^${indicator} `))),
    ]);
    later.push(pane - sheet);
    total.push(pane);
  }
  const median = (times: number[]): number => [...times].sort((a, b) => a - b)[2] ?? Infinity;
  console.log(`edit to finding, median of ${total.length}: ${median(total)} ms, ${median(later)} ms after the sheet`);
  expect(median(later)).toBeLessThan(LATER_MS);
});

test("selecting a row shows its indicator; walking in the pane selects the row", async () => {
  const { pane } = workbench;
  const title = (number: number) =>
    pane.getByRole("heading", { level: 1 }).filter({ hasText: new RegExp(`^${number}`) });
  await tab(workbench, "Indikator");
  await workbench.click(levelCell(15));
  await title(15).waitFor();
  await pane.getByRole("button", { name: "Indikator berikutnya" }).click();
  await title(16).waitFor();
  await eventually(() => selection(workbench), levelCell(16));
  await workbench.click(`Kriteria!F${await criterionRow(30)}`);
  await title(30).waitFor();
  await workbench.screenshot("indikator");
});

test("nothing was asked from elsewhere and nothing failed", () => {
  expect(workbench.outside).toEqual([]);
  expect(workbench.errors).toEqual([]);
});
