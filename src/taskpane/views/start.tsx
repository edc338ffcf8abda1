import { Field, makeStyles, mergeClasses, Radio, RadioGroup, Select, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { TableCandidate, WorkbookState } from "../../excel/session";
import { INSTRUMENTS } from "../../instrument";
import { TEMPLATE_SHEETS } from "../../workbook/layout";
import { guessedRoles, missingRoles, withRole, type Roles } from "../model/start";
import { ColumnRoles } from "../parts/column-roles";
import { chosenNumbers, InstrumentField, TemplateForm, type Form } from "../parts/template-form";
import { Page } from "../parts/page";
import { TextLink } from "../parts/text-link";
import { usePane } from "../state";
import { useRows, useType } from "../styles";
import { useWords } from "../words";

const useStyles = makeStyles({
  choices: { alignItems: "stretch", marginLeft: "-8px" },
  narrow: { minWidth: 0, width: "100%" },
  divider: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, marginLeft: "8px" },
  second: { paddingTop: "12px" },
  table: { paddingLeft: "32px" },
  foot: { marginTop: "24px" },
});

type Choice = "template" | "table";

/** An empty workbook, or one with somebody's own table: one choice, then one button. */
export default function StartView({ workbook }: { workbook: Exclude<WorkbookState, { kind: "assessment" }> }) {
  const styles = useStyles();
  const type = useType();
  const rows = useRows();
  const words = useWords();
  const pane = usePane();
  const first = workbook.kind === "foreign" ? (workbook.candidates[0] ?? null) : null;
  const [choice, setChoice] = useState<Choice>("template");
  const [candidate, setCandidate] = useState<TableCandidate | null>(first);
  const [roles, setRoles] = useState<Roles>(first ? guessedRoles(first) : {});
  const [form, setForm] = useState<Form>({
    instrument: INSTRUMENTS[0]?.id ?? "",
    agency: "",
    year: new Date().getFullYear(),
    scope: "all",
    opd: "",
    numbers: "",
    renamed: {},
  });
  const change = (part: Partial<Form>): void => setForm((before) => ({ ...before, ...part }));

  const chosen = chosenNumbers(form);
  const insert = (): Promise<boolean> =>
    pane.write("busy.template", async () => {
      const outcome = await pane.session.insertTemplate({
        instrument: form.instrument,
        agency: form.agency.trim(),
        year: form.year,
        opd: form.scope === "opd" ? form.opd.trim() : null,
        indicators: form.scope === "opd" ? chosen : null,
        renamed: form.renamed,
      });
      // A sheet of that name which is not ours is never touched: ask for another name, keep what was typed.
      const ours = outcome.ok ? undefined : outcome.problem.params.ours;
      if (typeof ours === "string") change({ renamed: { ...form.renamed, [ours]: `${ours} SPBE` } });
      return outcome;
    });
  const guess = async (): Promise<void> => {
    const outcome = await pane.session.guessTable();
    if (!outcome.ok) return pane.report(outcome.problem);
    pane.report(null);
    setCandidate(outcome.value);
    setRoles(guessedRoles(outcome.value));
    setChoice("table");
  };
  const adopt = (table: TableCandidate): void =>
    void pane.write("busy.table", () =>
      pane.session.adoptTable({ sheet: table.sheet, range: table.range, roles, instrument: form.instrument }),
    );

  const ready =
    choice === "template"
      ? form.scope === "all" || (form.opd.trim() !== "" && chosen.length > 0)
      : candidate !== null && missingRoles(roles).length === 0;
  return (
    <Page
      primary={{
        label: words.t(choice === "template" ? "start.insert" : "start.adopt"),
        disabled: !ready,
        onClick: () => (choice === "template" ? void insert() : candidate && adopt(candidate)),
      }}
    >
      <h1 className={type.title}>{words.t("start.title")}</h1>
      <div className={type.quiet} style={{ margin: "4px 0 16px" }}>
        {words.t("empty.workbook")}
      </div>
      <RadioGroup
        className={styles.choices}
        aria-label={words.t("start.how")}
        value={choice}
        onChange={(_, { value }) => setChoice(value === "table" ? "table" : "template")}
      >
        <Radio value="template" label={<span className={type.strong}>{words.t("start.template")}</span>} />
        {choice === "template" && <TemplateForm form={form} change={change} />}
        <div className={styles.divider} />
        <div className={styles.second}>
          <Radio value="table" label={<span className={type.strong}>{words.t("start.table")}</span>} />
        </div>
        <div className={mergeClasses(styles.table, type.quiet)}>
          {candidate ? <Recognised candidate={candidate} /> : words.t("start.noTable")}
          <div className={rows.links}>
            <TextLink onClick={() => void guess()}>{words.t("start.useSelection")}</TextLink>
          </div>
        </div>
        {choice === "table" && candidate && (
          <div className={styles.table}>
            {workbook.kind === "foreign" && workbook.candidates.length > 1 && (
              <Field label={words.t("start.whichTable")}>
                <Select
                  className={styles.narrow}
                  value={String(workbook.candidates.indexOf(candidate))}
                  onChange={(_, { value }) => {
                    const other = workbook.candidates[Number(value)];
                    if (!other) return;
                    setCandidate(other);
                    setRoles(guessedRoles(other));
                  }}
                >
                  {workbook.candidates.map((one, i) => (
                    <option key={`${one.sheet}${one.range}`} value={String(i)}>
                      {one.sheet}, {one.range}
                    </option>
                  ))}
                </Select>
              </Field>
            )}
            <InstrumentField value={form.instrument} onChange={(instrument) => change({ instrument })} />
            <ColumnRoles
              candidate={candidate}
              roles={roles}
              onChange={(column, role) => setRoles(withRole(roles, column, role))}
            />
          </div>
        )}
      </RadioGroup>
      <div className={mergeClasses(type.caption, type.quiet, styles.foot)}>
        {choice === "template"
          ? words.t("start.promise", { n: TEMPLATE_SHEETS[form.scope === "all" ? "full" : "handout"].length })
          : words.t("start.tablePromise")}
      </div>
    </Page>
  );
}

function Recognised({ candidate }: { candidate: TableCandidate }) {
  const words = useWords();
  const known = candidate.headers.flatMap(({ role, text }) => (role ? [text] : []));
  return (
    <>
      {words.rich("start.recognised", {
        sheet: candidate.sheet,
        range: candidate.range,
        n: candidate.indicatorsFound,
        columns: words.list(known),
      })}
    </>
  );
}
