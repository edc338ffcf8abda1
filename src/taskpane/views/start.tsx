import { Field, makeStyles, mergeClasses, Radio, RadioGroup, Select, tokens } from "@fluentui/react-components";
import { Fragment, useState } from "react";
import type { TableCandidate, WorkbookState } from "../../excel/session";
import { INSTRUMENTS } from "../../instrument";
import { TEMPLATE_SHEETS } from "../../workbook/layout";
import { currentCandidate, guessedRoles, missingRoles, withRole, type Roles } from "../model/start";
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
  divider: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, margin: "12px 0 12px 8px" },
  table: { paddingLeft: "36px" },
  columns: { marginTop: "12px" },
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
  const candidates = workbook.kind === "foreign" ? workbook.candidates : [];
  // What the person chose, or null: then a table that is here comes first, also one that comes later.
  const [chosenWay, setChoice] = useState<Choice | null>(null);
  const [picked, setPicked] = useState<TableCandidate | null>(null);
  const [corrected, setCorrected] = useState<Roles | null>(null);
  const candidate = currentCandidate(candidates, picked);
  const choice = chosenWay ?? (candidate ? "table" : "template");
  const roles = corrected ?? (candidate ? guessedRoles(candidate) : {});
  const pick = (table: TableCandidate): void => {
    setPicked(table);
    setCorrected(null);
  };
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
    pick(outcome.value);
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
  const template = (
    <Fragment key="template">
      <Radio value="template" label={<span className={type.strong}>{words.t("start.template")}</span>} />
      {choice === "template" && (
        <TemplateForm
          form={form}
          change={(part) => {
            setChoice("template");
            change(part);
          }}
        />
      )}
    </Fragment>
  );
  const table = (
    <Fragment key="table">
      <Radio value="table" label={<span className={type.strong}>{words.t("start.table")}</span>} />
      <div className={mergeClasses(styles.table, type.quiet)}>
        {candidate ? <Recognised candidate={candidate} /> : words.t("start.noTable")}
        <div className={rows.links}>
          <TextLink onClick={() => void guess()}>{words.t("start.useSelection")}</TextLink>
        </div>
      </div>
      {choice === "table" && candidate && (
        <div className={mergeClasses(styles.table, styles.columns, rows.stack)}>
          {candidates.length > 1 && (
            <Field label={words.t("start.whichTable")}>
              <Select
                className={styles.narrow}
                value={nameOf(candidate)}
                onChange={(_, { value }) => {
                  const other = candidates.find((one) => nameOf(one) === value);
                  if (other) pick(other);
                }}
              >
                {(candidates.includes(candidate) ? candidates : [candidate, ...candidates]).map((one) => (
                  <option key={nameOf(one)} value={nameOf(one)}>
                    {nameOf(one)}
                  </option>
                ))}
              </Select>
            </Field>
          )}
          <InstrumentField value={form.instrument} onChange={(instrument) => change({ instrument })} />
          <ColumnRoles
            candidate={candidate}
            roles={roles}
            onChange={(column, role) => setCorrected(withRole(roles, column, role))}
          />
        </div>
      )}
    </Fragment>
  );
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
        {candidate ? words.t("start.found", { sheet: candidate.sheet }) : words.t("empty.workbook")}
      </div>
      <RadioGroup
        className={styles.choices}
        aria-label={words.t("start.how")}
        value={choice}
        onChange={(_, { value }) => setChoice(value === "table" ? "table" : "template")}
      >
        {candidate
          ? [table, <div key="divider" className={styles.divider} />, template]
          : [template, <div key="divider" className={styles.divider} />, table]}
      </RadioGroup>
      <div className={mergeClasses(type.caption, type.quiet, styles.foot)}>
        {choice === "template"
          ? words.t("start.promise", { n: TEMPLATE_SHEETS[form.scope === "all" ? "full" : "handout"].length })
          : words.t("start.tablePromise")}
      </div>
    </Page>
  );
}

const nameOf = ({ sheet, range }: TableCandidate): string => `${sheet}, ${range}`;

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
