import { Field, Input } from "@fluentui/react-components";
import type { IsoDate } from "../../assessment/assessment";
import { useWords } from "../words";

/** A date, said in words below: the host's own field may put the month first. */
export function DayField(props: {
  label: string;
  value: IsoDate | null;
  onChange: (date: IsoDate | null) => void;
  className: string;
}) {
  const words = useWords();
  return (
    <Field label={props.label} hint={props.value ? words.date(props.value) : undefined}>
      <Input
        type="date"
        className={props.className}
        value={props.value ?? ""}
        onChange={(_, { value }) => props.onChange(value || null)}
      />
    </Field>
  );
}
