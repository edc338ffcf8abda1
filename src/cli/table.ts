/** Rows as aligned columns of text; numbers are right-aligned, which is told by the header's sign ">". */
export function table(headers: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const right = headers.map((header) => header.startsWith(">"));
  const all = [headers.map((header) => header.replace(/^>/, "")), ...rows];
  const widths = headers.map((_, column) => all.reduce((most, row) => Math.max(most, (row[column] ?? "").length), 0));
  const line = (row: readonly string[]): string =>
    row
      .map((text, column) => (right[column] ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[column] ?? 0)))
      .join("  ")
      .trimEnd();
  return all.map(line);
}
