import { fill, type Locale, type MessageParams } from ".";
import { merge as en } from "./en/merge";
import { repair as enRepair } from "./en/repair";
import { merge as id } from "./id/merge";
import { repair as idRepair } from "./id/repair";

/** What the sentences need of a repair. */
export interface RepairFacts {
  readonly kind: string;
  readonly cell: string;
  readonly params: MessageParams;
}

/** A repair in words; `params.by` tells which of the kind's sentences fits. */
export function repairText({ kind, cell, params }: RepairFacts, locale: Locale): string {
  const texts: Readonly<Record<string, string>> = locale === "id" ? idRepair : enRepair;
  const text = texts[`repair.${kind}.${params.by}`] ?? texts[`repair.${kind}`];
  return fill(text ?? kind, { cell, ...params });
}

const texts = (locale: Locale): Readonly<Record<string, string>> => (locale === "id" ? id : en);

/** "Digabung", "Ditolak", "Digantikan", "Ditahan". */
export const mergeStatusText = (status: string, locale: Locale): string =>
  texts(locale)[`merge.status.${status}`] ?? status;

/** Why a file is held or superseded; null for codes of other areas (refusals have `problem.<code>.what`). */
export function mergeReasonText(code: string, params: MessageParams, locale: Locale): string | null {
  const text = texts(locale)[`merge.reason.${code}`];
  return text === undefined ? null : fill(text, params);
}

/** Why an indicator needs a decision: a conflict's reason, or "changed-since". */
export const conflictText = (reason: string, locale: Locale): string =>
  texts(locale)[`merge.conflict.${reason}`] ?? reason;

/** What a file's report has to say. */
export interface FileNotes {
  readonly outside: readonly number[];
  readonly missingRows: readonly number[];
  readonly unreadable: readonly { readonly indicator: number; readonly raw: string }[];
  readonly keptFor: readonly number[];
  readonly renumbered: readonly { readonly from: string; readonly to: string }[];
  readonly keptEdits: readonly KeptEditFacts[];
}

/** Something that stayed as people changed it in the workbook. */
export interface KeptEditFacts {
  readonly place: string;
  readonly indicator: number | null;
  readonly id: string;
  readonly mine: string;
  readonly theirs: string;
}

const QUOTED = 60;
const quoted = (text: string): string => (text.length > QUOTED ? `${text.slice(0, QUOTED - 1).trimEnd()}…` : text);

/** That sentence's key and what it is filled with. */
export const keptEditMessage = ({ place, indicator, id, mine, theirs }: KeptEditFacts): [string, MessageParams] => [
  `merge.note.edited.${place}`,
  { indicator: indicator ?? 0, id, mine: quoted(mine), theirs: quoted(theirs) },
];

/** Everything about a file that is neither its status nor a repair, one sentence each. */
export function fileNotes(report: FileNotes, locale: Locale): readonly string[] {
  const of = texts(locale);
  const say = (key: keyof typeof id, params: MessageParams): string => fill(of[key] ?? key, params);
  const list = (numbers: readonly number[]): MessageParams => ({ indicators: numbers.join(", ") });
  return [
    ...(report.outside.length > 0 ? [say("merge.note.outside", list(report.outside))] : []),
    ...(report.missingRows.length > 0 ? [say("merge.note.missing-rows", list(report.missingRows))] : []),
    ...report.unreadable.map(({ indicator, raw }) => say("merge.note.unreadable", { indicator, raw })),
    ...(report.keptFor.length > 0 ? [say("merge.note.kept", list(report.keptFor))] : []),
    ...report.renumbered.map(({ from, to }) => say("merge.note.renumbered", { from, to })),
    ...report.keptEdits.map((edit) => {
      const [key, params] = keptEditMessage(edit);
      return fill(of[key] ?? key, params);
    }),
  ];
}
