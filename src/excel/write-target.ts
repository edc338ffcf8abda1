import { parseRatio, toNumber } from "../assessment/ratio";
import { areaAddress, parseReference } from "../workbook/address";
import { NAME } from "../workbook/layout";
import type { Change } from "./change";
import type { Reading } from "./reading";
import { KEY } from "./remembered";
import { sheetNamed } from "./snapshot";

/** Writes the agency's target where `Indeks` shows it; remembers it in the workbook while there is no `Indeks`. */
export function targetChange({ snapshot }: Reading, target: string | null): Change {
  const reference = parseReference(snapshot.names.get(NAME.targetIndex) ?? "");
  const sheet = reference && sheetNamed(snapshot, reference.sheet);
  const exact = target === null ? null : parseRatio(target);
  const change = { summary: "excel.wrote.target", params: {} };
  if (!reference || !sheet) return { ...change, settings: { [KEY.target]: target } };
  const value = exact === null ? "" : toNumber(exact);
  return { ...change, cells: [{ sheet: sheet.name, cell: areaAddress(reference.area), value }] };
}
