import { Button, Field, makeStyles, mergeClasses, Textarea, tokens } from "@fluentui/react-components";
import { useState, type DragEvent } from "react";
import { chooseFiles, chooseFolder } from "../choose-files";
import { useRows, useType } from "../styles";
import { useWords } from "../words";
import { Page } from "./page";

const useStyles = makeStyles({
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px", margin: "16px 0 8px" },
  zone: {
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: "4px",
    padding: "16px",
    marginBottom: "16px",
    color: tokens.colorNeutralForeground2,
  },
  over: { border: `1px solid ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorSubtleBackgroundHover },
});

/** With its folders, where the dialog tells them. */
const pathOf = (file: File): string => file.webkitRelativePath || file.name;

/** Where the names come from: a folder, files, a listing, or lines that were pasted. */
export function ImportChoose(props: {
  /** The last listing held no file name. */
  nothing: boolean;
  onPaths: (paths: readonly string[]) => void;
  onListing: (listing: string) => void;
  onCancel: () => void;
}) {
  const styles = useStyles();
  const type = useType();
  const rows = useRows();
  const words = useWords();
  const [over, setOver] = useState(false);
  const [pasted, setPasted] = useState("");
  const take = (files: readonly File[]): void => {
    if (files.length > 0) props.onPaths(files.map(pathOf));
  };
  const listing = async (): Promise<void> => {
    const [file] = await chooseFiles(words.t("import.pickListing"), false, ".csv,.txt,.tsv");
    if (file) props.onListing(await file.text());
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take([...event.dataTransfer.files]);
  };
  return (
    <Page
      primary={{
        label: words.t("import.match"),
        disabled: pasted.trim() === "",
        onClick: () => pasted.trim() !== "" && props.onListing(pasted),
      }}
      secondary={<Button onClick={props.onCancel}>{words.t("import.back")}</Button>}
    >
      <h1 className={type.title}>{words.t("import.title")}</h1>
      <div className={type.quiet}>{words.t("import.intro")}</div>
      <div
        className={mergeClasses(styles.zone, over && styles.over)}
        style={{ marginTop: 16 }}
        data-testid="names-zone"
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <div className={styles.buttons} style={{ margin: "0 0 8px" }}>
          <Button onClick={() => void chooseFolder(words.t("import.pickFolder")).then(take)}>
            {words.t("import.pickFolder")}
          </Button>
          <Button onClick={() => void chooseFiles(words.t("import.pickFiles"), true, "").then(take)}>
            {words.t("import.pickFiles")}
          </Button>
          <Button onClick={() => void listing()}>{words.t("import.pickListing")}</Button>
        </div>
        {words.t("import.drop")}
      </div>
      <Field label={words.t("import.paste")}>
        <Textarea rows={6} resize="vertical" value={pasted} onChange={(_, { value }) => setPasted(value)} />
      </Field>
      <div role="status" className={rows.row}>
        {props.nothing && words.t("import.nothing")}
      </div>
    </Page>
  );
}
