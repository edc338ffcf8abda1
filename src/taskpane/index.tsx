import { StrictMode, useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { onViewRequest } from "../commands/view-request";
import { openSession } from "../excel";
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
    const contrast = window.matchMedia("(prefers-color-scheme: dark)");
    window.addEventListener("focus", look);
    document.addEventListener("visibilitychange", look);
    contrast.addEventListener("change", look);
    return () => {
      window.removeEventListener("focus", look);
      document.removeEventListener("visibilitychange", look);
      contrast.removeEventListener("change", look);
    };
  }, []);
  return mode;
}

const followRibbon = (pane: Pane): void => {
  onViewRequest((view) => pane.open(view));
};

function Root({ session }: { session: Session }) {
  const mode = useHostMode();
  const [locale, setLocale] = useState<Locale>(() => rememberedLocale() ?? localeOf(Office.context.displayLanguage));
  return (
    <App
      session={session}
      locale={locale}
      mode={mode}
      onReady={followRibbon}
      onLocale={(chosen) => {
        rememberLocale(chosen);
        setLocale(chosen);
      }}
    />
  );
}

void Office.onReady(() => {
  const place = document.getElementById("pane");
  if (place)
    createRoot(place).render(
      <StrictMode>
        <Root session={openSession()} />
      </StrictMode>,
    );
});
