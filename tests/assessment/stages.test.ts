import type { Assessment, Entry } from "../../src/assessment/assessment";
import { overClaims, stageLevels } from "../../src/assessment/stages";
import { DEFAULT_INSTRUMENT } from "../../src/instrument/default";
import { blankAssessment } from "../../src/workbook/blank";

const level = (value: number) => ({ kind: "level", level: value }) as const;

function world(change: (entry: Entry) => Partial<Entry>): Assessment {
  const blank = blankAssessment(DEFAULT_INSTRUMENT);
  return { ...blank, entries: blank.entries.map((entry) => ({ ...entry, ...change(entry) })) };
}

test("an office is the same however its name is spaced and written", () => {
  const names = ["Dinas Kesehatan", " dinas  kesehatan "];
  const assessment = world(({ indicator }) =>
    indicator <= 2
      ? { opd: [names[indicator - 1] ?? ""], level: level(3), assessorLevel: level(2), assessorNote: "Belum lengkap" }
      : {},
  );
  expect(overClaims(assessment)).toEqual([
    {
      opd: "Dinas Kesehatan",
      judged: 2,
      lowered: [1, 2].map((indicator) => ({ indicator, claimed: 3, assessed: 2, note: "Belum lengkap" })),
    },
  ]);
});

test("a stage that left an indicator untouched inherits the one before, and a second row of a stage counts", () => {
  const value = { indicator: 1, explanation: "", assessor: "", time: "" };
  const assessment = {
    ...world(({ indicator }) => (indicator === 1 ? { level: level(4) } : {})),
    stages: [
      { ...value, stage: "Dokumen", level: level(3) },
      { ...value, stage: "Dokumen", level: level(2) },
    ],
  } as const;
  const [entry] = assessment.entries;
  if (!entry) throw new Error("no entry");
  expect(stageLevels(assessment, entry).map(({ stage, level: at, inherited }) => [stage, at, inherited])).toEqual([
    ["Mandiri", 4, false],
    ["Dokumen", 2, false],
    ["Interviu", 2, true],
    ["Visitasi", 2, true],
  ]);
});
