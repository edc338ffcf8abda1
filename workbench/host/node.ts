import "@univerjs/sheets-conditional-formatting/facade";
import "@univerjs/sheets-table/facade";
import type { IWorkbookData } from "@univerjs/core";
import { UniverSheetsNodeCorePreset } from "@univerjs/preset-sheets-node-core";
import { createUniver, LocaleType } from "@univerjs/presets";
import { UniverSheetsConditionalFormattingPlugin } from "@univerjs/sheets-conditional-formatting";
import { UniverSheetsNumfmtPlugin } from "@univerjs/sheets-numfmt";
import { UniverSheetsTablePlugin } from "@univerjs/sheets-table";
import { Host, type HostOptions } from "./host";

export interface HeadlessHost {
  host: Host;
  univer: ReturnType<typeof createUniver>["univerAPI"];
  close(): void;
}

const blank = (): IWorkbookData =>
  ({
    id: "buku-1",
    name: "Buku1",
    sheetOrder: ["lembar-1"],
    sheets: { "lembar-1": { id: "lembar-1", name: "Sheet1", rowCount: 200, columnCount: 26 } },
  }) as unknown as IWorkbookData;

/** A host without a screen, over a workbook with one empty sheet or over a given one. */
export function startHeadless(options: HostOptions, snapshot: IWorkbookData = blank()): HeadlessHost {
  const { univer, univerAPI } = createUniver({
    locale: LocaleType.EN_US,
    locales: {},
    presets: [UniverSheetsNodeCorePreset()],
    plugins: [UniverSheetsNumfmtPlugin, UniverSheetsConditionalFormattingPlugin, UniverSheetsTablePlugin],
  });
  univerAPI.createWorkbook(snapshot);
  const host = new Host(univerAPI, univer.__getInjector(), options);
  const close = (): void => {
    host.dispose();
    univer.dispose();
  };
  return { host, univer: univerAPI, close };
}
