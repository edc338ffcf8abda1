import type { Identity } from "../assessment/assessment";
import type { Cell, PrintSetup, Protection } from "./sheet";
import { NAME } from "./layout";
import { TEXT } from "./texts";

/** Filters, row heights and column widths stay free on protected sheets. */
export const PROTECTED: Protection = { autoFilter: true, sort: true, formatColumns: true, formatRows: true };

const MARGINS: PrintSetup["margins"] = { left: 0.4, right: 0.4, top: 0.45, bottom: 0.55 };
/** An ampersand begins a code in footers, so those of a text are doubled. */
const footerText = (text: string): string => text.replace(/&/g, "&&");

/** A4 set-up that every sheet shares: as many pages as needed but one wide, the agency and page numbers in the footer. */
export function printSetup(
  sheet: string,
  identity: Pick<Identity, "agency" | "year">,
  setup: Partial<PrintSetup>,
): PrintSetup {
  return {
    orientation: "landscape",
    fit: { width: 1, height: 0 },
    margins: MARGINS,
    footer: {
      left: footerText([identity.agency, identity.year].filter(Boolean).join(" · ")),
      center: footerText(sheet),
      right: TEXT.pageOf,
    },
    centerHorizontally: true,
    ...setup,
  };
}

/** "Instansi · 2023 · …", following `Identitas` as it is typed. */
export function aboutCell(identity: Pick<Identity, "agency" | "year">, tail: string): Cell {
  const quoted = `"${tail.replace(/"/g, '""')}"`;
  const part = (name: string): string => `IF(${name}="","",${name}&"${TEXT.separator}")`;
  return {
    formula: `${part(NAME.agency)}&${part(NAME.year)}&${quoted}`,
    value: [identity.agency, identity.year, tail].filter(Boolean).join(TEXT.separator),
  };
}
