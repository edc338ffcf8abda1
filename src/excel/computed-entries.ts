import type { CellRef } from "../assessment/assessment";
import { parseArea } from "../workbook/address";
import type { Reading } from "./reading";

/**
 * Ids of the sheets on which entries are formulas: an edit of any other sheet may change them, and Excel tells only of the
 * sheet that was edited.
 */
export function computedSheets({ checked, snapshot }: Reading): ReadonlySet<string> {
  if (!checked) return new Set();
  const { entries, evidence, identity } = checked.assessment;
  const cells: readonly (CellRef | undefined)[] = [
    ...entries.flatMap((entry) => [
      ...Object.values(entry.cells),
      ...[...entry.criteria.values()].flatMap((criterion) => Object.values(criterion.cells)),
    ]),
    ...evidence.flatMap((row) => Object.values(row.cells)),
    ...Object.values(identity.cells),
  ];
  const formulas = new Map(snapshot.grid.sheets.map((sheet) => [sheet.name, sheet.formulas]));
  const names = new Set(
    cells.flatMap((at) => {
      const area = at && parseArea(at.cell);
      return at && area && formulas.get(at.sheet)?.has(`${area.top},${area.left}`) ? [at.sheet] : [];
    }),
  );
  return new Set(snapshot.sheets.filter(({ name }) => names.has(name)).map(({ id }) => id));
}
