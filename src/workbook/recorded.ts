import { ANSWERS, EVIDENCE_STATUSES } from "../assessment/assessment";
import type { AnsweredCriteria, LoggedDocument } from "../assessment/merge-types";

/**
 * What a merge records of the offices' words in hidden cells, so that the next one can tell an office's change from one
 * that people made in the workbook. Null where it was not recorded, or is too long for a cell.
 */

const CELL_TEXT_MAX = 32_000;

const cellText = (rows: readonly unknown[] | null): string | null => {
  const text = rows && JSON.stringify(rows);
  return text === null || text.length > CELL_TEXT_MAX ? null : text;
};

function rowsIn(text: string): readonly (readonly unknown[])[] | null {
  try {
    const rows: unknown = JSON.parse(text);
    return Array.isArray(rows) && rows.every((row): row is unknown[] => Array.isArray(row)) ? rows : null;
  } catch {
    return null;
  }
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");
const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(text) : []);

export const criteriaCell = (criteria: AnsweredCriteria | null): string | null =>
  cellText(criteria && criteria.map(([id, { answer, evidence, note }]) => [id, answer, evidence, note]));

export const criteriaIn = (cell: string): AnsweredCriteria | null =>
  rowsIn(cell)?.map(([id, answer, evidence, note]) => [
    text(id),
    { answer: ANSWERS.find((one) => one === answer) ?? null, evidence: texts(evidence), note: text(note) },
  ]) ?? null;

export const documentsCell = (documents: readonly LoggedDocument[] | null): string | null =>
  cellText(
    documents &&
      documents.map((row) => [
        row.id,
        row.to,
        row.name,
        row.kind,
        row.number,
        row.date,
        row.signatory,
        row.validUntil,
        row.file,
        row.page,
        row.mustHaves,
        row.status,
      ]),
  );

export const documentsIn = (cell: string): readonly LoggedDocument[] | null =>
  rowsIn(cell)?.map((row) => {
    const [id, to, name, kind, number, date, signatory, validUntil, file, page, mustHaves, status] = row;
    return {
      id: text(id),
      to: text(to),
      name: text(name),
      kind: text(kind),
      number: text(number),
      date: text(date) || null,
      signatory: text(signatory),
      validUntil: text(validUntil) || null,
      file: text(file),
      page: text(page),
      mustHaves: texts(mustHaves),
      status: EVIDENCE_STATUSES.find((one) => one === status) ?? null,
    };
  }) ?? null;
