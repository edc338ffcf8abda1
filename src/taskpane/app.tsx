import { FluentProvider, makeStyles } from "@fluentui/react-components";
import { lazy, Suspense, useEffect, useState } from "react";
import type { Session } from "../excel/session";
import type { Locale } from "../locale";
import { Frame } from "./frame";
import { LiveRegion } from "./live-region";
import { messages as indonesian } from "./messages-id";
import { messagesOf } from "./messages";
import { isKept, KeptViews, type KeptName } from "./kept-views";
import { Waiting } from "./parts/waiting";
import { createPane, PaneProvider, usePaneState, type AssessmentState, type Pane, type ViewName } from "./state";
import { THEMES, type Mode } from "./theme";
import { officeModel } from "./model/office";
import { CITY_VIEWS, CityOnly, isCityView } from "./views/city-only";
import { HomeView } from "./views/home";
import { NoAssessment } from "./views/no-assessment";
import { OfficeHome } from "./views/office-home";
import { useWords, wordsOf, WordsProvider, type Words } from "./words";

const loadIndicator = () => import("./views/indicator");
const loadFindings = () => import("./views/findings");
const IndicatorView = lazy(loadIndicator);
const FindingsView = lazy(loadFindings);
const QuickView = lazy(() => import("./views/quick"));
const StartView = lazy(() => import("./views/start"));

const useStyles = makeStyles({ root: { height: "100%" } });

export interface AppProps {
  readonly session: Session;
  readonly locale: Locale;
  readonly mode: Mode;
  readonly onLocale: (locale: Locale) => void;
  /** Given the pane once it stands, so that the ribbon can open views. */
  readonly onReady?: (pane: Pane) => void;
}

/** The whole pane over one session. */
export function App({ session, locale, mode, onLocale, onReady }: AppProps) {
  const styles = useStyles();
  const [pane] = useState(() => createPane(session));
  const [words, setWords] = useState<Words>(() => wordsOf("id", indonesian));
  useEffect(() => {
    document.documentElement.lang = words.locale;
    if (words.locale === locale) return;
    let current = true;
    void messagesOf(locale).then((messages) => {
      if (current) setWords(wordsOf(locale, messages));
    });
    return () => {
      current = false;
    };
  }, [locale, words]);
  useEffect(() => {
    void pane.refresh();
    onReady?.(pane);
    // The two views that are opened most are there before they are asked for.
    void loadIndicator();
    void loadFindings();
  }, [pane, onReady]);
  return (
    <FluentProvider theme={THEMES[mode]} className={styles.root} style={{ colorScheme: mode }}>
      <WordsProvider value={words}>
        <PaneProvider value={pane}>
          <Frame onLocale={onLocale}>
            <View />
          </Frame>
          <Announcer />
        </PaneProvider>
      </WordsProvider>
    </FluentProvider>
  );
}

function View() {
  const { workbook, view } = usePaneState();
  if (workbook === null) return <Waiting />;
  if (workbook.kind !== "assessment")
    return (
      <Suspense fallback={<Waiting />}>
        {view === "home" ? <StartView workbook={workbook} /> : <NoAssessment />}
      </Suspense>
    );
  const office = officeModel(workbook.assessment, workbook.findings);
  if (office && view === "home") return <OfficeHome state={workbook} model={office} />;
  const cityOnly = office !== null && isCityView(view);
  return (
    <>
      {cityOnly && <CityOnly name={CITY_VIEWS[view]} opd={office.opd} />}
      {!isKept(view) && (
        // Its own, since a view above it that waits would leave the kept ones listening to keys.
        <Suspense fallback={<Waiting />}>
          <Passing view={view} workbook={workbook} />
        </Suspense>
      )}
      <KeptViews view={cityOnly ? null : view} workbook={workbook} />
    </>
  );
}

/** Views that hold nothing of their own: what is entered there is in the sheet at once. */
function Passing({ view, workbook }: { view: Exclude<ViewName, KeptName>; workbook: AssessmentState }) {
  switch (view) {
    case "home":
      return <HomeView state={workbook} />;
    case "indicator":
      return <IndicatorView state={workbook} />;
    case "findings":
      return <FindingsView state={workbook} />;
    case "quick":
      return <QuickView state={workbook} />;
  }
}

/** After each write: says what changed. A problem is an alert of its own. */
function Announcer() {
  const { written, problem, undone, said } = usePaneState();
  const words = useWords();
  const text =
    written && !problem
      ? `${undone ? `${words.t("undo.done")} ` : ""}${words.say(written.summary, written.params)}`
      : "";
  return <LiveRegion text={text} count={said} />;
}
