import { StrictMode, useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { loadWithWorkbook } from "../commands/load-with-workbook";
import { registerCommands } from "../commands/register-commands";
import { onViewRequest } from "../commands/view-request";
import type { Session } from "../excel/session";
import type { Locale } from "../locale";
import { App } from "./app";
import { localeOf, rememberLocale, rememberedLocale } from "./preferences";
import type { Pane } from "./state";
import { modeOf, type Mode } from "./theme";

const hostMode = (): Mode => modeOf(Office.context.officeTheme?.bodyBackgroundColor);

/** Excel says nothing when its theme changes, so the pane looks again whenever the person comes back to it. */
function useHostMode(): Mode {
  const [mode, setMode] = useState(hostMode);
  useEffect(() => {
    const look = (): void => setMode(hostMode());
    const scheme = window.matchMedia("(prefers-color-scheme: dark)");
    window.addEventListener("focus", look);
    document.addEventListener("visibilitychange", look);
    scheme.addEventListener("change", look);
    return () => {
      window.removeEventListener("focus", look);
      document.removeEventListener("visibilitychange", look);
      scheme.removeEventListener("change", look);
    };
  }, []);
  return mode;
}

function Root({ session, onReady }: { session: Session; onReady: (pane: Pane) => void }) {
  const mode = useHostMode();
  const [locale, setLocale] = useState<Locale>(() => rememberedLocale() ?? localeOf(Office.context.displayLanguage));
  return (
    <App
      session={session}
      locale={locale}
      mode={mode}
      onReady={onReady}
      onLocale={(chosen) => {
        rememberLocale(chosen);
        setLocale(chosen);
      }}
    />
  );
}

/** Everything above Office.js is a script of its own, fetched while Office starts, so that the pane's own stays small. */
const workbookEdge = import(/* webpackChunkName: "workbook" */ "../excel");

/** Once an assessment is seen, the add-in shall start with that workbook. A host that cannot is no reason to complain. */
function startWithAssessments(pane: Pane): void {
  const stop = pane.subscribe(() => {
    if (pane.state().workbook?.kind !== "assessment") return;
    stop();
    void loadWithWorkbook().catch(() => undefined);
  });
}

async function start(): Promise<void> {
  const [{ openSession }] = await Promise.all([workbookEdge, Office.onReady()]);
  const session = openSession({ now: () => new Date() });
  let stand: (pane: Pane) => void = () => undefined;
  const standing = new Promise<Pane>((resolve) => {
    stand = resolve;
  });
  registerCommands(session, (outcome) => void standing.then((pane) => pane.told(outcome)));
  void standing.then((pane) => onViewRequest((view) => pane.open(view)));
  void standing.then(startWithAssessments);
  const place = document.getElementById("pane");
  if (place)
    createRoot(place).render(
      <StrictMode>
        <Root session={session} onReady={stand} />
      </StrictMode>,
    );
}

void start();
