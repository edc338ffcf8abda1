import { collectionOf } from "../../src/assessment/collection";
import { roundHalfUp } from "../../src/assessment/ratio";
import { messages } from "../../src/taskpane/messages-id";
import { attachmentEdits, attachmentsOf, mustHaveStates, withMustHave } from "../../src/taskpane/model/attachments";
import { draftEvidence } from "../../src/taskpane/model/evidence";
import { choicesOf, choicesOfListing, importOf } from "../../src/taskpane/model/import-files";
import { collectionText, slipText } from "../../src/taskpane/model/letters";
import { filteredRegister, registerRows, statusCounts } from "../../src/taskpane/model/register";
import { expectedIndex, returnSlips, stageTable } from "../../src/taskpane/model/stages";
import { wordsOf } from "../../src/taskpane/words";
import { document, judgedCity, sampleCity } from "./sample";

const city = judgedCity();
const words = wordsOf("id", messages);
const ids = (rows: ReturnType<typeof registerRows>) => rows.map(({ document: { id } }) => id);

describe("the register", () => {
  const rows = registerRows(city);

  test("puts the document that unlocks most first and says what it unlocks", () => {
    expect(ids(rows).slice(0, 2)).toEqual(["DD-07-030", "DD-07-021"]);
    expect(rows[0]?.unlocks.map(({ indicator, from, to }) => [indicator, from, to])).toEqual([[12, 1, 2]]);
    expect(roundHalfUp(rows[0]?.gain ?? { numerator: 0, denominator: 1 }, 4)).toBe("0.0250");
    expect(rows[0]?.offices).toEqual(["Bappeda"]);
  });

  test("measures expiry against the date of assessment, by date or by the years in the name", () => {
    const at = (id: string) => rows.find((row) => row.document.id === id);
    expect(at("DD-07-018")).toMatchObject({ until: "2022-12-31", expired: true });
    expect(at("DD-07-030")).toMatchObject({ until: "2024-12-31", expired: false });
    expect(at("DD-07-012")).toMatchObject({ until: null, expired: false });
  });

  test("is filtered by office, status and words, and the counts are what the filter then shows", () => {
    expect(ids(filteredRegister(rows, { status: "revisi", opd: "", query: "" }))).toEqual(["DD-07-021"]);
    expect(ids(filteredRegister(rows, { status: "", opd: " bappeda ", query: "" }))).toEqual(["DD-07-030"]);
    expect(ids(filteredRegister(rows, { status: "unused", opd: "", query: "undangan" }))).toEqual(["DD-07-031"]);
    for (const [status, count] of statusCounts(rows, "Diskominfo"))
      expect(filteredRegister(rows, { status, opd: "Diskominfo", query: "" })).toHaveLength(count);
  });
});

describe("attachments", () => {
  test("are changed to exactly what is wanted, and what else a cell holds stays", () => {
    const before = attachmentsOf(city, "dd-07-030");
    expect(before).toEqual([
      { indicator: 2, criterion: null },
      { indicator: 2, criterion: "2a" },
      { indicator: 12, criterion: "2a" },
    ]);
    const kept = before.slice(0, 2);
    expect(attachmentEdits(city, "DD-07-030", [...kept, { indicator: 17, criterion: "4c" }], before)).toEqual([
      { indicator: 17, criterion: "4c", evidence: ["DD-07-021", "DD-07-030"], was: { evidence: ["DD-07-021"] } },
      { indicator: 12, criterion: "2a", evidence: [], was: { evidence: ["DD-07-030"] } },
    ]);
    expect(attachmentEdits(city, "DD-07-030", before, before)).toEqual([]);
    // What a colleague attached while the form was open stays attached.
    expect(attachmentEdits(city, "DD-07-030", kept, kept)).toEqual([]);
  });

  test("tell what the document must contain; a confirmation in other words is taken back with it", () => {
    const draft = draftEvidence("DD-1", { kind: "Reviu/Evaluasi", mustHaves: ["ada rekomendasi", "catatan lain"] });
    const states = mustHaveStates(city, draft, [{ indicator: 17, criterion: "4c" }]);
    expect(states.map(({ mustHave: { id }, confirmed }) => [id, confirmed])).toEqual([
      ["issues", false],
      ["recommendations", true],
    ]);
    const recommendations = states[1]?.mustHave;
    if (!recommendations) throw new Error("no must-have");
    expect(withMustHave(city, draft, recommendations, false).mustHaves).toEqual(["catatan lain"]);
    expect(mustHaveStates(city, draftEvidence("DD-1", {}), [])).toEqual([]);
  });
});

describe("the import of file names", () => {
  test("accepts nothing by itself, and what is not accepted is not written", () => {
    const choices = choicesOfListing(city, "17.c.Reviu.pdf\n18.a.SOP.docx\nbukan berkas\n17.c.Reviu.pdf");
    expect(choices).toHaveLength(2);
    expect(choices.some(({ accepted }) => accepted)).toBe(false);
    expect(importOf(city, choices)).toEqual({ drafts: [], references: [] });
  });

  test("numbers new rows on, attaches registered files only, and keeps what the cells hold", () => {
    const accepted = choicesOf(city, [
      "a/17.c.Reviu-2023.pdf",
      "17.b.SOP-Jaringan-Intra-JIP.pdf",
      "17.c.Lampiran.pdf",
    ]).map((choice) => ({ ...choice, accepted: true, indicator: 17, criterion: "4c" }));
    const { drafts, references } = importOf(city, accepted);
    expect(drafts.map(({ id, file }) => [id, file])).toEqual([
      ["DD-07-032", "a/17.c.Reviu-2023.pdf"],
      ["DD-07-033", "17.c.Lampiran.pdf"],
    ]);
    expect(references).toEqual([
      {
        indicator: 17,
        criterion: "4c",
        evidence: ["DD-07-021", "DD-07-032", "DD-07-012", "DD-07-033"],
        was: { evidence: ["DD-07-021"] },
      },
    ]);
  });

  test("without an indicator a file is registered and attached to nothing", () => {
    const accepted = choicesOf(city, ["scan0001.pdf"]).map((choice) => ({ ...choice, accepted: true }));
    const { drafts, references } = importOf(city, accepted);
    expect(drafts).toHaveLength(1);
    expect(references).toEqual([]);
  });
});

describe("stages", () => {
  test("an untouched indicator inherits the stage before, and each stage has its index", () => {
    const table = stageTable(city);
    const levels = (number: number) => table.rows[number - 1]?.levels.map(({ level, inherited }) => [level, inherited]);
    expect(levels(17)).toEqual([
      [3, false],
      [2, false],
      [3, false],
      [3, true],
    ]);
    expect(levels(1)).toEqual([
      [1, false],
      [1, true],
      [1, true],
      [1, true],
    ]);
    expect(table.stages.map(({ given }) => given)).toEqual([47, 2, 2, 0]);
    expect(table.stages.map(({ index }) => roundHalfUp(index, 4))[0]).toBe("2.1545");
    expect(table.stages[2]?.index).toEqual(table.stages[3]?.index);
  });

  test("accepted evidence alone never bears more than the claim", () => {
    const { claimed, accepted } = expectedIndex(city);
    expect(accepted.numerator / accepted.denominator).toBeLessThan(claimed.numerator / claimed.denominator);
    const none = expectedIndex({ ...city, evidence: [] });
    expect(roundHalfUp(none.accepted, 4)).toBe("1.0000");
  });

  test("a slip per office names what was lowered and which documents come back", () => {
    const [slip] = returnSlips(city);
    expect(slip).toMatchObject({ opd: "Diskominfo", lowered: [{ indicator: 33 }, { indicator: 42 }] });
    expect(slip?.documents.map(({ document: { id }, indicators }) => [id, indicators])).toEqual([["DD-07-021", [17]]]);
    const text = slip ? slipText(city, slip, words) : "";
    expect(text).toContain("Dikembalikan untuk diperbaiki · Diskominfo");
    expect(text).toContain("tertulis 4, nilai asesor 3");
    expect(text).toContain("DD-07-021 Laporan reviu jaringan intra (indikator 17)");
    expect(returnSlips(sampleCity())).toEqual([]);
  });
});

test("the list of an office names criteria, requested evidence, contents and file names", () => {
  const collection = collectionOf(city).find(({ opd }) => opd === "Diskominfo");
  const text = collection ? collectionText(city, collection, words) : "";
  expect(text).toMatch(/^Yang harus dikumpulkan · Diskominfo\nPemerintah Kota Bandar Lampung · 2023\n/);
  expect(text).toMatch(/17 Layanan Jaringan Intra, tingkat 4\n {2}4c \S/);
  expect(text).toContain("  - Rekomendasi perbaikan untuk tiap masalah");
  expect(text).toContain("Nama berkas: 17.c.Nama-Dokumen.pdf");
  expect(text).toContain("Dikembalikan asesor: DD-07-021");
  expect(text).not.toMatch(/[{}]|undefined/);
});

test("a document of two offices is counted for both", () => {
  const shared = { ...city, evidence: [...city.evidence, document("DD-07-040", { name: "DPA" })] };
  const rows = registerRows({
    ...shared,
    entries: shared.entries.map((entry) => (entry.indicator === 13 ? { ...entry, evidence: ["DD-07-040"] } : entry)),
  });
  expect(rows.find((row) => row.document.id === "DD-07-040")?.offices).toEqual(["Bappeda", "BPKAD"]);
});
