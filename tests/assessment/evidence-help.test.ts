import { collectionOf } from "../../src/assessment/collection";
import { evidenceUse } from "../../src/assessment/evidence-use";
import { expectedLevels } from "../../src/assessment/expected";
import { matchFiles, pathsOfListing } from "../../src/assessment/match-files";
import { exactText } from "../../src/assessment/ratio";
import { overClaims, stageLevels } from "../../src/assessment/stages";
import { build } from "./findings/world";

describe("expected levels by accepted evidence", () => {
  const accepted = { id: "DD-01-001", status: "diterima" } as const;
  const open = { id: "DD-01-002", status: "proses" } as const;
  const yes = (id: string) => ({ answer: "Ya", evidence: [id] }) as const;

  test("count a criterion only when it is Ya and rests on an accepted document, and every level below holds too", () => {
    const levels = expectedLevels(
      build({
        evidence: [accepted, open],
        entries: {
          1: { level: 3, criteria: { "2a": yes("dd-01-001"), "3b": yes("DD-01-001") } },
          2: { level: 3, criteria: { "2a": yes("DD-01-001"), "3b": yes("DD-01-002") } },
          3: { level: 4, criteria: { "2a": yes("DD-01-002"), "3a": yes("DD-01-001"), "4b": yes("DD-01-001") } },
          4: { level: 3, criteria: { "2a": { answer: "Tidak", evidence: ["DD-01-001"] } } },
          // What the row names does not stand in for what the criterion names itself.
          5: { level: 3, evidence: ["DD-01-001"], criteria: { "2a": yes("DD-01-002") } },
        },
      }),
    );
    expect(levels.slice(0, 5)).toEqual([3, 2, 1, 1, 1]);
  });

  test("never exceed the claim, fall back to the row's evidence, and stay unknown without a claim", () => {
    const levels = expectedLevels(
      build({
        evidence: [accepted],
        entries: {
          1: { level: 1, criteria: { "2a": yes("DD-01-001") } },
          2: { level: 2, evidence: ["DD-01-001"], criteria: { "2a": { answer: "Ya" } } },
          3: { level: null },
        },
      }),
    );
    expect(levels.slice(0, 3)).toEqual([1, 2, null]);
  });
});

test("one document: where it serves, which offices, and the index points it would unlock", () => {
  const uses = evidenceUse(
    build({
      evidence: [{ id: "DD-01-001" }, { id: "DD-01-002" }],
      entries: {
        1: { opd: ["Diskominfo"], criteria: { "2a": { answer: "Sebagian", evidence: ["dd-01-001"] } } },
        11: { opd: ["Bappeda", "diskominfo"], criteria: { "2a": { evidence: ["DD-01-001"] } } },
        12: { opd: ["Bappeda"], evidence: ["DD-01-001"] },
        13: { criteria: { "3b": { answer: "Tidak", evidence: ["DD-01-002"] } } },
      },
    }),
  );
  expect(uses.map(({ document }) => document.id)).toEqual(["DD-01-001", "DD-01-002"]);
  const [first, second] = uses;
  expect(first?.uses.map(({ indicator, criteria }) => [indicator, criteria])).toEqual([
    [1, ["2a"]],
    [11, ["2a"]],
    [12, []],
  ]);
  expect(first?.offices).toEqual(["Diskominfo", "Bappeda"]);
  expect(first?.unlocks.map(({ indicator, from, to, gain }) => [indicator, from, to, exactText(gain)])).toEqual([
    [1, 1, 2, "0.013"],
    [11, 1, 2, "0.025"],
  ]);
  expect(exactText(first?.gain ?? { numerator: 0, denominator: 1 })).toBe("0.038");
  // Level 2 of 13 is not met, so its level 3 unlocks nothing.
  expect(second?.unlocks).toEqual([]);
});

test("what each office has to collect, up to the target, with must-haves, file names and what was sent back", () => {
  const [bappeda, diskominfo] = collectionOf(
    build({
      evidence: [{ id: "DD-01-001", status: "revisi" }],
      entries: {
        ...Object.fromEntries(Array.from({ length: 47 }, (_, at) => [at + 1, { metUpTo: 5, level: 5 }])),
        1: { opd: ["Diskominfo"], level: 2, metUpTo: 2, target: 4, evidence: ["DD-01-001"] },
        20: { opd: ["Bappeda"], level: 3, metUpTo: 3 },
      },
    }),
  );
  expect([bappeda?.opd, diskominfo?.opd]).toEqual(["Bappeda", "Diskominfo"]);
  expect(diskominfo?.items.map(({ indicator, level, criteria }) => [indicator, level, criteria])).toEqual([
    [1, 3, ["3b"]],
    [1, 4, ["4b", "4c"]],
  ]);
  expect(diskominfo?.items[1]?.mustHaves.map(({ label }) => label)).toEqual(["Memuat masalah", "Memuat rekomendasi"]);
  expect(diskominfo?.items[1]?.fileNames).toEqual(["1.b.", "1.c."]);
  expect(diskominfo?.items[0]?.sentBack).toEqual(["DD-01-001"]);
  expect(bappeda?.items[0]).toMatchObject({ indicator: 20, level: 4, criteria: ["4b", "4c"] });
  const evidence = bappeda?.items[0]?.evidence ?? [];
  expect(evidence.length).toBeGreaterThan(2);
  expect(evidence.map(({ optional }) => optional)).toEqual([...evidence.map(({ optional }) => optional)].sort());
});

describe("files of a folder", () => {
  const world = build({ evidence: [{ id: "DD-01-007", file: "bukti/20.c.Reviu-Kolaborasi_SPBE.pdf" }] });
  const propose = (path: string) => matchFiles(world, [path])[0];

  test("are matched by number and letter, with kind and title, and known files are recognised", () => {
    expect(propose("20.c.Reviu-Kolaborasi_SPBE.pdf")).toEqual({
      path: "20.c.Reviu-Kolaborasi_SPBE.pdf",
      title: "Reviu Kolaborasi SPBE",
      indicator: 20,
      criterion: "4c",
      kind: "Reviu/Evaluasi",
      existing: "DD-01-007",
      by: "name",
    });
    expect(propose("1.a.Pergub-1-2020.pdf")).toMatchObject({
      indicator: 1,
      criterion: "2a",
      title: "Pergub 1 2020",
      kind: "Kebijakan",
    });
    // Two levels of 11 have a letter c: the name tells a review from what is no review.
    expect(propose("11.c.Arsitektur-SPBE.pdf")?.criterion).toBe("2c");
    expect(propose("11.c.Laporan-Reviu.pdf")?.criterion).toBe("4c");
    expect(propose("Indikator 7 - SPLP.pdf")).toMatchObject({ indicator: 7, criterion: null, by: "name" });
  });

  test("take the number of a folder, then the words of the title, and say when nothing tells", () => {
    expect(propose("SPBE/32/Tampilan.png")).toMatchObject({ indicator: 32, by: "folder", kind: "Tangkapan Layar" });
    expect(propose("C:\\SPBE\\Indikator 05\\Perwal.pdf")).toMatchObject({ indicator: 5, by: "folder" });
    expect(propose("Dokumen Manajemen Risiko 2023.pdf")).toMatchObject({ indicator: 21, by: "words" });
    expect(propose("SPBE/32/20.c.Reviu.pdf")).toMatchObject({ indicator: 20, by: "name" });
    expect(propose("Manajemen Risiko dan Manajemen Pengetahuan.pdf")).toMatchObject({ indicator: null, by: "nothing" });
    expect(propose("scan0001.pdf")).toMatchObject({ indicator: null, criterion: null, by: "nothing", existing: null });
    expect(propose("2023 laporan.pdf")).toMatchObject({ indicator: null });
    expect(propose("48.a.Lain.pdf")).toMatchObject({ indicator: null });
  });

  test("a word after the number is no criterion, and a day is no indicator", () => {
    expect(propose("20. e-Kinerja.pdf")).toMatchObject({ indicator: 20, criterion: null, title: "e Kinerja" });
    expect(propose("20 A Yani.pdf")).toMatchObject({ indicator: 20, criterion: null, title: "A Yani" });
    expect(propose("20c Reviu.pdf")).toMatchObject({ indicator: 20, criterion: "4c", title: "Reviu" });
    expect(propose("20_c_Reviu.pdf")).toMatchObject({ indicator: 20, criterion: "4c", title: "Reviu" });
    for (const name of ["12 Desember 2023 Notulen.pdf", "12_Des_2023.pdf", "12-12-2023 Notulen.pdf", "01.02.2023.pdf"])
      expect(propose(name)).toMatchObject({ indicator: null, by: "nothing" });
    expect(propose("12 Marketplace.pdf")).toMatchObject({ indicator: 12, title: "Marketplace" });
  });

  test("come from plain listings and from CSV", () => {
    const names = ["20.c. Reviu, Evaluasi SPBE.pdf", "SK Tim; lampiran.pdf", "folder 12/Peta Rencana, 2020.pdf"];
    expect(pathsOfListing(names.join("\n"))).toEqual(names);
    expect(pathsOfListing("1, 3.a.SK.pdf, 4\n2\t3.b.SK.pdf\t5")).toEqual(["3.a.SK.pdf", "3.b.SK.pdf"]);
    expect(pathsOfListing("\ufeff1.a.Perwal.pdf\r\n\r\nsub/2.b.Reviu.docx\nhanya folder\n")).toEqual([
      "1.a.Perwal.pdf",
      "sub/2.b.Reviu.docx",
    ]);
    expect(pathsOfListing('No,Berkas,Ukuran\n1,"20.c.Reviu, final.pdf",12\n2;3.a.SK.pdf;4')).toEqual([
      "20.c.Reviu, final.pdf",
      "3.a.SK.pdf",
    ]);
  });
});

test("a stage that left an indicator untouched inherits the stage before it", () => {
  const world = build({
    entries: { 1: { level: 4 } },
    stages: [
      { indicator: 1, stage: "Dokumen", level: 3 },
      { indicator: 1, stage: "Visitasi", level: 4 },
    ],
  });
  const entry = world.entries[0];
  expect(entry && stageLevels(world, entry).map(({ stage, level, inherited }) => [stage, level, inherited])).toEqual([
    ["Mandiri", 4, false],
    ["Dokumen", 3, false],
    ["Interviu", 3, true],
    ["Visitasi", 4, false],
  ]);
});

test("over-claims per office, most lowered first, shared indicators counted for each", () => {
  const claims = overClaims(
    build({
      entries: {
        1: { level: 3, assessorLevel: 2, opd: ["Bappeda", "Diskominfo"] },
        2: { level: 3, assessorLevel: 1, opd: ["Diskominfo"] },
        3: { level: 2, assessorLevel: 2, opd: ["Inspektorat"] },
        4: { level: 5, opd: ["Inspektorat"] },
      },
    }),
  );
  expect(claims.map(({ opd, judged, lowered }) => [opd, judged, lowered.map(({ indicator }) => indicator)])).toEqual([
    ["Diskominfo", 2, [1, 2]],
    ["Bappeda", 1, [1]],
    ["Inspektorat", 1, []],
  ]);
});
