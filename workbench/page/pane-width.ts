import { readPreferences, writePreferences } from "./preferences";

const [LEAST, MOST, STEP] = [280, 900, 20];

/** The divider between grid and pane: drag it, or move it with the arrow keys. */
export function makeResizable(divider: HTMLElement, aside: HTMLElement): void {
  const set = (width: number): void => {
    const bounded = Math.round(Math.min(MOST, Math.max(LEAST, width)));
    aside.style.width = `${bounded}px`;
    divider.setAttribute("aria-valuenow", String(bounded));
  };
  const keep = (): void => writePreferences({ paneWidth: aside.offsetWidth });
  set(readPreferences().paneWidth);
  divider.addEventListener("pointerdown", (down) => {
    divider.setPointerCapture(down.pointerId);
    document.body.classList.add("resizing");
    const move = (event: PointerEvent): void => set(window.innerWidth - event.clientX);
    divider.addEventListener("pointermove", move);
    divider.addEventListener(
      "pointerup",
      () => {
        divider.removeEventListener("pointermove", move);
        document.body.classList.remove("resizing");
        keep();
      },
      { once: true },
    );
  });
  divider.addEventListener("keydown", ({ key }) => {
    if (key !== "ArrowLeft" && key !== "ArrowRight") return;
    set(aside.offsetWidth + (key === "ArrowLeft" ? STEP : -STEP));
    keep();
  });
}
