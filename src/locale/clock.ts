/** The clock of the person's own zone, as they would write it down: "2023-11-21T14:32:05". */
export function localTime(date: Date): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join("-");
  return `${day}T${[date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(":")}`;
}

/** The day of that clock: "2023-11-21". */
export const localDay = (date: Date): string => localTime(date).slice(0, 10);
