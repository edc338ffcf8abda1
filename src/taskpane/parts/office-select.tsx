import { Select } from "@fluentui/react-components";
import type { Assessment } from "../../assessment/assessment";
import { officesOf } from "../../assessment/offices";
import { useWords } from "../words";

/** Chooses one office, or "" for all. */
export function OfficeSelect(props: {
  assessment: Assessment;
  value: string;
  onChange: (opd: string) => void;
  className?: string;
}) {
  const words = useWords();
  return (
    <Select
      size="small"
      className={props.className}
      aria-label={words.t("evidenceView.opd")}
      value={props.value}
      onChange={(_, { value }) => props.onChange(value)}
    >
      <option value="">{words.t("evidenceView.allOpd")}</option>
      {officesOf(props.assessment).map((opd) => (
        <option key={opd} value={opd}>
          {opd}
        </option>
      ))}
    </Select>
  );
}
