import { notFound } from "../errors";
import type { HostObject } from "../protocol";
import { noHeaders, type PageState } from "../state";
import { formatArea, MAX_COLUMNS, MAX_ROWS, parseArea } from "./address";
import { bag } from "./bag";
import { Collection } from "./collection";
import { Range } from "./range";
import type { Worksheet } from "./worksheet";

const POINTS: Record<string, number> = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 };
const MARGINS = {
  top: "topMargin",
  bottom: "bottomMargin",
  left: "leftMargin",
  right: "rightMargin",
  header: "headerMargin",
  footer: "footerMargin",
} as const;

type AddressKey = "printArea" | "titleRows" | "titleColumns";

/** Print set-up: the engine has none, the host keeps it for reading back and for the saved file. */
export function pageLayout(worksheet: Worksheet): HostObject {
  const page: PageState = worksheet.state.page;
  const nothing = (): void => undefined;
  const setter =
    (key: AddressKey) =>
    (range: Range | string): void => {
      page[key] = formatArea(worksheet.rangeOf(range).area);
    };
  const getter = (key: AddressKey) => (): Range | null => {
    const area = page[key] === null ? null : parseArea(page[key]);
    return area && new Range(worksheet, area);
  };
  const required = (key: AddressKey) => (): Range => {
    const range = getter(key)();
    if (range === null) throw notFound();
    return range;
  };
  const pages = (kind: string): HostObject =>
    bag("HeaderFooter", kind === "default" ? page.headersFooters : noHeaders(), nothing);
  const headersFooters = {
    kind: "HeaderFooterGroup",
    state: "Default",
    useSheetMargins: true,
    useSheetScale: true,
    defaultForAllPages: pages("default"),
  };
  return bag("PageLayout", page, nothing, {
    headersFooters,
    setPrintArea: setter("printArea"),
    getPrintArea: required("printArea"),
    getPrintAreaOrNullObject: getter("printArea"),
    setPrintTitleRows: setter("titleRows"),
    getPrintTitleRows: required("titleRows"),
    getPrintTitleRowsOrNullObject: getter("titleRows"),
    setPrintTitleColumns: setter("titleColumns"),
    getPrintTitleColumns: required("titleColumns"),
    getPrintTitleColumnsOrNullObject: getter("titleColumns"),
    setPrintMargins: (unit: string, margins: Partial<Record<keyof typeof MARGINS, number>>): void => {
      for (const side of Object.keys(MARGINS) as (keyof typeof MARGINS)[]) {
        const value = margins[side];
        if (value !== undefined) page[MARGINS[side]] = value * (POINTS[unit] ?? 1);
      }
    },
  });
}

interface PageBreak extends HostObject {
  readonly rowIndex: number;
  readonly columnIndex: number;
  delete(): void;
  getCellAfterBreak(): Range;
}

export class PageBreakCollection extends Collection<PageBreak> {
  constructor(
    private readonly worksheet: Worksheet,
    private readonly axis: "row" | "column",
  ) {
    super("PageBreakCollection", () => this.breaks.map((at) => this.item(at)));
  }

  add(range: Range | string): PageBreak {
    const { area } = this.worksheet.rangeOf(range);
    const at = this.axis === "row" ? area.row : area.column;
    if (!this.breaks.includes(at)) this.breaks.push(at);
    this.breaks.sort((a, b) => a - b);
    return this.item(at);
  }
  removePageBreaks(): void {
    this.breaks.length = 0;
  }

  private get breaks(): number[] {
    return this.axis === "row" ? this.worksheet.state.rowBreaks : this.worksheet.state.columnBreaks;
  }
  private item(at: number): PageBreak {
    const isRow = this.axis === "row";
    const cell = { row: isRow ? at : 0, column: isRow ? 0 : at, rows: 1, columns: 1 };
    return {
      kind: "PageBreak",
      rowIndex: isRow ? at : MAX_ROWS - 1,
      columnIndex: isRow ? MAX_COLUMNS - 1 : at,
      delete: () => {
        const index = this.breaks.indexOf(at);
        if (index >= 0) this.breaks.splice(index, 1);
      },
      getCellAfterBreak: () => new Range(this.worksheet, cell),
    };
  }
}
