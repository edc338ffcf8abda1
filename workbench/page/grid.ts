import type { IWorkbookData } from "@univerjs/core";
import coreEn from "@univerjs/preset-sheets-core/locales/en-US";
import coreId from "@univerjs/preset-sheets-core/locales/id-ID";
import { UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import { UniverSheetsConditionalFormattingPreset } from "@univerjs/preset-sheets-conditional-formatting";
import formatsEn from "@univerjs/preset-sheets-conditional-formatting/locales/en-US";
import formatsId from "@univerjs/preset-sheets-conditional-formatting/locales/id-ID";
import { UniverSheetsDataValidationPreset } from "@univerjs/preset-sheets-data-validation";
import validationEn from "@univerjs/preset-sheets-data-validation/locales/en-US";
import validationId from "@univerjs/preset-sheets-data-validation/locales/id-ID";
import { UniverSheetsDrawingPreset } from "@univerjs/preset-sheets-drawing";
import drawingEn from "@univerjs/preset-sheets-drawing/locales/en-US";
import drawingId from "@univerjs/preset-sheets-drawing/locales/id-ID";
import { UniverSheetsTablePlugin, UniverSheetsTableUIPlugin } from "@univerjs/preset-sheets-table";
import tableEn from "@univerjs/preset-sheets-table/locales/en-US";
import tableId from "@univerjs/preset-sheets-table/locales/id-ID";
import { createUniver, LocaleType, mergeLocales } from "@univerjs/presets";
import "@univerjs/sheets-table/facade";

/** What the engine says while it calculates; its own language files have left these out. */
const PROGRESS_ID = {
  "sheets-formula": {
    progress: {
      analyzing: "Menganalisis rumus",
      calculating: "Menghitung",
      "array-analysis": "Menganalisis rumus larik",
      "array-calculation": "Menghitung rumus larik",
      done: "Selesai",
    },
  },
};
const PROGRESS_EN = {
  "sheets-formula": {
    progress: {
      analyzing: "Analyzing formulas",
      calculating: "Calculating",
      "array-analysis": "Analyzing array formulas",
      "array-calculation": "Calculating array formulas",
      done: "Done",
    },
  },
};

export type Grid = ReturnType<typeof createUniver>;

/** Sheets on the screen, in the language of the host. */
export function createGrid(container: string, locale: string, theme: "light" | "dark", snapshot: IWorkbookData): Grid {
  const language = locale.startsWith("id") ? LocaleType.ID_ID : LocaleType.EN_US;
  const grid = createUniver({
    locale: language,
    locales: {
      [LocaleType.ID_ID]: mergeLocales(coreId, validationId, formatsId, tableId, drawingId, PROGRESS_ID),
      [LocaleType.EN_US]: mergeLocales(coreEn, validationEn, formatsEn, tableEn, drawingEn, PROGRESS_EN),
    },
    darkMode: theme === "dark",
    presets: [
      // No ribbon of its own: the add-in's commands are in the page's menu, cells are edited in place.
      UniverSheetsCorePreset({ container, header: true, toolbar: false, formulaBar: true }),
      UniverSheetsDrawingPreset(),
      UniverSheetsDataValidationPreset({ showEditOnDropdown: false, showSearchOnDropdown: false }),
      UniverSheetsConditionalFormattingPreset(),
    ],
    // The table preset passes no settings on, and without this one its name tab would push row 1 down.
    plugins: [UniverSheetsTablePlugin, [UniverSheetsTableUIPlugin, { hideAnchor: true }]],
  });
  grid.univerAPI.createWorkbook(snapshot).setNumfmtLocal(language === LocaleType.ID_ID ? "id" : "en");
  return grid;
}

export const blankSnapshot = (name: string): IWorkbookData =>
  ({
    id: `buku-${Date.now().toString(36)}`,
    name,
    sheetOrder: ["lembar-1"],
    sheets: {
      "lembar-1": {
        id: "lembar-1",
        name: "Sheet1",
        rowCount: 200,
        columnCount: 26,
        defaultStyle: { ff: "Calibri", fs: 11 },
      },
    },
  }) as unknown as IWorkbookData;
