import { makeStyles, mergeClasses } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { FileReport } from "../../assessment/merge";
import type { Repair } from "../../assessment/assessment";
import { keptEditMessage } from "../../locale/merge";
import { useRows, useType } from "../styles";
import { useWords, type Words } from "../words";

const useStyles = makeStyles({ line: { display: "flex", columnGap: "8px", padding: "8px 0" } });
const SHOWN_REPAIRS = 4;

/** Why a file is not simply merged: a sentence about this merge, or what the reader found and what to do. */
export function reasonOf(file: Pick<FileReport, "file" | "code" | "params">, words: Words): string {
  if (file.code === null) return "";
  const key = `merge.reason.${file.code}`;
  const ending = /\.\w+$/.exec(file.file)?.[0].toLowerCase() ?? "";
  const sentence = words.say(key, { ...file.params, ending });
  if (sentence !== key) return sentence;
  const { what, next } = words.problem({ code: file.code, params: file.params });
  return [what, next].filter(Boolean).join(" ");
}

const repairText = (repair: Repair, words: Words): string =>
  words.say(`repair.${repair.kind}`, { ...repair.params, sheet: repair.sheet, cell: repair.cell });

/** One file of the preview: whose, which, how many answers, and what was noticed. */
export function FileLine(props: {
  opd: string;
  file: string;
  count?: number;
  note?: string;
  report?: FileReport;
  children?: ReactNode;
}) {
  const styles = useStyles();
  const type = useType();
  const rows = useRows();
  const words = useWords();
  const remarks = props.report ? remarksOf(props.report, words) : [];
  return (
    <div className={mergeClasses(rows.lined, styles.line)}>
      <div className={rows.grow}>
        <div className={type.anywhere}>{props.opd || props.file}</div>
        {props.opd && <div className={mergeClasses(type.caption, type.quiet, type.anywhere)}>{props.file}</div>}
        {props.note && <div style={{ marginTop: 4 }}>{props.note}</div>}
        {remarks.map((remark) => (
          <div key={remark} style={{ marginTop: 4 }}>
            {remark}
          </div>
        ))}
        {props.children && <div className={rows.links}>{props.children}</div>}
      </div>
      {props.count !== undefined && (
        <span className={mergeClasses(type.number, type.quiet)}>{words.t("merge.answers", { n: props.count })}</span>
      )}
    </div>
  );
}

function remarksOf(file: FileReport, words: Words): readonly string[] {
  const repairs = file.repairs.map((repair) => repairText(repair, words));
  const more = repairs.length - SHOWN_REPAIRS;
  const note = (name: string, list: readonly number[]): readonly string[] =>
    list.length === 0 ? [] : [words.say(`merge.note.${name}`, { indicators: words.list(list) })];
  return [
    ...file.unreadable.map(({ indicator, raw }) => words.say("merge.note.unreadable", { indicator, raw })),
    ...note("outside", file.outside),
    ...note("missing-rows", file.missingRows),
    ...note("kept", file.keptFor),
    ...file.renumbered.map(({ from, to }) => words.say("merge.note.renumbered", { from, to })),
    ...file.keptEdits.map((edit) => words.say(...keptEditMessage(edit))),
    ...repairs.slice(0, SHOWN_REPAIRS),
    ...(more > 0 ? [words.t("merge.moreRepairs", { n: more })] : []),
  ];
}
