/**
 * How the ribbon and the context menu ask the pane for a view. A request made before the pane stands waits for it; only
 * the last one counts.
 */
export type RequestedView = "home" | "indicator" | "findings" | "merge" | "plan" | "compare" | "share";

let waiting: RequestedView | null = null;
let listening: ((view: RequestedView) => void) | null = null;

export function requestView(view: RequestedView): void {
  if (listening) listening(view);
  else waiting = view;
}

/** The one listener is the pane; returns the function that stops it. */
export function onViewRequest(listener: (view: RequestedView) => void): () => void {
  listening = listener;
  if (waiting) listener(waiting);
  waiting = null;
  return () => {
    if (listening === listener) listening = null;
  };
}
