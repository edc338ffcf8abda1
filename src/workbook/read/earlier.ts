import type { LevelReading } from "../../assessment/assessment";
import { levelNamesOf, readLevel } from "../../assessment/level";
import type { EarlierMerge, FileStatus, LogRow, MergeDecision, OfficeAnswer } from "../../assessment/merge-types";
import type { Instrument } from "../../instrument/types";
import { clockOf } from "../clock-serial";
import type { Grid, GridValue } from "../grid";
import { COLUMNS } from "../layout";
import { criteriaIn, documentsIn } from "../recorded";
import { MERGE_LOG_TEXT } from "../texts";
import { fold, listOf, textOf } from "./cell";
import { numberOf } from "./entry-rows";
import { eachRow, tableRows, type TableRows } from "./table-rows";

/** What an earlier merge wrote into `Jawaban OPD` `Konflik` and `Log Gabung`; empty where there are none. */
export function readEarlierMerge(grid: Grid, instrument: Instrument): EarlierMerge {
  const answers = tableRows(grid, "answers");
  const conflicts = tableRows(grid, "conflicts");
  const log = tableRows(grid, "mergeLog");
  return {
    answers: answers ? readAnswers(answers, instrument) : [],
    ...(conflicts ? readConflicts(conflicts, instrument) : { decisions: [], undecided: [] }),
    log: log ? readLog(log, grid.date1904) : [],
  };
}

type AnswerColumn = (typeof COLUMNS.answers)[number];
type ConflictColumn = (typeof COLUMNS.conflicts)[number];

function readAnswers(rows: TableRows, instrument: Instrument): OfficeAnswer[] {
  const answers: OfficeAnswer[] = [];
  for (const cells of eachRow(rows)) {
    const cell = (header: AnswerColumn) => cells(header);
    const indicator = numberOf(cell("No"));
    const sha256 = textOf(cell("SHA-256"));
    if (indicator === null || sha256 === "") continue;
    const [sheet, address] = [textOf(cell("Lembar")), textOf(cell("Sel"))];
    answers.push({
      opd: textOf(cell("OPD")),
      indicator,
      level: levelAt(cell("Tingkat"), instrument),
      explanation: textOf(cell("Penjelasan")),
      evidence: listOf(textOf(cell("Data Dukung"))),
      file: textOf(cell("Berkas")),
      at: sheet === "" ? null : { sheet, cell: address },
      sha256,
      time: textOf(cell("Waktu")),
      criteria: criteriaIn(textOf(cell("Kriteria"))),
    });
  }
  return answers;
}

const levelAt = (value: GridValue, instrument: Instrument): LevelReading =>
  readLevel(value, instrument.scale, { names: levelNamesOf(instrument) });

/** Rows of `Konflik` where a level was chosen with a reason, and the indicators of the others: not decided yet. */
function readConflicts(rows: TableRows, instrument: Instrument): Pick<EarlierMerge, "decisions" | "undecided"> {
  const decisions: MergeDecision[] = [];
  const undecided: number[] = [];
  for (const cells of eachRow(rows)) {
    const cell = (header: ConflictColumn) => cells(header);
    const indicator = numberOf(cell("No"));
    const level = levelAt(cell("Tingkat Dipilih"), instrument);
    const reason = textOf(cell("Alasan"));
    if (indicator === null) continue;
    if (level.kind !== "level" || reason === "") undecided.push(indicator);
    else
      decisions.push({
        indicator,
        level: level.level,
        opd: textOf(cell("OPD Dipilih")),
        reason,
        by: textOf(cell("Diputuskan Oleh")),
        time: textOf(cell("Waktu")),
        answersThen: textOf(cell("Jawaban Saat Itu")),
      });
  }
  return { decisions, undecided };
}

/** Excel counts days up to the year 9999. */
const isClock = (value: GridValue): value is number => typeof value === "number" && value > 0 && value < 2_958_466;

const FILE_STATUSES: readonly FileStatus[] = ["merged", "superseded", "held", "refused"];

type LogColumn = (typeof COLUMNS.mergeLog)[number];

function readLog(rows: TableRows, date1904: boolean): LogRow[] {
  const log: LogRow[] = [];
  for (const cells of eachRow(rows)) {
    const cell = (header: LogColumn) => textOf(cells(header));
    const status = FILE_STATUSES.find((one) => fold(MERGE_LOG_TEXT.status[one]) === fold(cell("Status")));
    if (!status || cell("Berkas") === "") continue;
    const time = cells("Waktu");
    log.push({
      time: isClock(time) ? clockOf(time, date1904) : cell("Waktu"),
      file: cell("Berkas"),
      opd: cell("OPD"),
      status,
      code: cell("Kode") || null,
      answers: Number(cell("Jawaban")) || 0,
      sha256: cell("SHA-256"),
      documents: documentsIn(cell("Dokumen")),
    });
  }
  return log;
}
