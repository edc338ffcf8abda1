/** Where an arrow key moves in a group of `count`, wrapping at the ends; null for other keys. */
export function moveInGroup(key: string, at: number, count: number): number | null {
  switch (key) {
    case "ArrowRight":
    case "ArrowDown":
      return (at + 1) % count;
    case "ArrowLeft":
    case "ArrowUp":
      return (at + count - 1) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}

/** The 0-based choice of the digits 1–9, or null when the key is none or there are not that many. */
export function choiceOfKey(key: string, count: number): number | null {
  if (!/^[1-9]$/.test(key)) return null;
  const at = Number(key) - 1;
  return at < count ? at : null;
}

/** Where letters and digits are typed, or chosen from. */
const TYPED = "input, textarea, select";
/** Where the arrow keys already move something. */
const MOVED = "[role=tablist], [role=radiogroup], [role=menu], [role=listbox]";

/**
 * The key that a view may take for itself, or null: with Ctrl, Alt or Meta, held down, handled already, typed into a
 * field, or an arrow in a group (`moved`, a selector) that arrows move in.
 */
export function freeKey(event: KeyboardEvent, moved = MOVED): string | null {
  const { key, target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.defaultPrevented) return null;
  const busy = key.startsWith("Arrow") ? `${TYPED}, ${moved}` : TYPED;
  return target instanceof Element && target.closest(busy) ? null : key;
}
