import { makeStyles, mergeClasses } from "@fluentui/react-components";
import type { EvidenceStatus } from "../../assessment/assessment";
import type { RegisterRow } from "../model/register";
import { usePane } from "../state";
import { useRows, useType } from "../styles";
import { useWords, type Words } from "../words";
import { SeverityIcon, type Mark } from "./severity-icon";
import { StatusSelect } from "./status-select";
import { TextLink } from "./text-link";

/** A state that asks for something, or is done, as a shape; the others are their word alone. */
const MARK: Readonly<Partial<Record<EvidenceStatus, Mark>>> = { diterima: "done", revisi: "peringatan" };

const useStyles = makeStyles({
  status: { minWidth: 0, width: "116px", flexShrink: 1 },
  line: { display: "flex", columnGap: "6px", alignItems: "flex-start", marginTop: "4px" },
  actions: { display: "flex", columnGap: "12px", alignItems: "center", marginTop: "8px", whiteSpace: "nowrap" },
  right: { marginLeft: "auto", minWidth: 0, display: "inline-flex", alignItems: "center", columnGap: "4px" },
});

const factsOf = ({ document }: RegisterRow, words: Words): string =>
  [document.id, document.kind, document.number, document.date ? words.date(document.date) : ""]
    .filter(Boolean)
    .join(" · ");

/** "17 (4b, 4c), 20 (baris)": where a document is used. */
const usesOf = ({ uses }: RegisterRow, words: Words): string =>
  uses.map(({ indicator, criteria }) => `${indicator} (${criteria.join(", ") || words.t("register.row")})`).join(", ");

/** One document of the register; its status is changed here, all else in its form. */
export function RegisterItem({ row, onEdit }: { row: RegisterRow; onEdit: () => void }) {
  const styles = useStyles();
  const type = useType();
  const rows = useRows();
  const words = useWords();
  const pane = usePane();
  const { document, uses, unlocks } = row;
  const at = document.cells.id;
  const title = document.name || document.file || document.id;
  const setStatus = (status: EvidenceStatus | null): void =>
    void pane.write("busy.register", () =>
      pane.session.editEvidence(document.id, { status }, [], { status: document.status }),
    );
  const mark = document.status && MARK[document.status];
  return (
    <li className={rows.lined}>
      <div className={mergeClasses(type.strong, type.anywhere)}>{title}</div>
      <div className={mergeClasses(type.caption, type.quiet, type.anywhere)}>{factsOf(row, words)}</div>
      {row.until &&
        (row.expired ? (
          <div className={styles.line}>
            <SeverityIcon mark="peringatan" size={16} />
            <span className={type.caption}>{words.t("register.expired", { date: words.date(row.until) })}</span>
          </div>
        ) : (
          <div className={mergeClasses(type.caption, type.quiet)}>
            {words.t("register.until", { date: words.date(row.until) })}
          </div>
        ))}
      <div className={type.caption} style={{ marginTop: 4 }}>
        {uses.length === 0
          ? words.t("register.unused")
          : [words.t("register.used", { list: usesOf(row, words) }), row.offices.join("; ")]
              .filter(Boolean)
              .join(" · ")}
      </div>
      {unlocks.length > 0 && (
        <div className={type.caption}>
          {words.rich("register.unlocks", {
            gain: words.number(row.gain, 4),
            list: unlocks
              .map(({ indicator, to }) => words.t("register.rise", { n: indicator, level: words.level(to) }))
              .join(", "),
          })}
        </div>
      )}
      <div className={styles.actions}>
        <TextLink
          onClick={onEdit}
          label={words.t("action.of", { action: words.t("action.change"), name: document.id })}
        >
          {words.t("action.change")}
        </TextLink>
        {at && (
          <TextLink
            onClick={() => void pane.goTo(at)}
            label={words.t("action.of", { action: words.t("register.goTo"), name: document.id })}
          >
            {words.t("register.goTo")}
          </TextLink>
        )}
        <span className={styles.right}>
          {mark && <SeverityIcon mark={mark} size={16} />}
          <StatusSelect
            small
            className={styles.status}
            label={words.t("register.statusOf", { id: document.id })}
            value={document.status}
            onChange={setStatus}
          />
        </span>
      </div>
    </li>
  );
}
