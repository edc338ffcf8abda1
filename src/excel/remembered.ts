import type { ColumnRole } from "../workbook/layout";
import type { AdoptedTable } from "../workbook/read";

/** Keys of what we remember in the workbook's settings; they travel with the file. */
export const KEY = {
  prefix: "spbe.",
  table: "spbe.table",
  target: "spbe.target",
  validatedAt: "spbe.validatedAt",
  renamed: "spbe.renamed",
} as const;

function parsed(text: string | undefined): Record<string, unknown> | null {
  if (text === undefined) return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}

const texts = (value: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(value ?? {}).filter((pair): pair is [string, string] => typeof pair[1] === "string"),
  );

/** Settings come from a file that anybody may have edited: what does not fit is taken as not there. */
export function adoptedTable(settings: ReadonlyMap<string, string>): AdoptedTable | null {
  const value = parsed(settings.get(KEY.table));
  if (!value || typeof value.sheet !== "string" || typeof value.range !== "string") return null;
  if (typeof value.instrument !== "string") return null;
  return {
    sheet: value.sheet,
    range: value.range,
    instrument: value.instrument,
    roles: texts(value.roles) as Record<string, ColumnRole>,
    ...(value.headers !== undefined && { headers: texts(value.headers) }),
  };
}

/** Names that the person chose for sheets whose own names were taken: ours → theirs. */
export const renamedSheets = (settings: ReadonlyMap<string, string>): Readonly<Record<string, string>> =>
  texts(parsed(settings.get(KEY.renamed)));
