import { Select } from "@fluentui/react-components";
import { EVIDENCE_STATUSES, type EvidenceStatus } from "../../assessment/assessment";
import { useWords, type Key } from "../words";

export const STATUS_KEY: Readonly<Record<EvidenceStatus, Key>> = {
  belum: "status.belum",
  draf: "status.draf",
  proses: "status.proses",
  revisi: "status.revisi",
  diterima: "status.diterima",
};

/** Chooses where a document stands; null = not said. */
export function StatusSelect(props: {
  value: EvidenceStatus | null;
  onChange: (status: EvidenceStatus | null) => void;
  label?: string;
  small?: boolean;
  className?: string;
}) {
  const words = useWords();
  return (
    <Select
      size={props.small ? "small" : "medium"}
      className={props.className}
      aria-label={props.label}
      value={props.value ?? ""}
      onChange={(_, { value }) => props.onChange(EVIDENCE_STATUSES.find((one) => one === value) ?? null)}
    >
      <option value="">{words.t("register.noStatus")}</option>
      {EVIDENCE_STATUSES.map((status) => (
        <option key={status} value={status}>
          {words.t(STATUS_KEY[status])}
        </option>
      ))}
    </Select>
  );
}
