/** Gabung as Diskominfo does it: six workbooks come back, two conflicts are decided by keyboard, written and undone. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Assessment } from "../../src/assessment/assessment";
import { writeWorkbook } from "../../src/files/write";
import { DEFAULT_INSTRUMENT } from "../../src/instrument/default";
import { handouts, withAssignment } from "../../src/workbook/assign";
import { blankAssessment } from "../../src/workbook/blank";
import { templateWorkbook } from "../../src/workbook/template";
import { type OpenWorkbench, openWorkbench } from "../harness/browser";
import { eventually, levelCell, LEVELS, openFile, selection, sheetNames, tab, texts } from "./start";

jest.setTimeout(120_000);

const FOLDER = path.resolve(__dirname, "../../out/gabung");
const OFFICES = ["Bappeda", "BKPSDM", "Dinas Kesehatan", "Dinas Pendidikan", "Diskominfo", "Inspektorat"];
/** Two offices answer for each of these, and differ. */
const SHARED: ReadonlyMap<number, readonly [string, string]> = new Map([
  [3, ["Bappeda", "Diskominfo"]],
  [20, ["Dinas Kesehatan", "Inspektorat"]],
]);

const officesFor = (indicator: number): readonly string[] =>
  SHARED.get(indicator) ?? [OFFICES[indicator % OFFICES.length] ?? ""];

/** What the agency hands out: offices, no level yet. */
const base = withAssignment(
  blankAssessment(DEFAULT_INSTRUMENT, { agency: "Pemerintah Kota Bandar Lampung", year: 2023 }),
  new Map(LEVELS.map((_, index) => [index + 1, officesFor(index + 1)])),
);

/** The published level from everyone, but one more from the second of two offices. */
const answered = (opd: string): Assessment => ({
  ...base,
  entries: base.entries.map((entry) => {
    const published = LEVELS[entry.indicator - 1] ?? 1;
    const second = SHARED.get(entry.indicator)?.[1] === opd;
    return {
      ...entry,
      level: { kind: "level", level: second ? published + 1 : published },
      explanation: `Penjelasan ${opd} untuk indikator ${entry.indicator}`,
    };
  }),
});

let workbench: OpenWorkbench;
let files: string[];
beforeAll(async () => {
  mkdirSync(FOLDER, { recursive: true });
  const save = async (name: string, bytes: Promise<Uint8Array>): Promise<string> => {
    const file = path.join(FOLDER, name);
    writeFileSync(file, await bytes);
    return file;
  };
  files = await Promise.all(
    OFFICES.map((opd) => {
      const handout = handouts(answered(opd)).find((one) => one.opd === opd);
      if (!handout) throw new Error(`nothing handed out to ${opd}`);
      return save(handout.fileName, writeWorkbook(handout.spec, { modified: "2023-11-20T10:00:00Z" }));
    }),
  );
  const master = await save("Induk.xlsx", writeWorkbook(templateWorkbook(base, { mode: "full" })));
  workbench = await openWorkbench();
  await openFile(workbench, master);
});
afterAll(() => workbench.close());

const button = (name: string | RegExp) => workbench.pane.getByRole("button", { name });
const levels = async (): Promise<string[]> => (await texts(workbench, "Penilaian", "G6:G52")).flat();
const decisions = async (): Promise<string[][]> =>
  (await texts(workbench, "Konflik", "A6:J12"))
    .filter(([no]) => no !== "")
    .map((row) => [...row.slice(0, 1), ...row.slice(5, 8)]);

test("six files are read and shown before anything is written", async () => {
  await tab(workbench, "Gabung");
  const [chooser] = await Promise.all([workbench.page.waitForEvent("filechooser"), button("Pilih berkas").click()]);
  await chooser.setFiles(files);
  await workbench.pane.getByText("dari 6 berkas siap digabung").waitFor();
  await button(/^Digabung/).click();
  for (const opd of OFFICES) await workbench.pane.getByText(opd, { exact: true }).waitFor();
  expect(await levels()).toEqual(LEVELS.map(() => ""));
  expect(await sheetNames(workbench)).not.toContain("Konflik");
});

test("two conflicts are decided with the number keys and a reason, without the mouse", async () => {
  const { page, pane } = workbench;
  await button("Putuskan 2 konflik").focus();
  await page.keyboard.press("Enter");
  await pane.getByText("Konflik 1 dari 2").waitFor();
  await workbench.screenshot("gabung-konflik");
  await page.keyboard.press("2");
  await pane.getByRole("radio", { checked: true }).filter({ hasText: "Diskominfo" }).waitFor();
  await pane.getByRole("textbox", { name: "Alasan" }).focus();
  await page.keyboard.type("Sesuai berita acara 12 November");
  await pane.getByRole("button", { name: "Pakai tingkat 3" }).press("Enter");

  await pane.getByText("Konflik 2 dari 2").waitFor();
  await tab(workbench, "Indikator");
  await page.keyboard.press("2");
  await tab(workbench, "Gabung");
  await pane.getByText("Konflik 2 dari 2").waitFor();
  await expect(pane.getByRole("radio", { checked: true }).count()).resolves.toBe(0);
  await page.keyboard.press("1");
  await pane.getByRole("radio", { checked: true }).filter({ hasText: "Dinas Kesehatan" }).waitFor();
  await pane.getByRole("textbox", { name: "Alasan" }).focus();
  await page.keyboard.type("Bukti lebih baru");
  await pane.getByRole("button", { name: "Pakai tingkat 3" }).press("Enter");
  await pane.getByText("sel Penilaian akan berubah").waitFor();
  expect(await levels()).toEqual(LEVELS.map(() => ""));
});

test("writing fills Penilaian, Konflik and Jawaban OPD with where each answer came from", async () => {
  await button("Tulis ke buku kerja").click();
  await workbench.pane.getByText("6 berkas digabung").first().waitFor({ timeout: 60_000 });
  expect(await levels()).toEqual(LEVELS.map((level, index) => String(index === 2 ? level + 1 : level)));
  expect(await decisions()).toEqual([
    ["3", "3", "Diskominfo", "Sesuai berita acara 12 November"],
    ["20", "3", "Dinas Kesehatan", "Bukti lebih baru"],
  ]);
  const answers = (await texts(workbench, "Jawaban OPD", "A6:H60")).filter(([opd]) => opd !== "");
  expect(answers).toHaveLength(49);
  expect(answers).toContainEqual([
    "Inspektorat",
    "20",
    "4",
    "Penjelasan Inspektorat untuk indikator 20",
    "",
    path.basename(files[5] ?? ""),
    "Penilaian",
    expect.stringMatching(/^G\d+$/),
  ]);
  expect(await sheetNames(workbench)).toContain("Log Gabung");
  await eventually(async () => Number(Number(await workbench.cellValue("Indeks", "A5")).toFixed(10)), 2.1675);
  await workbench.click("Jawaban OPD!A1");
  await workbench.screenshot("gabung-tertulis");
});

test("Urungkan takes the whole merge back", async () => {
  await button("Urungkan").click();
  await workbench.pane.getByText("Diurungkan.").first().waitFor();
  expect(await levels()).toEqual(LEVELS.map(() => ""));
  for (const name of ["Konflik", "Jawaban OPD", "Log Gabung"]) expect(await sheetNames(workbench)).not.toContain(name);
  await workbench.click(levelCell(1));
  expect(await selection(workbench)).toBe("Penilaian!G6");
});

test("nothing was asked from elsewhere and nothing failed", () => {
  expect(workbench.outside).toEqual([]);
  expect(workbench.errors).toEqual([]);
});
