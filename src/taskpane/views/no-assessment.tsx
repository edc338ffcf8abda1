import { mergeClasses } from "@fluentui/react-components";
import { Page } from "../parts/page";
import { usePane } from "../state";
import { useType } from "../styles";
import { useWords } from "../words";

/** Every view but the first, while the workbook holds no assessment. */
export function NoAssessment() {
  const type = useType();
  const words = useWords();
  const pane = usePane();
  return (
    <Page primary={{ label: words.t("start.title"), onClick: () => pane.open("home") }}>
      <p className={mergeClasses(type.plain, type.quiet)}>{words.t("empty.workbook")}</p>
    </Page>
  );
}
