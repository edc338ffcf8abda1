import { allInstruments } from "../../../src/instrument/all";
import type { GridValue } from "../../../src/workbook/grid";
import { guessTable, guessTables, readAssessment } from "../../../src/workbook/read";
import { plainGrid, plainSheet } from "./loose-grid";
import { baseAssessment, filled } from "./sample";

const truth = filled(baseAssessment(), 9);
const rows = truth.entries.map((entry): GridValue[] => [
  null,
  entry.indicator,
  `Indikator ${entry.indicator}`,
  entry.level.kind === "level" ? entry.level.level : null,
  entry.explanation,
  entry.evidence.join("; "),
  entry.opd[0] ?? null,
]);

describe("a table of the person's own", () => {
  const own = plainSheet("Rekap 2023", [
    ["Rekap Penilaian Mandiri"],
    [],
    [null, "Nomor", "Indikator", "Nilai", "Uraian", "Link Bukti", "Pengampu"],
    ...rows,
  ]);

  test("columns are guessed from the header, with samples of what they hold", () => {
    const guess = guessTable(plainGrid(own).sheets[0] ?? fail(), allInstruments);
    expect(guess?.range).toBe("A3:G50");
    expect(guess?.indicatorsFound).toBe(47);
    expect(guess?.instrument).toBe("spbe-2020");
    expect(guess?.headers.map(({ column, text, role }) => [column, text, role])).toEqual([
      ["A", "", null],
      ["B", "Nomor", "no"],
      ["C", "Indikator", "indicator"],
      ["D", "Nilai", "level"],
      ["E", "Uraian", "explanation"],
      ["F", "Link Bukti", "evidence"],
      ["G", "Pengampu", "opd"],
    ]);
    expect(guess?.headers[1]?.samples).toEqual(["1", "2", "3"]);
  });

  test("columns without a telling header are guessed from their content", () => {
    const mute = plainSheet("Rekap", [[null, "A", "B", "C", "D", "E", "F"], ...rows]);
    const guess = guessTable(plainGrid(mute).sheets[0] ?? fail(), allInstruments, {
      top: 0,
      left: 1,
      bottom: 47,
      right: 6,
    });
    const roles = Object.fromEntries((guess?.headers ?? []).map(({ column, role }) => [column, role]));
    expect(roles).toMatchObject({ B: "no", D: "level", E: "explanation", F: "evidence" });
  });

  test("it is read where it is, by the columns that the person confirmed", () => {
    const adopted = {
      sheet: "Rekap 2023",
      range: "A3:G50",
      roles: { B: "no", D: "level", E: "explanation", F: "evidence", G: "opd" } as const,
      instrument: "spbe-2020",
    };
    const outcome = readAssessment(plainGrid(own), { instruments: allInstruments, adopted });
    if (!outcome.ok) throw new Error(outcome.problem.code);
    expect(
      outcome.value.entries.map(({ level, explanation, evidence, opd }) => ({ level, explanation, evidence, opd })),
    ).toEqual(truth.entries.map(({ level, explanation, evidence, opd }) => ({ level, explanation, evidence, opd })));
    expect(outcome.value.entries[16]?.cells.level).toEqual({ sheet: "Rekap 2023", cell: "D20" });
    expect(outcome.value.repairs).toEqual([]);
  });

  test("rows outside the range are not read", () => {
    const adopted = {
      sheet: "Rekap 2023",
      range: "A3:G13",
      roles: { B: "no", D: "level" } as const,
      instrument: "spbe-2020",
    };
    const outcome = readAssessment(plainGrid(own), { instruments: allInstruments, adopted });
    expect(outcome.ok && outcome.value.entries.filter(({ level }) => level.kind === "level")).toHaveLength(10);
  });

  test("the workbook's other sheets are no candidates", () => {
    const guesses = guessTables(
      plainGrid(
        plainSheet("Anggaran", [
          ["No", "Uraian", "Jumlah"],
          [1, "ATK", 5],
        ]),
        own,
      ),
      allInstruments,
    );
    expect(guesses.map(({ sheet: name }) => name)).toEqual(["Rekap 2023"]);
  });

  test("a table that is gone is no assessment", () => {
    const adopted = {
      sheet: "Dihapus",
      range: "A1:B3",
      roles: { A: "no", B: "level" } as const,
      instrument: "spbe-2020",
    };
    expect(readAssessment(plainGrid(own), { instruments: allInstruments, adopted })).toMatchObject({
      ok: false,
      problem: { code: "NO_ASSESSMENT" },
    });
  });
});

function fail(): never {
  throw new Error("no sheet");
}
