/**
 * Calendar days as spreadsheets count them. The 1900 system counts from 31 December 1899 and has a 29 February 1900
 * that never was; the 1904 system (old Mac) counts from 1 January 1904. Days only, in UTC, so no time zone moves them.
 */
const DAY = 86_400_000;
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);

/** The serial number of an ISO day or date and time ("2023-11-21", "2026-06-06T12:00:00"), or null when it is none. */
export function serialOf(iso: string, date1904 = false): number | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?Z?)?$/.exec(iso.trim());
  if (!match) return null;
  const [year = 0, month = 0, day = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  const time = Date.UTC(year, month - 1, day, hours, minutes, seconds);
  if (new Date(time).getUTCMonth() !== month - 1) return null;
  const serial = (time - (date1904 ? EPOCH_1904 : EPOCH_1900)) / DAY;
  // Before 1 March 1900 the calendar with the day that never was runs one ahead.
  return !date1904 && serial < 61 ? serial - 1 : serial;
}
