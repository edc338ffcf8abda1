import type { Assessment } from "../../assessment/assessment";
import { indicatorsOf } from "../../assessment/score";
import type { Instrument } from "../../instrument/types";
import { failure, success, type Outcome } from "../../locale/problem";
import type { Grid, GridSheet } from "../grid";
import { SHEET } from "../layout";
import { readAdoptedGrid } from "./adopted";
import { columnOf, type Block } from "./block";
import { blocksByNames } from "./by-names";
import { fold, lastRow } from "./cell";
import { completeEntries } from "./complete-entries";
import { chooseInstrument } from "./choose-instrument";
import { readCriteria } from "./criteria";
import { readEntries, type EntryDrafts } from "./entries";
import { readEvidence, readSpareIds } from "./evidence";
import { readForms } from "./forms";
import { readIdentity } from "./identity";
import { reportLayout } from "./layout-repairs";
import { locate } from "./locate";
import type { ReadOptions } from "./options";
import { Repairs } from "./repairs";
import { readStages } from "./stages";

/**
 * The assessment that a workbook holds: found by table name, else by defined names, else by header, else by indicator
 * names, else as one form per indicator. One entry per indicator, blank where the workbook has none.
 * Fails with NO_ASSESSMENT, or with WRONG_INSTRUMENT when the workbook names an instrument that there is no pack for.
 */
export function readAssessment(grid: Grid, options: ReadOptions): Outcome<Assessment> {
  if (options.adopted) return readAdoptedGrid(grid, options.adopted, options);
  const repairs = new Repairs();
  const { blocks, isTemplate } = locate(grid);
  const stated = readIdentity(grid);
  const instrument = options.instrument ?? chooseInstrument(stated.instrument, blocks, options.instruments);
  if (instrument === "unknown") return failure("WRONG_INSTRUMENT", { instrument: stated.instrument });
  const entryBlocks = ofKind(blocks, "entries").filter(
    (block) => block.foundBy === "table" || block.foundBy === "names" || isPlausible(block, instrument),
  );
  const drafts = findEntries(grid, entryBlocks, instrument, repairs);
  if (drafts.size === 0) return failure("NO_ASSESSMENT");
  if (isTemplate) reportLayout(grid, blocks, repairs);
  else for (const block of entryBlocks) reportForeign(block, "header", repairs);
  const criteria = readCriteria(ofKind(blocks, "criteria"), instrument, repairs);
  if (stated.identity.opd === "") reportMissing(drafts, entryBlocks, instrument, repairs);
  return success({
    instrument,
    identity: stated.identity,
    entries: completeEntries(instrument, drafts, criteria),
    evidence: readEvidence(ofKind(blocks, "evidence"), grid.date1904, repairs),
    spareIds: readSpareIds(ofKind(blocks, "evidence")),
    stages: readStages(ofKind(blocks, "stages"), instrument, grid.date1904),
    repairs: repairs.all(),
  });
}

const ofKind = (blocks: readonly Block[], kind: Block["kind"]): readonly Block[] =>
  blocks.filter((block) => block.kind === kind);

/** Blocks first; where no header or name leads to any row, indicator names, then forms. */
function findEntries(grid: Grid, blocks: readonly Block[], instrument: Instrument, repairs: Repairs): EntryDrafts {
  const fromBlocks = readEntries(blocks, instrument, repairs);
  if (fromBlocks.size > 0) return fromBlocks;
  const sheets = grid.sheets.filter(isForeign);
  const byNames = sheets.flatMap((sheet) => blocksByNames(sheet, instrument) ?? []);
  for (const block of byNames) reportForeign(block, "names", repairs);
  const fromNames = readEntries(byNames, instrument, repairs);
  return fromNames.size > 0 ? fromNames : readForms(sheets, instrument, repairs);
}

const NEVER_ENTRIES: ReadonlySet<string> = new Set(
  [
    SHEET.identity,
    SHEET.criteria,
    SHEET.evidence,
    SHEET.index,
    SHEET.findings,
    SHEET.answers,
    SHEET.conflicts,
    SHEET.plan,
    SHEET.mergeLog,
  ].map(fold),
);
const isForeign = (sheet: GridSheet): boolean => !NEVER_ENTRIES.has(fold(sheet.name));

/**
 * Whether a table found by its header alone is one of ours: it names indicators, or its numbers and levels look like it.
 * "No, Nama, Nilai" of anything else must not become an assessment.
 */
function isPlausible(block: Block, instrument: Instrument): boolean {
  const trial = readEntries(
    [{ ...block, lastRow: Math.min(block.lastRow, block.firstRow + 300) }],
    instrument,
    new Repairs(),
  );
  const drafts = [...trial.values()];
  if (drafts.length === 0) return false;
  const valid = drafts.filter(({ level }) => level.kind === "level").length;
  const invalid = drafts.filter(({ level }) => level.kind === "invalid").length;
  const saysIndicator = block.columns.has("indicator") || fold(block.columns.get("no")?.header ?? "").includes("ind");
  if (saysIndicator) return invalid <= valid || invalid < 0.5 * drafts.length || drafts.length < 4;
  return drafts.length >= 3 && valid >= 1 && invalid <= 0.25 * drafts.length;
}

/** A layout of somebody's own is read as it is; one repair says so, another when nothing in it can be the levels. */
function reportForeign(block: Block, by: "header" | "names", repairs: Repairs): void {
  const level = columnOf(block, "level");
  const column = level < 0 ? block.sheet.origin.column : level;
  repairs.add("template-changed", block.sheet, block.headerRow, column, { by });
  if (level < 0 && block.ticks.size === 0)
    repairs.add("missing-column", block.sheet, block.headerRow, column, { column: "Tingkat" });
}

/** Rows that a workbook of the whole agency should have; an office's own workbook holds only its rows. */
function reportMissing(drafts: EntryDrafts, blocks: readonly Block[], instrument: Instrument, repairs: Repairs): void {
  const indicators = indicatorsOf(instrument);
  const [block] = blocks;
  if (!block || drafts.size < indicators.length / 2) return;
  const row = Math.min(block.lastRow, lastRow(block.sheet)) + 1;
  for (const { number } of indicators)
    if (!drafts.has(number))
      repairs.add(
        "missing-row",
        block.sheet,
        row,
        Math.max(0, columnOf(block, "no")),
        { indicator: number },
        `indicator ${number}`,
      );
}
