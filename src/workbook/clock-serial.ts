const DAY = 86_400;
/** Days from 1899-12-30, where serial numbers begin, to 1970-01-01. */
const EPOCH = 25_569;
const DAYS_1904 = 1462;

/** The serial number of a local date and time ("2023-11-21T14:32:05"); null for anything else, such as a time with a zone. */
export function clockSerial(iso: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/.test(iso)) return null;
  const time = Date.parse(`${iso}Z`);
  return Number.isNaN(time) ? null : time / 1000 / DAY + EPOCH;
}

/** The local date and time of a serial number, to the second. */
export const clockOf = (serial: number, date1904: boolean): string =>
  new Date(Math.round((serial + (date1904 ? DAYS_1904 : 0) - EPOCH) * DAY) * 1000).toISOString().slice(0, 19);
