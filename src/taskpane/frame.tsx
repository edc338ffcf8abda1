import {
  Button,
  makeStyles,
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  mergeClasses,
  Overflow,
  OverflowItem,
  Tab,
  TabList,
  tokens,
  useIsOverflowItemVisible,
  useOverflowMenu,
} from "@fluentui/react-components";
import { MoreHorizontalRegular } from "@fluentui/react-icons/svg/more-horizontal";
import type { ReactNode } from "react";
import type { Locale } from "../locale";
import { shortAgency } from "./model/home";
import { ProblemBar } from "./parts/problem-bar";
import { usePane, usePaneState, VIEWS, type PaneState, type TabName, type ViewName } from "./state";
import { useType } from "./styles";
import { useWords, type Key, type Words } from "./words";

const TAB_KEY: Readonly<Record<TabName, Key>> = {
  home: "tab.home",
  indicator: "tab.indicator",
  findings: "tab.findings",
  evidence: "tab.evidence",
  merge: "tab.merge",
  plan: "tab.plan",
  compare: "tab.compare",
  share: "tab.share",
};

/** The tab that is open stays; evidence leaves a narrow pane first, since its place is after the daily round. */
const priorityOf = (view: TabName, place: number, active: TabName): number =>
  view === active ? 100 : view === "evidence" ? 0 : VIEWS.length - place;

const useStyles = makeStyles({
  frame: {
    height: "100%",
    display: "flex",
    flexDirection: "column",
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontSize: "14px",
    lineHeight: "20px",
    fontVariantNumeric: "tabular-nums lining-nums",
    "@media print": { display: "block", height: "auto" },
  },
  caption: { padding: "8px 44px 0 16px", color: tokens.colorNeutralForeground2 },
  bar: {
    display: "flex",
    alignItems: "center",
    padding: "0 6px 0 8px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    "@media print": { display: "none" },
  },
  tabs: { flexGrow: 1, minWidth: 0, overflow: "hidden", columnGap: 0 },
  tab: { padding: "8px 6px", flexShrink: 0 },
  more: { flexShrink: 0, marginLeft: "auto" },
});

/** Whose assessment this is: agency, year, stage. */
function captionOf(state: PaneState, words: Words): string {
  const { workbook } = state;
  if (workbook === null) return words.t("caption.reading");
  if (workbook.kind !== "assessment") return words.t(workbook.kind === "empty" ? "caption.empty" : "caption.foreign");
  const { agency, year, stage } = workbook.assessment.identity;
  return [agency ? shortAgency(agency) : words.t("caption.noAgency"), year, stage].filter(Boolean).join(" · ");
}

/** Caption, tabs and what went wrong; the view with its footer below. */
export function Frame({ children, onLocale }: { children: ReactNode; onLocale: (locale: Locale) => void }) {
  const styles = useStyles();
  const type = useType();
  const words = useWords();
  const pane = usePane();
  const state = usePaneState();
  const active: TabName = state.view === "quick" ? "home" : state.view;
  return (
    <div className={styles.frame}>
      <div className={mergeClasses(styles.caption, type.caption)}>{captionOf(state, words)}</div>
      <Overflow minimumVisible={1}>
        <div className={styles.bar}>
          <TabList
            size="small"
            className={styles.tabs}
            selectedValue={active}
            aria-label={words.t("tabs.label")}
            onTabSelect={(_, { value }) => pane.open(value as ViewName)}
          >
            {VIEWS.map((view, i) => (
              <OverflowItem key={view} id={view} priority={priorityOf(view, i, active)}>
                <Tab value={view} className={styles.tab}>
                  {words.t(TAB_KEY[view])}
                </Tab>
              </OverflowItem>
            ))}
          </TabList>
          <MoreMenu onLocale={onLocale} />
        </div>
      </Overflow>
      {state.problem && <ProblemBar key={state.said} problem={state.problem} onClose={() => pane.dismiss("problem")} />}
      {children}
    </div>
  );
}

function MoreMenu({ onLocale }: { onLocale: (locale: Locale) => void }) {
  const styles = useStyles();
  const words = useWords();
  const { ref } = useOverflowMenu<HTMLButtonElement>();
  const other: Locale = words.locale === "id" ? "en" : "id";
  return (
    <Menu positioning="below-end">
      <MenuTrigger disableButtonEnhancement>
        <Button
          ref={ref}
          appearance="subtle"
          size="small"
          className={styles.more}
          icon={<MoreHorizontalRegular />}
          aria-label={words.t("tabs.more")}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {VIEWS.map((view) => (
            <HiddenTab key={view} view={view} />
          ))}
          <MenuDivider />
          <UndoItem />
          <MenuItem lang={other} onClick={() => onLocale(other)}>
            {words.t("locale.other")}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

/** The way back to a write whose bar was closed. */
function UndoItem() {
  const words = useWords();
  const pane = usePane();
  const { written, busy } = usePaneState();
  const last = pane.session.undoSteps().at(-1);
  if (written || busy || !last) return null;
  return (
    <MenuItem subText={words.say(last.summary, last.params)} onClick={() => void pane.undo()}>
      {words.t("action.undo")}
    </MenuItem>
  );
}

function HiddenTab({ view }: { view: TabName }) {
  const words = useWords();
  const pane = usePane();
  const visible = useIsOverflowItemVisible(view);
  return visible ? null : <MenuItem onClick={() => pane.open(view)}>{words.t(TAB_KEY[view])}</MenuItem>;
}
