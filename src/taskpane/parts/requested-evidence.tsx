import { makeStyles, mergeClasses } from "@fluentui/react-components";
import type { EvidenceItem } from "../../instrument/types";
import { useType } from "../styles";
import { useWords } from "../words";

const useStyles = makeStyles({
  root: { marginTop: "12px", paddingLeft: "32px" },
  title: { fontWeight: 600 },
  list: { margin: 0, paddingLeft: "16px" },
});

/** What the guideline asks for at a level: what must be there, what may stand in for one another, what only supports. */
export function RequestedEvidence({ items }: { items: readonly EvidenceItem[] }) {
  const styles = useStyles();
  const type = useType();
  const words = useWords();
  if (items.length === 0) return null;
  const required = items.filter(({ alternative, optional }) => !alternative && !optional);
  const alternatives = items.filter(({ alternative }) => alternative);
  const supporting = items.filter(({ optional, alternative }) => optional && !alternative);
  return (
    <div className={mergeClasses(type.caption, type.quiet, styles.root)}>
      <div className={styles.title}>{words.t("evidence.requested")}</div>
      <Items items={required} />
      {alternatives.length > 0 && <div>{words.t("evidence.anyOf")}</div>}
      <Items items={alternatives} />
      {supporting.length > 0 && <div>{words.t("evidence.supporting")}</div>}
      <Items items={supporting} />
    </div>
  );
}

function Items({ items }: { items: readonly EvidenceItem[] }) {
  const styles = useStyles();
  if (items.length === 0) return null;
  return (
    <ul className={styles.list}>
      {items.map(({ item }) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
