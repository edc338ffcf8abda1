import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { IndexDocument } from "../../src/assessment/index-document";
import { readWorkbook } from "../../src/files/read";
import { spbe, spbeJson, temporaryFolder } from "./command";

const at = temporaryFolder();
const PUBLISHED = JSON.parse(
  readFileSync(path.resolve(__dirname, "../../src/workbook/sample-bandar-lampung-2023.json"), "utf8"),
) as { levels: number[] };
const csv = (levels: readonly (number | string)[]) =>
  ["no,tingkat", ...levels.map((level, n) => `${n + 1},${level}`)].join("\n");

interface Template {
  files: { path: string; opd: string | null; indicators: number[] }[];
}
interface Findings {
  findings: {
    code: string;
    severity: string;
    indicator: number | null;
    sheet: string | null;
    cell: string | null;
    message: string;
    advice: string;
  }[];
  counts: Record<"kesalahan" | "peringatan" | "saran", number>;
}

describe("spbe template and index", () => {
  test("a template filled from a CSV of the published levels gives the published index to the last digit", async () => {
    writeFileSync(at("tingkat.csv"), csv(PUBLISHED.levels));
    const made = await spbeJson<Template>(
      "template",
      "--out",
      at("kota.xlsx"),
      "--agency",
      "Kota Bandar Lampung",
      "--year",
      "2023",
      "--from",
      at("tingkat.csv"),
    );
    expect(made).toEqual({
      exitCode: 0,
      document: {
        files: [{ path: at("kota.xlsx"), opd: null, indicators: Array.from({ length: 47 }, (_, n) => n + 1) }],
      },
    });
    const { exitCode, document } = await spbeJson<IndexDocument>("index", at("kota.xlsx"));
    expect(exitCode).toBe(0);
    expect(document).toMatchObject({
      instrument: "spbe-2020",
      agency: "Kota Bandar Lampung",
      year: 2023,
      index: { exact: "2.1545", rounded: "2.15" },
      predicate: "Cukup",
      predicateOfRounded: "Cukup",
      missing: [],
    });
    expect(document.domains.map(({ rounded }) => rounded)).toEqual(["1.40", "1.70", "1.00", "3.04"]);
    expect(document.indicators[31]).toEqual({ number: 32, level: 4, contribution: "0.11" });
  });

  test("the same levels as CSV and as JSON give the same document, unknown identity being null", async () => {
    writeFileSync(at("tingkat.json"), JSON.stringify(PUBLISHED.levels));
    const [fromCsv, fromJson] = await Promise.all([
      spbeJson<IndexDocument>("index", at("tingkat.csv")),
      spbeJson<IndexDocument>("index", at("tingkat.json")),
    ]);
    expect(fromJson).toEqual(fromCsv);
    expect(fromCsv.document).toMatchObject({ agency: null, year: null, index: { exact: "2.1545" } });
  });

  test("an unanswered indicator makes the index a lower bound without a predicate, and is named", async () => {
    writeFileSync(at("kurang.csv"), csv(PUBLISHED.levels.slice(0, 45)));
    const { document } = await spbeJson<IndexDocument>("index", at("kurang.csv"));
    expect(document).toMatchObject({ predicate: null, predicateOfRounded: null, missing: [46, 47] });
    const { out } = await spbe("index", at("kurang.csv"));
    expect(out).toContain("batas bawah: belum lengkap 45/47");
  });

  test("a decimal scale writes its levels as texts", async () => {
    writeFileSync(
      at("pemdi.csv"),
      csv([2, 1.5, 1.26, 1.3, 1, 1, 1, 1, 1, 1, 1.5, 1.25, 1.17, 1, 1, 1, 2.5, 1, 1, 1.3].map((level) => `"${level}"`)),
    );
    const { document } = await spbeJson<IndexDocument>("index", at("pemdi.csv"), "--instrument", "pemdi-2026");
    expect(document.index.rounded).toBe("1.24");
    expect(document.indicators[2]).toMatchObject({ level: "1.26" });
  });
});

describe("spbe validate", () => {
  test("lists every finding with its cell, and ends with 1 only for a kesalahan", async () => {
    const clean = await spbeJson<Findings>("validate", at("kota.xlsx"));
    expect(clean.exitCode).toBe(clean.document.counts.kesalahan > 0 ? 1 : 0);
    const total = Object.values(clean.document.counts).reduce((sum, count) => sum + count, 0);
    expect(clean.document.findings).toHaveLength(total);
    const [first] = clean.document.findings.filter(({ code }) => code === "V15");
    expect(first).toMatchObject({ severity: "peringatan", indicator: 1, sheet: "Penilaian", cell: "F6" });
    for (const { message, advice } of clean.document.findings)
      expect([message, advice].join()).not.toMatch(/[{}]|finding\./);

    writeFileSync(at("salah.csv"), csv(["tiga setengah", ...PUBLISHED.levels.slice(1)]));
    const wrong = await spbeJson<Findings>("validate", at("salah.csv"));
    expect(wrong.exitCode).toBe(1);
    expect(wrong.document.findings.find(({ code }) => code === "V01")).toMatchObject({
      indicator: 1,
      message: expect.stringContaining("tiga setengah") as string,
    });
  });

  test("says the same of many indicators in one line for people", async () => {
    const { out } = await spbe("validate", at("kota.xlsx"));
    expect(out).toMatch(/V15\s+1–47\s+Penilaian!F6 …/);
  });
});

describe("spbe template --assign and merge", () => {
  const OFFICES = [
    "Diskominfo",
    "Bappeda",
    "Inspektorat",
    "Bagian Organisasi",
    "BPKAD",
    "BKPSDM",
    "Disdukcapil",
    "DPMPTSP",
    "Dinas Kesehatan",
  ];
  const assign = ["no,opd", ...Array.from({ length: 47 }, (_, n) => `${n + 1},${OFFICES[n % OFFICES.length]}`)].join(
    "\n",
  );

  test("hands out one workbook per office and the master, and merging them untouched gives the same index", async () => {
    writeFileSync(at("opd.csv"), assign);
    const made = await spbeJson<Template>(
      "template",
      "--out",
      at("bagikan"),
      "--assign",
      at("opd.csv"),
      "--from",
      at("kota.xlsx"),
    );
    expect(made.document.files.map(({ opd }) => opd)).toEqual([
      null,
      ...[...OFFICES].sort(new Intl.Collator("id").compare),
    ]);
    const returned = made.document.files.flatMap(({ path: file, opd }) => (opd === null ? [] : [file]));
    const master = made.document.files[0]?.path ?? "";
    const merged = await spbeJson<{
      files: { status: string; opd: string }[];
      conflicts: unknown[];
      missingOpd: string[];
      index: IndexDocument;
    }>("merge", ...returned, "--base", master, "--out", at("gabungan.xlsx"));
    expect(merged.exitCode).toBe(0);
    expect(merged.document.files.map(({ status }) => status)).toEqual(OFFICES.map(() => "merged"));
    expect(merged.document).toMatchObject({
      conflicts: [],
      missingOpd: [],
      index: { index: { exact: "2.1545" }, predicate: "Cukup", year: 2023 },
    });
    const again = await spbeJson<IndexDocument>("index", at("gabungan.xlsx"));
    expect(again.document).toEqual(merged.document.index);
  });

  test("without a master the returns say who they are; a refused file leaves the others merged and ends with 1", async () => {
    writeFileSync(at("bagikan/rusak.xlsx"), "bukan buku kerja");
    const files = readdirSync(at("bagikan"))
      .filter((name) => !name.startsWith("00 "))
      .map((name) => path.join(at("bagikan"), name));
    const merged = await spbeJson<{
      files: { path: string; status: string; code: string | null }[];
      index: IndexDocument;
    }>("merge", ...files, "--out", at("tanpa-induk.xlsx"));
    expect(merged.exitCode).toBe(1);
    expect(merged.document.files.filter(({ status }) => status === "refused")).toEqual([
      expect.objectContaining({ path: at("bagikan/rusak.xlsx"), code: expect.any(String) as string }),
    ]);
    expect(merged.document.index.index.exact).toBe("2.1545");
  });

  test("nothing readable ends with 2 and writes nothing", async () => {
    const { exitCode, out, error } = await spbe("merge", at("bagikan/rusak.xlsx"), "--out", at("tidak-ada.xlsx"));
    expect([exitCode, out]).toEqual([2, ""]);
    expect(error).toContain("Tidak ada berkas yang dapat dibaca.");
    expect(existsSync(at("tidak-ada.xlsx"))).toBe(false);
  });

  test("the built command reads in worker threads and answers the same", () => {
    const command = path.resolve(__dirname, "../../dist/spbe.js");
    const run = (jobs: string) =>
      execFileSync(
        process.execPath,
        [command, "merge", at("bagikan"), "--out", at(`pekerja-${jobs}.xlsx`), "--jobs", jobs, "--json"],
        { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] },
      );
    const attempt = (jobs: string): { index: IndexDocument; files: unknown[] } => {
      try {
        return JSON.parse(run(jobs)) as never;
      } catch (error) {
        // The broken file makes the command end with 1; its document is complete all the same.
        return JSON.parse((error as { stdout: string }).stdout) as never;
      }
    };
    const [one, two] = [attempt("1"), attempt("2")];
    expect(two).toEqual(one);
    expect(one.index.index.exact).toBe("2.1545");
  });
});

describe("spbe plan, compare and rank", () => {
  test("plans to a target and says when it is out of reach", async () => {
    const { exitCode, document } = await spbeJson<{
      from: string;
      to: string;
      steps: { gain: string }[];
      effort: number;
      runnerUp: unknown;
    }>("plan", at("kota.xlsx"), "--target", "2.6");
    expect(exitCode).toBe(0);
    expect(document.from).toBe("2.1545");
    const gained = document.steps.reduce((sum, { gain }) => sum + Math.round(Number(gain) * 1e4), 0);
    expect(21545 + gained).toBe(Math.round(Number(document.to) * 1e4));
    expect(Number(document.to)).toBeGreaterThanOrEqual(2.6);
    const locks = Array.from({ length: 47 }, (_, n) => n + 1).join(",");
    const locked = await spbe("plan", at("kota.xlsx"), "--target", "2.6", "--lock", locks);
    expect([locked.exitCode, locked.out]).toEqual([1, expect.stringContaining("tidak tercapai")]);
  });

  test("an effort list changes the plan; a broken one is refused by its row", async () => {
    writeFileSync(at("upaya.csv"), "no,tingkat,upaya\n45,2,100\n45,3,100");
    const { document } = await spbeJson<{ steps: { indicator: number }[] }>(
      "plan",
      at("kota.xlsx"),
      "--target",
      "2.6",
      "--effort",
      at("upaya.csv"),
    );
    expect(document.steps.map(({ indicator }) => indicator)).not.toContain(45);
    writeFileSync(at("upaya-salah.csv"), "no,tingkat,upaya\n99,2,1");
    const broken = await spbe("plan", at("kota.xlsx"), "--target", "2.6", "--effort", at("upaya-salah.csv"));
    expect([broken.exitCode, broken.error]).toEqual([2, expect.stringContaining("Baris 2")]);
  });

  test("compares two years: contributions add up to the change, the fallen named", async () => {
    writeFileSync(
      at("lama.csv"),
      csv(PUBLISHED.levels.map((level, n) => (n === 0 ? 3 : n === 46 ? 1 : Math.max(1, level - 1)))),
    );
    const { document } = await spbeJson<{
      change: string;
      indicators: { contribution: string }[];
      regressions: number[];
    }>("compare", at("lama.csv"), at("tingkat.csv"));
    const sum = document.indicators.reduce(
      (total, { contribution }) => total + Math.round(Number(contribution) * 1e4),
      0,
    );
    expect(sum).toBe(Math.round(Number(document.change) * 1e4));
    expect(document.regressions).toEqual([1]);
  });

  test("what --json printed of an index is an older side too, with its instrument, agency and year", async () => {
    const { out } = await spbe("index", at("kota.xlsx"), "--json");
    writeFileSync(at("dulu.json"), out);
    const { document } = await spbeJson<{ change: string; from: string }>("compare", at("dulu.json"), at("kota.xlsx"));
    expect(document).toMatchObject({ from: "2.1545", change: "0" });
    const again = await spbeJson<object>("index", at("dulu.json"));
    expect(again.document).toEqual(JSON.parse(out));
  });

  test("what offices can take on and when work must end limit the plan", async () => {
    writeFileSync(at("bagi.csv"), `no,opd\n${Array.from({ length: 47 }, (_, n) => `${n + 1},Diskominfo`).join("\n")}`);
    await spbe("template", "--out", at("bagi"), "--from", at("kota.xlsx"), "--assign", at("bagi.csv"));
    const plan = (...more: string[]) =>
      spbe("plan", path.join(at("bagi"), "00 Induk.xlsx"), "--target", "2.6", "--json", ...more);
    writeFileSync(at("kapasitas.csv"), "opd,langkah\nDISKOMINFO,12");
    const limited = JSON.parse((await plan("--capacity", at("kapasitas.csv"))).out) as { steps: unknown[] };
    expect(limited.steps.length).toBeLessThanOrEqual(12);
    const soon = await plan("--start", "2025-01-01", "--deadline", "31/01/2025");
    expect([soon.exitCode, JSON.parse(soon.out)]).toEqual([1, expect.objectContaining({ effort: null, to: "2.1545" })]);
    const noStart = await plan("--deadline", "2025-01-31");
    expect([noStart.exitCode, noStart.error]).toEqual([2, expect.stringContaining("--start")]);
    const badDay = await plan("--start", "31/02/2025");
    expect([badDay.exitCode, badDay.error]).toEqual([2, expect.stringContaining('Tanggal "31/02/2025"')]);
    writeFileSync(at("kapasitas-salah.csv"), "opd,langkah\nDiskominfo,banyak");
    const bad = await plan("--capacity", at("kapasitas-salah.csv"));
    expect([bad.exitCode, bad.error]).toEqual([2, expect.stringContaining("Baris 2")]);
  });

  test("years under different instruments stand side by side, and nothing is subtracted", async () => {
    const levels = Array.from({ length: 20 }, (_, n) => ({ number: n + 1, level: "1.5" }));
    writeFileSync(
      at("pemdi.json"),
      JSON.stringify({ instrument: "pemdi-2026", agency: "Kota", year: 2026, indicators: levels }),
    );
    const { exitCode, out } = await spbe("compare", at("kota.xlsx"), at("pemdi.json"));
    expect([exitCode, out]).toEqual([0, expect.stringContaining("memakai instrumen yang berbeda")]);
    // Audit of infrastructure, applications and security is one indicator in the newer one.
    expect(out).toMatch(/^ *9 .* 9: 1; 29: 1; 30: 1; 31: 1 +1,5$/m);
    const { document } = await spbeJson<object>("compare", at("kota.xlsx"), at("pemdi.json"));
    expect(document).toMatchObject({ from: "2.1545", to: "1.5", change: null, regressions: [] });
  });

  test("shared documents are counted once when asked for", async () => {
    const plan = (...more: string[]) =>
      spbeJson<{ effort: number; to: string }>("plan", at("kota.xlsx"), "--target", "4.2", ...more);
    const [alone, shared] = [await plan(), await plan("--shared")];
    expect(shared.document.effort).toBeLessThan(alone.document.effort);
    expect(Number(shared.document.to)).toBeGreaterThanOrEqual(4.2);
  });

  test("ranks among the published results", async () => {
    const { document } = await spbeJson<Record<string, number | string>>(
      "rank",
      "--index",
      "2.15",
      "--group",
      "kota",
      "--year",
      "2023",
    );
    expect(document).toMatchObject({ rank: 85, of: 93, median: "3" });
    const unknown = await spbeJson<object>("rank", "--index", "2.15", "--group", "kota", "--year", "1999");
    expect(unknown).toEqual({ exitCode: 1, document: { rank: null, of: null, share: null, median: null, best: null } });
  });
});

describe("spbe merge on what people really have", () => {
  const folder = at("folder dengan spasi");
  beforeAll(async () => {
    mkdirSync(folder, { recursive: true });
    mkdirSync(at("kosong"), { recursive: true });
    writeFileSync(at("isi.csv"), csv(PUBLISHED.levels));
    await spbe("template", "--out", path.join(folder, "kota A.xlsx"), "--from", at("isi.csv"));
    copyFileSync(path.join(folder, "kota A.xlsx"), path.join(folder, "salinan.xlsm"));
    writeFileSync(path.join(folder, "halaman.xlsx"), "<html><table></table></html>");
  });

  test("a folder with blanks in its name, .xlsm, a copy and a web page: each file's fate in words", async () => {
    const out = path.join(folder, "hasil.xlsx");
    const { exitCode, out: text } = await spbe("merge", folder, "--out", out);
    expect(exitCode).toBe(1);
    expect(text).toMatch(/salinan\.xlsm +(Digabung|Digantikan)/);
    expect(text).toMatch(/Digantikan +\d+ +Berkas yang sama sudah dipilih\./);
    expect(text).toMatch(/halaman\.xlsx +Ditolak +0 +Ini halaman web/);
    expect(text).not.toMatch(/merged|refused|superseded|DUPLICATE_FILE|[{}]/);
    // A second run does not take its own result for a return.
    expect((await spbe("merge", folder, "--out", out, "--force")).out).toBe(text);
  });

  test("the output is never one of the inputs, and a folder without workbooks is said to be one", async () => {
    const file = path.join(folder, "kota A.xlsx");
    const before = readFileSync(file);
    for (const args of [
      [file, "--out", file],
      [path.join(folder, "salinan.xlsm"), "--base", file, "--out", file],
    ]) {
      const { exitCode, error } = await spbe("merge", ...args);
      expect([exitCode, error]).toEqual([2, expect.stringContaining("masukan dan sekaligus keluaran")]);
    }
    expect(Buffer.compare(readFileSync(file), before)).toBe(0);
    const empty = await spbe("merge", at("kosong"), "--out", at("x.xlsx"));
    expect([empty.exitCode, empty.error]).toEqual([2, expect.stringContaining("Tidak ada berkas .xlsx atau .xlsm di")]);
  });

  test("a problem with a file names the file", async () => {
    const { exitCode, error } = await spbe("index", path.join(folder, "halaman.xlsx"));
    expect(exitCode).toBe(2);
    expect(error).toContain("halaman.xlsx: Ini halaman web");
  });
});

describe("wrong usage", () => {
  test.each([
    [["apa"], "apa"],
    [["index"], "file"],
    [["index", "tidak-ada.xlsx"], "tidak-ada.xlsx"],
    [["index", "x.csv", "--instrument", "spbe-1999"], "x.csv"],
    [["template"], "--out"],
    [["rank", "--index", "dua", "--group", "kota", "--year", "2023"], "dua"],
    [["rank", "--index", "2", "--group", "desa", "--year", "2023"], "desa"],
    [["plan", "x.csv", "--target"], "--target"],
    [["rank", "--index", "0", "--group", "kota", "--year", "2023"], "antara 1 dan 5"],
    [["rank", "--index", "9", "--group", "kota", "--year", "2023"], "antara 1 dan 5"],
    [["rank", "--index", "2", "--group", "kota", "--year", "2023.5"], "2023.5"],
    [["rank", "--index", "2", "--group", "kota", "--year", "2023", "--province", "Lampng"], "Lampng"],
    [["template", "--out", "x.xlsx", "--year", "2023.5"], "2023.5"],
  ])("%j ends with 2, a sentence on stderr and nothing on stdout", async (args, named) => {
    const { exitCode, out, error } = await spbe(...args);
    expect([exitCode, out]).toEqual([2, ""]);
    expect(error).toContain(named);
    expect(error).not.toMatch(/unknown|missing|error:|at Object/);
  });

  test("help speaks Indonesian and ends with 0", async () => {
    const { exitCode, out } = await spbe("--help");
    expect(exitCode).toBe(0);
    for (const command of ["template", "index", "validate", "merge", "plan", "compare", "rank", "demo"])
      expect(out).toContain(command);
  });
});

test("spbe demo writes the sample city's workbook and prints index, predicate and findings", async () => {
  const { exitCode, out } = await spbe("demo", "--out", at("contoh.xlsx"));
  expect(exitCode).toBe(0);
  expect(out).toContain("Indeks SPBE 2,15, Cukup");
  expect(out).toMatch(/V\d\d/);
  const { document } = await spbeJson<IndexDocument>("index", at("contoh.xlsx"));
  expect(document.index.exact).toBe("2.1545");
  const grid = readWorkbook(readFileSync(at("contoh.xlsx")));
  const page = grid.ok ? grid.value.sheets.find(({ name }) => name === "Ringkasan")?.values.flat() : [];
  expect(page).toEqual(expect.arrayContaining(["85 dari 93", "dari 1,20 Kurang"]));
});
