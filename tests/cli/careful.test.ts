/** What the command does not do in silence: overwrite, take input that says nothing, compare what cannot be compared. */
import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { blankAssessment } from "../../src/workbook/blank";
import { fullWorkbook } from "../../src/workbook/full-workbook";
import { NOTHING_KEPT } from "../../src/workbook/kept";
import { sampleAssessment, sampleHistory } from "../../src/workbook/sample";
import { historySheet } from "../../src/workbook/sheets/history";
import { writeWorkbook } from "../../src/files/write";
import { DEFAULT_INSTRUMENT } from "../../src/instrument";
import { ratio } from "../../src/assessment/ratio";
import { spbe, spbeJson, temporaryFolder } from "./command";

const at = temporaryFolder();
const SAMPLE = path.resolve(__dirname, "../../assets/contoh-bandar-lampung-2023.xlsx");
const csv = (levels: readonly (number | string)[]) =>
  ["no,tingkat", ...levels.map((level, n) => `${n + 1},${level}`)].join("\n");
const TWOS = Array.from({ length: 47 }, () => 2);

beforeAll(() => {
  writeFileSync(at("dua.csv"), csv(TWOS));
  writeFileSync(at("bagi.csv"), `no,opd\n${TWOS.map((_, n) => `${n + 1},Dinas ${n % 2}`).join("\n")}`);
});

describe("output", () => {
  test("that exists is left alone without --force, one file or a folder of them", async () => {
    writeFileSync(at("terisi.xlsx"), "isian orang");
    for (const args of [
      ["template", "--out", at("terisi.xlsx")],
      ["merge", SAMPLE, "--out", at("terisi.xlsx")],
      ["demo", "--out", at("terisi.xlsx")],
    ]) {
      const { exitCode, out, error } = await spbe(...args);
      expect([exitCode, out]).toEqual([2, ""]);
      expect(error).toContain("sudah ada");
      expect(error).toContain("--force");
    }
    expect(readFileSync(at("terisi.xlsx"), "utf8")).toBe("isian orang");

    const taken = "SPBE - 02 Dinas 1.xlsx";
    mkdirSync(at("bagikan"));
    writeFileSync(at(`bagikan/${taken}`), "isian orang");
    const folder = await spbe("template", "--assign", at("bagi.csv"), "--out", at("bagikan"));
    expect([folder.exitCode, folder.error]).toEqual([2, expect.stringContaining(taken)]);
    expect(readdirSync(at("bagikan"))).toEqual([taken]);

    expect((await spbe("template", "--out", at("terisi.xlsx"), "--force")).exitCode).toBe(0);
    expect(readFileSync(at("terisi.xlsx")).subarray(0, 2).toString()).toBe("PK");
  });

  test("is never an input, by whatever name it goes, not even with --force", async () => {
    await spbe("template", "--out", at("asli.xlsx"), "--from", at("dua.csv"));
    const before = readFileSync(at("asli.xlsx"));
    symlinkSync(at("asli.xlsx"), at("tautan.xlsx"));
    for (const args of [
      ["merge", at("asli.xlsx"), "--out", at("tautan.xlsx"), "--force"],
      ["template", "--from", at("asli.xlsx"), "--out", at("tautan.xlsx"), "--force"],
      ["template", "--from", at("asli.xlsx"), "--out", at("asli.xlsx"), "--force"],
    ]) {
      const { exitCode, error } = await spbe(...args);
      expect([exitCode, error]).toEqual([2, expect.stringContaining("masukan dan sekaligus keluaran")]);
    }
    expect(Buffer.compare(readFileSync(at("asli.xlsx")), before)).toBe(0);
  });

  test("that cannot be written leaves what was there whole, and nothing beside it", async () => {
    const folder = at("terkunci");
    mkdirSync(path.join(folder, "hasil.xlsx"), { recursive: true });
    const { exitCode, error } = await spbe("template", "--out", path.join(folder, "hasil.xlsx"), "--force");
    expect([exitCode, error]).toEqual([2, expect.stringContaining("tidak dapat ditulis")]);
    expect(readdirSync(folder)).toEqual(["hasil.xlsx"]);
  });

  test("may go to a reader who stops reading", () => {
    const command = path.resolve(__dirname, "../../dist/spbe.js");
    if (!existsSync(command)) return;
    chmodSync(command, 0o755);
    const text = execFileSync(
      "sh",
      ["-c", `"${process.execPath}" "${command}" validate "${SAMPLE}" --json 2>&1 | head -1`],
      {
        encoding: "utf8",
      },
    );
    expect(text.trim()).toBe("{");
  });
});

describe("input that would say nothing is refused with a sentence", () => {
  test.each([
    [["--lock", "99"], "indikator 99 tidak ada"],
    [["--lock", "1.5"], '"1.5"'],
    [["--max", "9"], '"9" bukan tingkat 1 sampai 5'],
    [["--max", "0"], '"0"'],
  ])("plan %j", async (more, named) => {
    const { exitCode, out, error } = await spbe("plan", at("dua.csv"), "--target", "2.2", ...more);
    expect([exitCode, out, error]).toEqual([2, "", expect.stringContaining(named)]);
  });

  test("a capacity of an OPD that is not there, or below 0 in the first row", async () => {
    await spbe("template", "--from", at("dua.csv"), "--assign", at("bagi.csv"), "--out", at("opd"));
    const master = at("opd/00 Induk.xlsx");
    for (const [row, named] of [
      ["Dinas 1,-1", "Baris 1"],
      ["Dinas 7,3", 'OPD "Dinas 7" tidak ada'],
    ] as const) {
      writeFileSync(at("kapasitas.csv"), row);
      const { exitCode, error } = await spbe("plan", master, "--target", "2.2", "--capacity", at("kapasitas.csv"));
      expect([exitCode, error]).toEqual([2, expect.stringContaining(named)]);
    }
  });

  test("--lang=en is --lang en", async () => {
    expect((await spbe("index", at("tidak-ada.csv"), "--lang=en")).error).toContain("cannot be opened");
  });
});

describe("a plan", () => {
  test("says when each step is due once work has a start, and what effort is counted in", async () => {
    const plan = ["plan", at("dua.csv"), "--target", "2.05"];
    expect((await spbe(...plan)).out).not.toContain("Tenggat");
    const { out } = await spbe(...plan, "--start", "2024-01-01");
    expect(out).toContain("Tenggat");
    expect(out).toMatch(/\d+ \p{L}+ 2024$/mu);
    expect(out).toContain("perkiraan dalam bobot kerja relatif");
    const { document } = await spbeJson<{ steps: { due?: string }[] }>(...plan, "--start", "2024-01-01");
    expect(document.steps.every(({ due }) => /^2024-/.test(due ?? ""))).toBe(true);
  });

  test("that is out of reach says why on stderr beside its document", async () => {
    const { exitCode, out, error } = await spbe("plan", at("dua.csv"), "--target", "5", "--max", "3", "--json");
    expect([exitCode, (JSON.parse(out) as { effort: null }).effort]).toEqual([1, null]);
    expect(error).toContain("Naikkan batas tingkat");
  });
});

describe("a comparison", () => {
  test("tells what is blank now apart from what fell", async () => {
    await spbe("template", "--out", at("kosong.xlsx"));
    const { out } = await spbe("compare", SAMPLE, at("kosong.xlsx"));
    expect(out).toContain("Tidak ada indikator yang turun.");
    expect(out).toContain("kini belum diisi");
    const { document } = await spbeJson<{ regressions: number[]; blanked: number[] }>(
      "compare",
      SAMPLE,
      at("kosong.xlsx"),
    );
    expect([document.regressions, document.blanked.length]).toEqual([[], 47]);
  });

  test("of one office's workbook with a whole city is refused", async () => {
    await spbe("template", "--from", at("dua.csv"), "--assign", at("bagi.csv"), "--out", at("satu"));
    const office = readdirSync(at("satu")).find((name) => name.includes("Dinas 1")) ?? "";
    const { exitCode, error } = await spbe("compare", SAMPLE, path.join(at("satu"), office));
    expect([exitCode, error]).toEqual([2, expect.stringContaining("satu OPD (Dinas 1)")]);
  });

  test("takes the instrument of a CSV, which names none", async () => {
    writeFileSync(at("pemdi.csv"), csv(Array.from({ length: 20 }, () => "2")));
    const { out } = await spbe("compare", SAMPLE, at("pemdi.csv"), "--instrument", "pemdi-2026");
    expect(out).toContain("Indeks Pemdi 2,00");
  });

  test("says which rows of Riwayat cannot be read, and takes none of them", async () => {
    const [row] = sampleHistory();
    if (!row) throw new Error("no sample");
    const { identity } = sampleAssessment();
    const rows = [row, { ...row, year: 2022, index: ratio(75, 10) }];
    const sheet = historySheet(rows, { identity });
    const spec = fullWorkbook({ ...blankAssessment(DEFAULT_INSTRUMENT), identity }, NOTHING_KEPT, [
      { ...sheet, cells: [...sheet.cells, ["tahun lalu", "spbe-2020", 2.2]] },
    ]);
    writeFileSync(at("riwayat.xlsx"), await writeWorkbook(spec));
    const { out, error } = await spbe("compare", at("riwayat.xlsx"));
    expect(out).toContain("tahun 2021");
    expect(error).toMatch(/sel C\d+ tidak dibaca: "7.5" bukan indeks 0 sampai 5\./);
    expect(error).toMatch(/sel A\d+ tidak dibaca: "tahun lalu" bukan tahun\./);
  });
});
