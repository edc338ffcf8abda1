import type { Assessment } from "../../../src/assessment/assessment";
import {
  mergeReturns,
  NO_EARLIER_MERGE,
  returnOf,
  type MergeDraft,
  type MergeInput,
  type ReturnedFile,
} from "../../../src/assessment/merge";
import { officesOf } from "../../../src/assessment/offices";
import { allInstruments } from "../../../src/instrument/all";
import type { Grid } from "../../../src/workbook/grid";
import { gridOf } from "../../../src/workbook/spec-grid";
import { readAssessment } from "../../../src/workbook/read";
import { templateWorkbook } from "../../../src/workbook/template";
import { DISTURBANCES } from "../../workbook/read/disturbances";
import { loosen, tighten } from "../../workbook/read/loose-grid";

export const TIME = "2023-12-01T08:00:00Z";

/** A workbook as its office would return it. */
export function returned(
  assessment: Assessment,
  opd: string,
  options: Partial<{ file: string; sha256: string; modified: string; disturb: string }> = {},
): ReturnedFile {
  const grid = gridOf(templateWorkbook(assessment, { mode: "handout", opd }));
  return returnedGrid(options.disturb === undefined ? grid : disturbed(grid, options.disturb), opd, options);
}

export const returnedGrid = (
  grid: Grid,
  opd: string,
  options: Partial<{ file: string; sha256: string; modified: string }> = {},
): ReturnedFile =>
  returnOf(
    {
      file: options.file ?? `SPBE ${opd}.xlsx`,
      sha256: options.sha256 ?? hash(`${opd}|${JSON.stringify(grid.sheets.map(({ values }) => values))}`),
      modified: options.modified ?? "2023-11-20T10:00:00Z",
    },
    readAssessment(grid, { instruments: allInstruments }),
  );

/** A stand-in for SHA-256: the same text, the same 64 digits. */
export function hash(text: string): string {
  let digits = "";
  for (let part = 0; part < 8; part++) {
    let h = 0x811c9dc5 ^ part;
    for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
    digits += (h >>> 0).toString(16).padStart(8, "0");
  }
  return digits;
}

export function disturbed(grid: Grid, name: string): Grid {
  const loose = loosen(grid);
  const found = DISTURBANCES.find((one) => one.name === name);
  if (!found) throw new RangeError(`no disturbance ${name}`);
  found.disturb(loose);
  return tighten(loose);
}

/** Every office's workbook as filled in. */
export const returnsOf = (assessment: Assessment): ReturnedFile[] =>
  officesOf(assessment).map((opd) => returned(assessment, opd));

export const merge = (base: Assessment, returns: readonly ReturnedFile[], more: Partial<MergeInput> = {}): MergeDraft =>
  mergeReturns({ base, returns, earlier: NO_EARLIER_MERGE, accepted: [], decisions: [], time: TIME, ...more });

/** An assessment with some levels set, one per indicator number. */
export const withLevels = (base: Assessment, levels: Readonly<Record<number, number | null>>): Assessment => ({
  ...base,
  entries: base.entries.map((entry) => {
    const level = levels[entry.indicator];
    if (level === undefined) return entry;
    return { ...entry, level: level === null ? { kind: "blank" as const } : { kind: "level" as const, level } };
  }),
});

export const withOffices = (base: Assessment, offices: Readonly<Record<number, readonly string[]>>): Assessment => ({
  ...base,
  entries: base.entries.map((entry) => ({ ...entry, opd: offices[entry.indicator] ?? entry.opd })),
});

export const levelAt = (assessment: Assessment, indicator: number): number | null => {
  const level = assessment.entries[indicator - 1]?.level;
  return level?.kind === "level" ? level.level : null;
};
