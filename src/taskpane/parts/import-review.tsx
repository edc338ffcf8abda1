import { Button, Checkbox, makeStyles, mergeClasses, Select } from "@fluentui/react-components";
import type { Assessment } from "../../assessment/assessment";
import { indicatorsOf } from "../../assessment/score";
import { criteriaOf, isRecognised, type FileChoice } from "../model/import-files";
import { useRows, useType } from "../styles";
import { useWords, type Key } from "../words";
import { Page } from "./page";

const BY_KEY: Readonly<Record<FileChoice["proposal"]["by"], Key>> = {
  name: "import.by.name",
  folder: "import.by.folder",
  words: "import.by.words",
  nothing: "import.by.nothing",
};

const useStyles = makeStyles({
  list: { listStyle: "none", margin: "8px 0 0", padding: 0 },
  label: { overflowWrap: "anywhere" },
  body: { paddingLeft: "28px" },
  box: { marginLeft: "-8px" },
  pair: { display: "grid", rowGap: "4px", marginTop: "4px" },
  narrow: { minWidth: 0, width: "100%" },
});

/** What each name was taken for; the person accepts or corrects, and only then is anything written. */
export function ImportReview(props: {
  assessment: Assessment;
  choices: readonly FileChoice[];
  onChange: (choices: readonly FileChoice[]) => void;
  onWrite: () => void;
  onBack: () => void;
}) {
  const styles = useStyles();
  const type = useType();
  const rows = useRows();
  const words = useWords();
  const { choices, onChange } = props;
  const accepted = choices.filter((one) => one.accepted).length;
  const recognised = choices.filter(isRecognised);
  const all = recognised.every((one) => one.accepted);
  const replace = (place: number, part: Partial<FileChoice>): void =>
    onChange(choices.map((one, at) => (at === place ? { ...one, ...part } : one)));
  return (
    <Page
      primary={{
        label: words.t("import.write", { n: accepted }),
        disabled: accepted === 0,
        onClick: () => accepted > 0 && props.onWrite(),
      }}
      secondary={<Button onClick={props.onBack}>{words.t("import.back")}</Button>}
    >
      <h1 className={type.title}>{words.t("import.title")}</h1>
      <div className={type.quiet}>{words.t("import.intro")}</div>
      <div className={type.strong} style={{ marginTop: 12 }}>
        {words.t("import.found", { n: choices.length, known: recognised.length })}
      </div>
      <div className={rows.links}>
        {recognised.length > 0 && (
          <Button
            size="small"
            onClick={() =>
              onChange(choices.map((one) => ({ ...one, accepted: all ? false : one.accepted || isRecognised(one) })))
            }
          >
            {words.t(all ? "import.acceptNone" : "import.acceptAll")}
          </Button>
        )}
      </div>
      <ul className={styles.list}>
        {choices.map((choice, place) => (
          <Proposal
            key={choice.proposal.path}
            assessment={props.assessment}
            choice={choice}
            onChange={(part) => replace(place, part)}
          />
        ))}
      </ul>
    </Page>
  );
}

function Proposal(props: {
  assessment: Assessment;
  choice: FileChoice;
  onChange: (part: Partial<FileChoice>) => void;
}) {
  const styles = useStyles();
  const type = useType();
  const rows = useRows();
  const words = useWords();
  const { assessment, choice, onChange } = props;
  const { path, title, kind, existing, by } = choice.proposal;
  const name = path.replace(/^.*[\\/]/, "");
  const folder = path.slice(0, -name.length).replace(/[\\/]$/, "");
  const criteria = choice.indicator === null ? [] : criteriaOf(assessment, choice.indicator);
  return (
    <li className={rows.lined}>
      <Checkbox
        className={styles.box}
        checked={choice.accepted}
        aria-label={words.t("import.accept", { name })}
        label={<span className={styles.label}>{name}</span>}
        onChange={(_, { checked }) => onChange({ accepted: checked === true })}
      />
      <div className={styles.body}>
        <div className={mergeClasses(type.caption, type.quiet, type.anywhere)}>
          {[folder, existing ? words.t("import.existing", { id: existing }) : title, kind, words.t(BY_KEY[by])]
            .filter(Boolean)
            .join(" · ")}
        </div>
        <div className={styles.pair}>
          <Select
            size="small"
            className={styles.narrow}
            aria-label={words.t("import.indicatorOf", { name })}
            value={String(choice.indicator ?? "")}
            onChange={(_, { value }) => onChange({ indicator: value === "" ? null : Number(value), criterion: null })}
          >
            <option value="">{words.t("import.noIndicator")}</option>
            {indicatorsOf(assessment.instrument).map((indicator) => (
              <option key={indicator.number} value={String(indicator.number)}>
                {indicator.number} {indicator.shortName}
              </option>
            ))}
          </Select>
          {choice.indicator !== null && (
            <Select
              size="small"
              className={styles.narrow}
              aria-label={words.t("import.criterionOf", { name })}
              value={choice.criterion ?? ""}
              onChange={(_, { value }) => onChange({ criterion: value || null })}
            >
              <option value="">{words.t("register.row")}</option>
              {criteria.map(({ id }) => (
                <option key={id} value={id}>
                  {id}
                </option>
              ))}
            </Select>
          )}
        </div>
      </div>
    </li>
  );
}
