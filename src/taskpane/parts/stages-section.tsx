import { Field, makeStyles, Select } from "@fluentui/react-components";
import { STAGES, type Assessment, type Stage } from "../../assessment/assessment";
import { useRows } from "../styles";
import { useWords } from "../words";
import { ExpectedIndex } from "./expected-index";
import { ReturnSlips } from "./return-slips";
import { StageTable } from "./stage-table";

const useStyles = makeStyles({ select: { minWidth: 0, width: "100%" } });

/** The stages that an assessor gives values at. */
export const EXTERNAL_STAGES: readonly Stage[] = STAGES.slice(1);

/** Self, document, interview, visit: the values side by side, what came back, and the import of the assessor's table. */
export function StagesSection(props: { assessment: Assessment; stage: Stage; onStage: (stage: Stage) => void }) {
  const styles = useStyles();
  const rows = useRows();
  const words = useWords();
  return (
    <>
      <StageTable assessment={props.assessment} />
      <hr className={rows.rule} />
      <ExpectedIndex assessment={props.assessment} />
      <hr className={rows.rule} />
      <ReturnSlips assessment={props.assessment} />
      <hr className={rows.rule} />
      <Field label={words.t("stages.importHow")}>
        <Select
          className={styles.select}
          value={props.stage}
          onChange={(_, { value }) => props.onStage(EXTERNAL_STAGES.find((one) => one === value) ?? "Dokumen")}
        >
          {EXTERNAL_STAGES.map((stage) => (
            <option key={stage} value={stage}>
              {stage}
            </option>
          ))}
        </Select>
      </Field>
    </>
  );
}
