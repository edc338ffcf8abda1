import { makeStyles } from "@fluentui/react-components";
import { useRef, type RefObject } from "react";

const useStyles = makeStyles({ hidden: { display: "none" } });

export const WORKBOOK_FILES = ".xlsx,.xlsm,.xls,.ods";

/** A file dialog without a face: the view's own button opens it through `open`. */
export function useFilePicker(): { readonly input: RefObject<HTMLInputElement | null>; readonly open: () => void } {
  const input = useRef<HTMLInputElement>(null);
  return { input, open: () => input.current?.click() };
}

export function FilePicker(props: {
  input: RefObject<HTMLInputElement | null>;
  label: string;
  multiple: boolean;
  accept?: string;
  onFiles: (files: readonly File[]) => void;
}) {
  const styles = useStyles();
  return (
    <input
      ref={props.input}
      type="file"
      className={styles.hidden}
      tabIndex={-1}
      accept={props.accept ?? WORKBOOK_FILES}
      multiple={props.multiple}
      aria-label={props.label}
      onChange={({ target }) => {
        const files = [...(target.files ?? [])];
        // The same file may be chosen again after it was repaired.
        target.value = "";
        if (files.length > 0) props.onFiles(files);
      }}
    />
  );
}
