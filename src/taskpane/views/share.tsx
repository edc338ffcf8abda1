import { Button, makeStyles, mergeClasses } from "@fluentui/react-components";
import { useRef, useState } from "react";
import { handouts, type Handout } from "../../workbook/assign";
import { ranges } from "../model/ranges";
import { Page } from "../parts/page";
import { Progress } from "../parts/progress";
import { SeverityIcon } from "../parts/severity-icon";
import { TextLink } from "../parts/text-link";
import { canDownload, download } from "../download";
import { usePane, type AssessmentState } from "../state";
import { useRows, useType } from "../styles";
import { useWords } from "../words";

const useStyles = makeStyles({
  office: { display: "flex", columnGap: "8px", alignItems: "center", padding: "8px 0" },
  block: { marginTop: "16px" },
});

interface Making {
  readonly done: number;
  readonly total: number;
  readonly file: string;
}

/** One workbook per office, and this workbook made ready for people without the add-in. */
export default function ShareView({ state }: { state: AssessmentState }) {
  const styles = useStyles();
  const type = useType();
  const rows = useRows();
  const words = useWords();
  const pane = usePane();
  const [making, setMaking] = useState<Making | null>(null);
  const [done, setDone] = useState<{ file: string; n: number } | null>(null);
  const stopped = useRef(false);
  const { assessment } = state;
  const list = handouts(assessment);
  const unassigned = assessment.entries.filter(({ opd }) => opd.length === 0).map(({ indicator }) => indicator);
  const owner = assessment.entries[0]?.cells.opd;
  const zipped = canDownload();

  const notMade = (): void => pane.report({ code: "NOT_MADE", params: {} });
  const makeAll = async (): Promise<void> => {
    stopped.current = false;
    setDone(null);
    try {
      const { writeWorkbook } = await import("../../files/write");
      const { zipFiles } = await import("../../files/zip");
      const files: { name: string; bytes: Uint8Array }[] = [];
      for (const { fileName, spec } of list) {
        setMaking({ done: files.length, total: list.length, file: fileName });
        // The sheet stays usable between two workbooks.
        await new Promise((resume) => setTimeout(resume));
        if (stopped.current) return;
        files.push({ name: fileName, bytes: await writeWorkbook(spec) });
      }
      const name = `SPBE ${assessment.identity.year ?? ""}`.trim() + " - OPD.zip";
      download(name, await zipFiles(files), "application/zip");
      setDone({ file: name, n: files.length });
    } catch {
      notMade();
    } finally {
      setMaking(null);
    }
  };
  const openOne = async ({ spec }: Handout): Promise<void> => {
    try {
      const { writeWorkbook } = await import("../../files/write");
      const { toBase64 } = await import("../download");
      const outcome = await pane.session.openWorkbook(toBase64(await writeWorkbook(spec)));
      if (!outcome.ok) pane.report(outcome.problem);
    } catch {
      notMade();
    }
  };

  if (making)
    return (
      <Page
        quietUndo
        secondary={
          <Button style={{ flexGrow: 1 }} onClick={() => (stopped.current = true)}>
            {words.t("share.cancel")}
          </Button>
        }
      >
        <Progress
          done={making.done}
          total={making.total}
          unit={words.t("share.unit")}
          label={words.t("share.making")}
          doing={words.t("share.doing", { file: making.file })}
        />
      </Page>
    );
  return (
    <Page
      primary={
        list.length === 0
          ? owner && { label: words.t("share.toColumn"), onClick: () => void pane.goTo(owner) }
          : zipped
            ? { label: words.t("share.zip", { n: list.length }), onClick: () => void makeAll() }
            : undefined
      }
    >
      <h1 className={type.title}>{words.t("share.title")}</h1>
      <div className={type.quiet} style={{ marginTop: 4 }}>
        {words.t(zipped ? "share.text" : "share.mac")}
      </div>
      {done && (
        <div className={mergeClasses(rows.top, styles.block)} role="status">
          <SeverityIcon mark="done" />
          <span className={mergeClasses(rows.grow, type.anywhere)}>{words.t("share.done", done)}</span>
        </div>
      )}
      {list.length === 0 && <p>{words.t("share.none")}</p>}
      {list.length > 0 && unassigned.length > 0 && (
        <div className={mergeClasses(rows.top, styles.block)}>
          <SeverityIcon mark="peringatan" />
          <span className={rows.grow}>
            {words.t("share.unassigned", { n: unassigned.length, list: ranges(unassigned) })}
          </span>
        </div>
      )}
      <div className={styles.block}>
        {list.map((handout) => (
          <div key={handout.opd} className={mergeClasses(rows.lined, styles.office)}>
            <span className={mergeClasses(type.quiet)}>{handout.number}</span>
            <span className={mergeClasses(rows.grow, type.anywhere)}>
              {handout.opd}
              <span className={mergeClasses(type.caption, type.quiet)} style={{ display: "block" }}>
                {words.t("share.indicators", { n: handout.indicators.length })}: {ranges(handout.indicators)}
              </span>
            </span>
            <Button
              size="small"
              aria-label={words.t("share.openOf", { opd: handout.opd })}
              onClick={() => void openOne(handout)}
            >
              {words.t("share.open")}
            </Button>
          </div>
        ))}
      </div>
      <section className={styles.block}>
        <h2 className={type.section}>{words.t("share.sendTitle")}</h2>
        <div className={type.quiet}>{words.t("share.sendText")}</div>
        <div style={{ marginTop: 8 }}>
          <Button onClick={() => void pane.write("busy.send", () => pane.session.prepareForSending(true))}>
            {words.t("share.send")}
          </Button>
        </div>
        <TextLink onClick={() => void pane.write("busy.send", () => pane.session.prepareForSending(false))}>
          {words.t("share.back")}
        </TextLink>
      </section>
    </Page>
  );
}
