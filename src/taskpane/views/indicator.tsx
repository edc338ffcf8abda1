import { Button, makeStyles, mergeClasses, Select } from "@fluentui/react-components";
import { ChevronLeftRegular } from "@fluentui/react-icons/svg/chevron-left";
import { ChevronRightRegular } from "@fluentui/react-icons/svg/chevron-right";
import { officesOf } from "../../assessment/offices";
import { isOfficeWorkbook } from "../../assessment/scope";
import { filteredIndicators, filterOf, filterValue, neighbours } from "../model/filter";
import { indicatorModel, type IndicatorModel } from "../model/indicator";
import { FindingLine } from "../parts/finding-line";
import { GainStrip } from "../parts/gain-strip";
import { Ladder } from "../parts/ladder";
import { NoteField } from "../parts/note-field";
import { Page } from "../parts/page";
import { TextLink } from "../parts/text-link";
import { IndicatorTitle } from "../parts/title";
import { usePane, usePaneState, type AssessmentState } from "../state";
import { useRows, useType } from "../styles";
import { useWords, type Words } from "../words";

const useStyles = makeStyles({
  walk: { display: "flex", alignItems: "center", columnGap: "8px", marginBottom: "12px", marginLeft: "-6px" },
  place: { whiteSpace: "nowrap" },
  filter: { minWidth: 0, marginLeft: "auto", width: "148px", flexShrink: 1 },
  four: { display: "grid", gridTemplateColumns: "repeat(4, 1fr)", columnGap: "8px", margin: "16px 0 12px" },
  figure: { marginTop: "4px" },
});

/** One indicator: where it stands, the ladder of its criteria, and what the next level needs. */
export default function IndicatorView({ state }: { state: AssessmentState }) {
  const styles = useStyles();
  const type = useType();
  const words = useWords();
  const pane = usePane();
  const { indicator, filter } = usePaneState();
  const { assessment, findings } = state;
  const list = filteredIndicators(assessment, findings, filter);
  const model = indicatorModel(assessment, findings, indicator);
  const { place, previous, next } = neighbours(list, indicator);
  const cell = model?.entry.cells.level;
  return (
    <Page
      top={indicator}
      primary={
        next === null
          ? { label: words.t("next.home"), onClick: () => pane.open("home") }
          : { label: words.t("next.indicator", { n: next }), onClick: () => pane.show(next), forward: true }
      }
      secondary={
        cell && <Button onClick={() => void pane.goTo(cell)}>{words.t("action.goTo", { cell: cell.cell })}</Button>
      }
    >
      <div className={styles.walk}>
        <Button
          appearance="subtle"
          size="small"
          icon={<ChevronLeftRegular />}
          aria-label={words.t("indicator.previous")}
          disabledFocusable={previous === null}
          onClick={() => previous !== null && pane.show(previous)}
        />
        <span className={mergeClasses(type.caption, styles.place)}>
          {place > 0 ? words.t("indicator.place", { place, total: list.length }) : words.t("indicator.outside")}
        </span>
        <Button
          appearance="subtle"
          size="small"
          icon={<ChevronRightRegular />}
          aria-label={words.t("indicator.next")}
          disabledFocusable={next === null}
          onClick={() => next !== null && pane.show(next)}
        />
        <FilterSelect state={state} />
      </div>
      {list.length === 0 ? (
        <div className={type.quiet}>
          {words.t("filter.none")}{" "}
          <TextLink inline onClick={() => pane.setFilter({ kind: "all" })}>
            {words.t("filter.clear")}
          </TextLink>
        </div>
      ) : (
        model && <Detail state={state} model={model} />
      )}
    </Page>
  );
}

function FilterSelect({ state }: { state: AssessmentState }) {
  const styles = useStyles();
  const words = useWords();
  const pane = usePane();
  const { filter } = usePaneState();
  const opds = officesOf(state.assessment);
  const mine = state.assessment.identity.opd;
  return (
    <Select
      size="small"
      className={styles.filter}
      aria-label={words.t("filter.label")}
      value={filterValue(filter)}
      onChange={(_, data) => pane.setFilter(filterOf(data.value))}
    >
      <option value="all">{words.t("filter.all")}</option>
      {mine && !isOfficeWorkbook(state.assessment) && <option value={`opd:${mine}`}>{words.t("filter.mine")}</option>}
      <option value="unfinished">{words.t("filter.unfinished")}</option>
      <option value="findings">{words.t("filter.findings")}</option>
      {opds.length > 0 && (
        <optgroup label={words.t("filter.byOpd")}>
          {opds
            .filter((opd) => opd !== mine)
            .map((opd) => (
              <option key={opd} value={`opd:${opd}`}>
                {opd}
              </option>
            ))}
        </optgroup>
      )}
    </Select>
  );
}

/** The claim, or what stands in the cell instead of a level. */
const claimedText = (model: IndicatorModel, words: Words): string =>
  model.entry.level.kind === "invalid" ? model.entry.level.raw : words.level(model.claimed);

function Detail({ state, model }: { state: AssessmentState; model: IndicatorModel }) {
  const styles = useStyles();
  const type = useType();
  const rows = useRows();
  const words = useWords();
  const pane = usePane();
  const { indicator, entry } = model;
  const number = indicator.number;
  return (
    <>
      <IndicatorTitle number={number} short={indicator.shortName} full={indicator.name} />
      <div className={mergeClasses(type.caption, type.quiet)} style={{ marginTop: 4 }}>
        {model.domain.name} › {model.aspect.name}
        <br />
        {words.t("indicator.weight", { weight: words.percent(indicator.weight) })} ·{" "}
        {entry.opd.length > 0 ? entry.opd.join("; ") : words.t("indicator.noOpd")}
      </div>
      <div className={styles.four}>
        <Figure label={words.t("indicator.level")} value={claimedText(model, words)} />
        <Figure label={words.t("indicator.met")} value={words.level(model.met)} />
        <Figure label={words.t("indicator.target")} value={words.level(model.target)} />
        <Figure label={words.t("indicator.assessor")} value={words.level(model.assessor)} />
      </div>
      {entry.estimate && <div className={mergeClasses(type.caption, type.quiet)}>{words.t("indicator.estimate")}</div>}
      {model.findings.map((finding) => (
        <FindingLine key={`${finding.code}${finding.variant}`} finding={finding} />
      ))}
      <div style={{ height: 8 }} />
      <Ladder key={number} state={state} model={model} />
      <div className={rows.lined} style={{ paddingTop: 0 }}>
        {model.openLevel === null && (
          <div style={{ paddingTop: 12 }}>
            <GainStrip indicator={number} gain={model.gain} />
          </div>
        )}
        <NoteField
          key={`explanation${number}`}
          label={words.t("indicator.explanation")}
          text={entry.explanation}
          onSave={(explanation, was) =>
            void pane.editEntry({ indicator: number, explanation, was: { explanation: was } })
          }
        />
        <div style={{ paddingTop: 12 }}>
          <span className={type.strong}>{words.t("indicator.assessorNote")}</span>
          <div className={mergeClasses(!entry.assessorNote && type.quiet)}>
            {entry.assessorNote || words.t("none.yet")}
          </div>
        </div>
      </div>
    </>
  );
}

function Figure({ label, value }: { label: string; value: string }) {
  const styles = useStyles();
  const type = useType();
  return (
    <div>
      <div className={mergeClasses(type.caption, type.quiet)}>{label}</div>
      <div className={mergeClasses(type.title, type.anywhere, styles.figure)}>{value}</div>
    </div>
  );
}
