import path from "node:path";
import { levelsOf, scoreOf } from "../../assessment/score";
import type { FileReport, MergeDraft } from "../../assessment/merge-types";
import type { Locale } from "../../locale";
import { conflictText, fileNotes, mergeReasonText, mergeStatusText } from "../../locale/merge";
import { table } from "../table";
import { problemLines, say } from "../texts";
import { indexLine } from "./index-command";

/** What `spbe merge` tells people: a line per file with what there is to say about it, open conflicts, who is missing. */
export function mergeLines(draft: MergeDraft, out: string, locale: Locale): string[] {
  const heading = (key: Parameters<typeof say>[1]): string => say(locale, key);
  const open = draft.conflicts.filter(({ decision }) => decision === null);
  return [
    ...table(
      [
        heading("cli.heading.file"),
        heading("cli.heading.opd"),
        heading("cli.heading.status"),
        `>${heading("cli.heading.answers")}`,
        "",
      ],
      draft.files.flatMap((report) => fileRows(report, locale)),
    ),
    "",
    ...(open.length > 0 ? [say(locale, "cli.merge.conflicts", { count: open.length })] : []),
    ...open.map(({ indicator, reason }) => `  ${indicator}  ${conflictText(reason, locale)}`),
    ...(draft.missingOffices.length > 0
      ? [say(locale, "cli.merge.missing", { opds: draft.missingOffices.map(({ opd }) => opd).join(", ") })]
      : []),
    indexLine(draft.final, scoreOf(draft.final.instrument, levelsOf(draft.final)), locale),
    say(locale, "cli.written", { path: out }),
  ];
}

/** A file's row, with further notes in rows of their own below it. */
function fileRows(report: FileReport, locale: Locale): string[][] {
  const { file, opd, status, answered } = report;
  const [first = "", ...others] = [...reasonOf(report, locale), ...fileNotes(report, locale)];
  return [
    [path.basename(file), opd, mergeStatusText(status, locale), String(answered.length), first],
    ...others.map((note) => ["", "", "", "", note]),
  ];
}

function reasonOf({ code, params }: FileReport, locale: Locale): string[] {
  if (code === null) return [];
  return [mergeReasonText(code, params, locale) ?? problemLines({ code, params }, locale)[0] ?? code];
}
