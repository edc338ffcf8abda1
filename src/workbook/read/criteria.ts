import type { Answer, CellRef, CriterionAnswer } from "../../assessment/assessment";
import { indicatorsOf } from "../../assessment/score";
import type { Instrument } from "../../instrument/types";
import type { GridValue } from "../grid";
import { columnOf, type Block } from "./block";
import { cellRef, fold, listOf, textOf, valueAt } from "./cell";
import { numberOf } from "./entry-rows";
import type { Repairs } from "./repairs";

export type CriteriaAnswers = ReadonlyMap<number, ReadonlyMap<string, CriterionAnswer>>;

const ANSWER_WORDS: ReadonlyMap<string, Answer> = new Map([
  ["ya", "Ya"],
  ["y", "Ya"],
  ["yes", "Ya"],
  ["sebagian", "Sebagian"],
  ["tidak", "Tidak"],
  ["tdk", "Tidak"],
  ["t", "Tidak"],
  ["no", "Tidak"],
]);

/** The three answers, whatever their case or spacing; anything else is no answer, kept as `raw`. */
function readAnswer(value: GridValue): Pick<CriterionAnswer, "answer" | "raw"> {
  if (value === null || value === "") return NO_ANSWER;
  const raw = typeof value === "object" ? value.error : textOf(value);
  if (raw === "") return NO_ANSWER;
  const answer = ANSWER_WORDS.get(raw) ?? ANSWER_WORDS.get(fold(raw));
  return answer ? { answer } : { answer: null, raw };
}
const NO_ANSWER = { answer: null } as const;

interface Known {
  readonly byId: ReadonlyMap<string, string>;
  readonly byText: ReadonlyMap<string, string>;
}

const knownOf = new WeakMap<Instrument, readonly Known[]>();

/** The criteria of each indicator by folded code; by text only for files that lost the code column. */
function knownCriteria(instrument: Instrument): readonly Known[] {
  let known = knownOf.get(instrument);
  if (!known) {
    known = indicatorsOf(instrument).map(({ levels }) => {
      const criteria = levels.flatMap((level) => level.criteria);
      return {
        byId: new Map(criteria.map(({ id }) => [id.toLowerCase(), id])),
        byText: new Map(criteria.map(({ id, text }) => [fold(text), id])),
      };
    });
    knownOf.set(instrument, known);
  }
  return known;
}

/** The answers of all criteria tables, by indicator and criterion. Sorted or moved rows are found by number and code. */
export function readCriteria(blocks: readonly Block[], instrument: Instrument, repairs: Repairs): CriteriaAnswers {
  const answers = new Map<number, Map<string, CriterionAnswer>>();
  for (const block of blocks) readBlock(block, instrument, answers, repairs);
  return answers;
}

function readBlock(
  block: Block,
  instrument: Instrument,
  answers: Map<number, Map<string, CriterionAnswer>>,
  repairs: Repairs,
): void {
  const { sheet } = block;
  const known = knownCriteria(instrument);
  const [no, code, text] = [columnOf(block, "no"), columnOf(block, "code"), columnOf(block, "criterion")];
  const columns = {
    answer: columnOf(block, "answer"),
    evidence: columnOf(block, "evidence"),
    note: columnOf(block, "note"),
  };
  let number: number | null = null;
  for (let row = block.firstRow; row <= block.lastRow; row++) {
    const cells = sheet.values[row - sheet.origin.row];
    if (!cells || cells.length === 0) continue;
    // People blank or merge repeated numbers: a criterion belongs to the last number above it.
    const stated = no < 0 ? null : numberOf(valueAt(sheet, row, no));
    number = stated ?? number;
    const written =
      code < 0
        ? ""
        : textOf(valueAt(sheet, row, code))
            .toLowerCase()
            .replace(/\s+/g, "");
    const of = number === null ? undefined : known[number - 1];
    const id =
      of &&
      (of.byId.get(written) ??
        (written === "" && text >= 0 ? of.byText.get(fold(textOf(valueAt(sheet, row, text)))) : undefined));
    const value = columns.answer < 0 ? null : valueAt(sheet, row, columns.answer);
    if (number === null || id === undefined) {
      if (typeof value === "string" && ANSWER_WORDS.has(fold(value)))
        repairs.add("unknown-row", sheet, row, Math.max(0, columns.answer), { row: row + 1 }, "rows");
      continue;
    }
    const mine = answers.get(number) ?? new Map<string, CriterionAnswer>();
    answers.set(number, mine);
    const answer: CriterionAnswer = {
      ...readAnswer(value),
      evidence: columns.evidence < 0 ? [] : listOf(textOf(valueAt(sheet, row, columns.evidence))),
      note: columns.note < 0 ? "" : textOf(valueAt(sheet, row, columns.note)),
      cells: refs(block, row, columns),
    };
    const before = mine.get(id);
    if (before && isFilled(before)) {
      if (isFilled(answer) && before.answer !== answer.answer)
        repairs.add("duplicate-row", sheet, row, Math.max(0, no), {
          indicator: number,
          first: before.answer ?? "–",
          second: answer.answer ?? "–",
        });
      continue;
    }
    mine.set(id, answer);
  }
}

const isFilled = ({ answer, raw, evidence, note }: CriterionAnswer): boolean =>
  answer !== null || raw !== undefined || evidence.length > 0 || note !== "";

function refs(
  block: Block,
  row: number,
  columns: Readonly<Record<"answer" | "evidence" | "note", number>>,
): CriterionAnswer["cells"] {
  const cells: Partial<Record<"answer" | "evidence" | "note", CellRef>> = {};
  if (columns.answer >= 0) cells.answer = cellRef(block.sheet, row, columns.answer);
  if (columns.evidence >= 0) cells.evidence = cellRef(block.sheet, row, columns.evidence);
  if (columns.note >= 0) cells.note = cellRef(block.sheet, row, columns.note);
  return cells;
}
