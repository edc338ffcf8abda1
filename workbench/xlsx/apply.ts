import { ILogService } from "@univerjs/core";
import type { Host } from "../host/host";
import { toGridRange } from "../host/model/address";
import { addFormat } from "../host/model/conditional-format";
import { addName } from "../host/model/name";
import { growRows } from "../host/row-heights";
import { addTable } from "../host/model/table";
import { addValidation } from "../host/model/validation";
import type { Additions } from "./opened";

/** Gives an opened workbook what the engine takes only through commands. */
export async function applyAdditions(host: Host, additions: Additions): Promise<void> {
  const { workbook } = host;
  await host.exclusively(async () => {
    for (const { name, formula, sheetId, comment } of additions.names)
      addName(workbook, name, formula, sheetId, comment);
    for (const { name, sheetId, area, state } of additions.tables) {
      const id = host.newId("tabel");
      host.state.tables[id] = state;
      if (!(await addTable(workbook.sheetById(sheetId), id, name, area, state))) {
        host.engine.injector.get(ILogService).warn(`tabel ${name} tidak dapat dibuat`);
      }
    }
    for (const { sheetId, areas, state } of additions.validations) addValidation(host, sheetId, areas, state);
    // The engine puts the newest first.
    for (const { sheetId, areas, state } of [...additions.formats].reverse()) {
      addFormat(host, sheetId, host.newId("format"), state, areas.map(toGridRange));
    }
    for (const sheet of workbook.worksheets.items) {
      const rows = Array.from({ length: sheet.core.getCellMatrix().getLength() }, (_, row) => row);
      growRows(host, sheet.id, rows);
    }
    host.engine.undo.clearUndoRedo(host.engine.unitId);
  });
  host.calculation.recalculate();
}
