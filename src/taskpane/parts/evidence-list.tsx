import { makeStyles, mergeClasses } from "@fluentui/react-components";
import { DocumentRegular } from "@fluentui/react-icons/svg/document";
import type { AttachedEvidence } from "../model/indicator";
import { usePane } from "../state";
import { useRows, useType } from "../styles";
import { useWords, type Words } from "../words";
import { FindingLine } from "./finding-line";
import { TextLink } from "./text-link";

const useStyles = makeStyles({
  item: { display: "flex", columnGap: "8px", padding: "4px 0" },
  icon: { flexShrink: 0, marginTop: "2px" },
  head: { display: "flex", columnGap: "8px", alignItems: "baseline" },
  actions: { display: "flex", columnGap: "12px", alignItems: "center", flexWrap: "wrap" },
});

/** "14 Oktober 2020 · hlm. 4–6": what the register knows of a document beside its id. */
const factsOf = ({ document }: AttachedEvidence, words: Words): string =>
  [document?.date ? words.date(document.date) : "", document?.page].filter(Boolean).join(" · ");

/** The documents attached to a criterion, with what is wrong with each. */
export function EvidenceList(props: {
  items: readonly AttachedEvidence[];
  onDetach: (reference: string) => void;
  label: string;
}) {
  const styles = useStyles();
  const type = useType();
  const rows = useRows();
  const words = useWords();
  const pane = usePane();
  if (props.items.length === 0) return null;
  return (
    <ul aria-label={props.label} style={{ listStyle: "none", margin: 0, padding: 0 }}>
      {props.items.map((item) => {
        const at = item.document?.cells.id;
        const facts = factsOf(item, words);
        const title = item.document?.file || item.document?.name || item.reference;
        return (
          <li key={item.reference} className={styles.item}>
            <DocumentRegular aria-hidden fontSize={16} className={mergeClasses(styles.icon, type.quiet)} />
            <div className={rows.grow}>
              <div className={styles.head}>
                <span className={mergeClasses(rows.grow, type.anywhere)}>{title}</span>
                <TextLink
                  onClick={() => props.onDetach(item.reference)}
                  label={words.t("action.of", { action: words.t("evidence.detach"), name: title })}
                >
                  {words.t("evidence.detach")}
                </TextLink>
              </div>
              <div className={mergeClasses(type.caption, type.quiet, styles.actions)}>
                {at && item.document && (
                  <TextLink
                    onClick={() => void pane.goTo(at)}
                    label={words.t("evidence.show", { id: item.document.id })}
                  >
                    {item.document.id}
                  </TextLink>
                )}
                {!at && item.document && <span>{item.document.id}</span>}
                {facts && <span>{facts}</span>}
              </div>
              {item.findings.map((finding) => (
                <FindingLine key={finding.code} finding={finding} />
              ))}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
