import { Button, makeStyles, mergeClasses } from "@fluentui/react-components";
import { useEffect, useMemo, useState, type ReactNode } from "react";
import { flushSync } from "react-dom";
import type { Assessment } from "../../assessment/assessment";
import { collectionOf, type Collection, type ToCollect } from "../../assessment/collection";
import { officeKey } from "../../assessment/offices";
import { indicatorsOf } from "../../assessment/score";
import { copyText } from "../copy-text";
import { collectionText, criteriaTexts, fileNamesText } from "../model/letters";
import { usePane } from "../state";
import { useRows, useType } from "../styles";
import { useWords } from "../words";
import { CopyLink, CopyResult, type CopyState } from "./copy-link";
import { Disclosure } from "./disclosure";
import { OfficeSelect } from "./office-select";
import { Page } from "./page";
import { TextLink } from "./text-link";

const useStyles = makeStyles({
  head: { display: "flex", columnGap: "8px", margin: "12px 0 4px" },
  wide: { flexGrow: 1, minWidth: 0 },
  screen: { "@media print": { display: "none" } },
  office: { breakInside: "avoid-page" },
  item: { breakInside: "avoid" },
  criteria: { listStyle: "none", margin: "4px 0", padding: 0 },
  criterion: { display: "grid", gridTemplateColumns: "24px 1fr", columnGap: "8px" },
  list: { margin: "4px 0", paddingLeft: "20px" },
});

/** What each office has to collect, to read, to copy or to print. */
export function CollectList({ assessment, header }: { assessment: Assessment; header: ReactNode }) {
  const styles = useStyles();
  const type = useType();
  const words = useWords();
  const [opd, setOpd] = useState("");
  const [copied, setCopied] = useState<CopyState>(null);
  const [printing, setPrinting] = useState(false);
  const all = useMemo(() => collectionOf(assessment), [assessment]);
  const shown = opd === "" ? all : all.filter((one) => officeKey(one.opd) === officeKey(opd));
  useEffect(() => {
    // Also when the person prints by the host's own menu: closed parts would be missing on paper.
    const before = (): void => flushSync(() => setPrinting(true));
    const after = (): void => setPrinting(false);
    window.addEventListener("beforeprint", before);
    window.addEventListener("afterprint", after);
    return () => {
      window.removeEventListener("beforeprint", before);
      window.removeEventListener("afterprint", after);
    };
  }, []);
  const textOf = (collections: readonly Collection[]): string =>
    collections.map((one) => collectionText(assessment, one, words)).join("\n\n");
  const copy = async (): Promise<void> => setCopied((await copyText(textOf(shown))) ? "copied" : "refused");
  return (
    <Page
      top={opd}
      primary={{
        label: words.t("evidenceView.copy"),
        disabled: shown.length === 0,
        onClick: () => shown.length > 0 && void copy(),
      }}
      secondary={<Button onClick={() => window.print()}>{words.t("evidenceView.print")}</Button>}
    >
      {header}
      <h1 className={type.title}>{words.t("collect.title")}</h1>
      <div className={type.quiet}>{words.t("collect.intro")}</div>
      <div className={mergeClasses(styles.head, styles.screen)}>
        <OfficeSelect
          className={styles.wide}
          assessment={assessment}
          value={opd}
          onChange={(chosen) => {
            setOpd(chosen);
            setCopied(null);
          }}
        />
      </div>
      <CopyResult state={copied} text={() => textOf(shown)} />
      {shown.length === 0 ? (
        <p className={type.quiet}>{words.t("collect.none")}</p>
      ) : (
        shown.map((one) => (
          <Office
            key={`${opd} ${one.opd}`}
            assessment={assessment}
            collection={one}
            alone={opd !== "" && shown.length === 1}
            printing={printing}
            text={() => textOf([one])}
          />
        ))
      )}
    </Page>
  );
}

function Office(props: {
  assessment: Assessment;
  collection: Collection;
  alone: boolean;
  printing: boolean;
  text: () => string;
}) {
  const styles = useStyles();
  const type = useType();
  const rows = useRows();
  const words = useWords();
  const [open, setOpen] = useState(false);
  const { opd, items } = props.collection;
  const name = opd || words.t("evidenceView.nobody");
  const list = items.map((item) => (
    <Item key={`${item.indicator}.${item.level}`} assessment={props.assessment} item={item} />
  ));
  // The choice above names the office already; paper does not show it.
  if (props.alone)
    return (
      <section className={styles.office} aria-label={name}>
        {props.printing && <h2 className={type.section}>{name}</h2>}
        {list}
      </section>
    );
  return (
    <section className={styles.office}>
      <Disclosure
        open={open || props.printing}
        onToggle={() => setOpen(!open)}
        head={
          <>
            <span className={mergeClasses(type.section, rows.grow)}>{name}</span>
            <span className={type.section}>{items.length}</span>
          </>
        }
      >
        <div className={mergeClasses(rows.links, styles.screen)}>
          <CopyLink label={words.t("evidenceView.copy")} name={name} text={props.text} />
        </div>
        {list}
      </Disclosure>
    </section>
  );
}

function Item({ assessment, item }: { assessment: Assessment; item: ToCollect }) {
  const styles = useStyles();
  const type = useType();
  const rows = useRows();
  const words = useWords();
  const pane = usePane();
  const name = indicatorsOf(assessment.instrument)[item.indicator - 1]?.shortName ?? "";
  return (
    <div className={mergeClasses(rows.lined, styles.item)}>
      <div className={type.strong}>
        {words.t("collect.item", { n: item.indicator, name, level: words.level(item.level) })}
      </div>
      <ul className={styles.criteria}>
        {criteriaTexts(assessment, item).map(({ id, text }) => (
          <li key={id} className={styles.criterion}>
            <span className={type.strong}>{id}</span>
            <span>{text}</span>
          </li>
        ))}
      </ul>
      {item.evidence.length > 0 && (
        <div className={type.caption} style={{ marginTop: 4 }}>
          <strong>{words.t("evidence.requested")}</strong>
          <ul className={styles.list}>
            {item.evidence.map(({ item: text, optional }) => (
              <li key={text}>{optional ? `${words.t("evidence.supporting")} ${text}` : text}</li>
            ))}
          </ul>
        </div>
      )}
      {item.mustHaves.length > 0 && (
        <div className={type.caption} style={{ marginTop: 4 }}>
          <strong>{words.t("collect.contents")}</strong>
          <ul className={styles.list}>
            {item.mustHaves.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        </div>
      )}
      <div className={mergeClasses(type.caption, type.quiet)}>{fileNamesText(item, words)}</div>
      {item.sentBack.length > 0 && (
        <div className={type.caption}>{words.t("collect.sentBack", { ids: item.sentBack.join(", ") })}</div>
      )}
      <div className={styles.screen}>
        <TextLink onClick={() => pane.show(item.indicator)}>{words.t("findings.show", { n: item.indicator })}</TextLink>
      </div>
    </div>
  );
}
