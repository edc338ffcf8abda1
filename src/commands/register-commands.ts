import type { Session, Written } from "../excel/session";
import type { Outcome } from "../locale/problem";
import { requestView, type RequestedView } from "./view-request";

/** What a button of the ribbon did, for the pane to tell: it has no other place to say so. */
export type OutcomeListener = (outcome: Outcome<Written>) => void;

interface Command {
  /** The view that shows what the button is about. */
  readonly view: RequestedView;
  readonly run?: (session: Session) => Promise<Outcome<Written>>;
}

/** By the ids of manifest.xml. Buttons that need a choice first open the view where it is made. */
const COMMANDS: Readonly<Record<string, Command>> = {
  insertTemplate: { view: "home" },
  validate: { view: "findings", run: (session) => session.validate() },
  writeIndex: { view: "home", run: (session) => session.writeIndex() },
  merge: { view: "merge" },
  plan: { view: "plan" },
  summary: { view: "home", run: (session) => session.writeSummary() },
  showCriteria: { view: "indicator" },
};

/** Opens the pane where the host can; elsewhere the view waits until the person opens it. */
async function showPane(): Promise<void> {
  try {
    await Office.addin.showAsTaskpane();
  } catch {
    // The button of the pane itself still opens it.
  }
}

/**
 * Gives the ribbon and the context menu their actions. `told` hears every outcome. The button is released in any case,
 * or Excel would leave it greyed out.
 */
export function registerCommands(session: Session, told: OutcomeListener): void {
  for (const [id, { view, run }] of Object.entries(COMMANDS))
    Office.actions.associate(id, async (event: Office.AddinCommands.Event) => {
      try {
        requestView(view);
        await showPane();
        if (run) told(await run(session));
      } finally {
        event.completed();
      }
    });
}
