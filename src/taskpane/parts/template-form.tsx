import { Field, Input, makeStyles, Radio, RadioGroup, Select, SpinButton } from "@fluentui/react-components";
import { useState } from "react";
import { INSTRUMENTS } from "../../instrument";
import { readNumbers } from "../model/numbers";
import { useWords } from "../words";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", rowGap: "12px", padding: "0 0 0 36px" },
  narrow: { minWidth: 0, width: "100%" },
  year: { width: "104px", minWidth: 0 },
});

const YEARS = { min: 2015, max: 2100 } as const;

/** What was typed so far. */
export interface Form {
  readonly instrument: string;
  readonly agency: string;
  readonly year: number;
  readonly scope: "all" | "opd";
  readonly opd: string;
  /** The numbers of the office's indicators, as typed. */
  readonly numbers: string;
  /** The other name for a sheet whose name is taken. */
  readonly renamed: Readonly<Record<string, string>>;
}

/** The instrument to assess by. */
export function InstrumentField({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const styles = useStyles();
  const words = useWords();
  return (
    <Field label={words.t("start.instrument")}>
      <Select className={styles.narrow} value={value} onChange={(_, data) => onChange(data.value)}>
        {INSTRUMENTS.map(({ id, title, indicators }) => (
          <option key={id} value={id}>
            {words.t("start.instrumentOption", { title, n: indicators })}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** What the template is to be made for. */
export function TemplateForm({ form, change }: { form: Form; change: (part: Partial<Form>) => void }) {
  const styles = useStyles();
  const words = useWords();
  // A year that is none stays out, and the field shows the last one that was.
  const [refused, setRefused] = useState(false);
  const total = lastNumber(form);
  return (
    <div className={styles.form}>
      <InstrumentField value={form.instrument} onChange={(instrument) => change({ instrument })} />
      <Field label={words.t("start.agency")}>
        <Input className={styles.narrow} value={form.agency} onChange={(_, { value }) => change({ agency: value })} />
      </Field>
      <Field
        label={words.t("start.year")}
        validationState={refused ? "error" : "none"}
        validationMessage={refused ? words.t("start.year.invalid", YEARS) : undefined}
      >
        <SpinButton
          className={styles.year}
          {...YEARS}
          value={form.year}
          displayValue={String(form.year)}
          onChange={(_, { value, displayValue }) => {
            const year = value ?? Number(displayValue);
            const isYear = Number.isInteger(year) && year >= YEARS.min && year <= YEARS.max;
            setRefused(!isYear);
            if (isYear) change({ year });
          }}
        />
      </Field>
      <Field label={words.t("start.scope")}>
        <RadioGroup value={form.scope} onChange={(_, { value }) => change({ scope: value === "opd" ? "opd" : "all" })}>
          <Radio value="all" label={words.t("start.scope.all", { n: total })} />
          <Radio value="opd" label={words.t("start.scope.opd")} />
        </RadioGroup>
      </Field>
      {form.scope === "opd" && (
        <>
          <Field label={words.t("start.opd")} required>
            <Input className={styles.narrow} value={form.opd} onChange={(_, { value }) => change({ opd: value })} />
          </Field>
          <NumbersField form={form} change={change} />
        </>
      )}
      {Object.entries(form.renamed).map(([sheet, name]) => (
        <Field key={sheet} label={words.t("start.otherName", { sheet })} required>
          <Input
            className={styles.narrow}
            value={name}
            onChange={(_, { value }) => change({ renamed: { ...form.renamed, [sheet]: value } })}
          />
        </Field>
      ))}
    </div>
  );
}

const lastNumber = ({ instrument }: Form): number => INSTRUMENTS.find(({ id }) => id === instrument)?.indicators ?? 0;

/** The office's indicators in order, none while what is typed cannot be read. */
export function chosenNumbers(form: Form): readonly number[] {
  const reading = readNumbers(form.numbers, lastNumber(form));
  return reading.kind === "numbers" ? reading.numbers : [];
}

function NumbersField({ form, change }: { form: Form; change: (part: Partial<Form>) => void }) {
  const styles = useStyles();
  const words = useWords();
  const last = lastNumber(form);
  const reading = readNumbers(form.numbers, last);
  const said =
    reading.kind === "invalid"
      ? words.t("start.numbers.invalid", { piece: reading.piece, last })
      : reading.numbers.length > 0
        ? words.t("start.numbers.count", { n: reading.numbers.length })
        : words.t("start.numbers.example");
  return (
    <Field
      label={words.t("start.numbers")}
      required
      validationState={reading.kind === "invalid" ? "error" : "none"}
      validationMessage={said}
    >
      <Input className={styles.narrow} value={form.numbers} onChange={(_, { value }) => change({ numbers: value })} />
    </Field>
  );
}
