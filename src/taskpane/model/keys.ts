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
