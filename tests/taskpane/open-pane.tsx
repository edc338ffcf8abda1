import { createDOMRenderer, RendererProvider } from "@fluentui/react-components";
import { act, render, screen } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { useState } from "react";
import type { Locale } from "../../src/locale";
import { App } from "../../src/taskpane/app";
import type { Pane, ViewName } from "../../src/taskpane/state";
import type { MemorySession } from "./memory-session";

export interface OpenPane {
  readonly user: UserEvent;
  readonly pane: Pane;
  readonly session: MemorySession;
}

/**
 * Of the style sheets only what hides: jsdom weighs each of their rules whenever a role or a name is asked for, and lays
 * nothing out. How the pane looks is seen in Chromium.
 */
const HIDING_ONLY = createDOMRenderer(document, {
  unstable_filterCSSRule: (rule) => /display: ?none|visibility: ?hidden/.test(rule),
});

/** The whole pane over a session in memory, with one view open. */
export async function openPane(session: MemorySession, view: ViewName = "home"): Promise<OpenPane> {
  let ready: (pane: Pane) => void = () => undefined;
  const standing = new Promise<Pane>((resolve) => {
    ready = resolve;
  });
  function Host() {
    const [locale, setLocale] = useState<Locale>("id");
    return (
      <RendererProvider renderer={HIDING_ONLY}>
        <App session={session} locale={locale} mode="light" onLocale={setLocale} onReady={ready} />
      </RendererProvider>
    );
  }
  await act(async () => {
    render(<Host />);
  });
  const pane = await standing;
  await screen.findAllByRole("button");
  const user = userEvent.setup();
  if (view !== "home") await user.click(await screen.findByRole("tab", { name: TAB[view] }));
  return { user, pane, session };
}

const TAB: Readonly<Record<ViewName, string>> = {
  home: "Beranda",
  quick: "Beranda",
  indicator: "Indikator",
  findings: "Temuan",
  evidence: "Bukti",
  merge: "Gabung",
  plan: "Rencana",
  compare: "Banding",
  share: "Bagikan",
};
