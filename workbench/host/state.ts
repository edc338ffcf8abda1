/**
 * What a workbook holds and the engine has no place for. Plain data only: it is saved beside the engine's snapshot
 * and read back with it. Keys are the engine's own ids, so that moved or renamed things keep their state.
 */

export interface ProtectionOptions {
  allowAutoFilter: boolean;
  allowDeleteColumns: boolean;
  allowDeleteRows: boolean;
  allowEditObjects: boolean;
  allowEditScenarios: boolean;
  allowFormatCells: boolean;
  allowFormatColumns: boolean;
  allowFormatRows: boolean;
  allowInsertColumns: boolean;
  allowInsertHyperlinks: boolean;
  allowInsertRows: boolean;
  allowPivotTables: boolean;
  allowSort: boolean;
  selectionMode: string;
}

export interface HeaderFooterState {
  leftHeader: string;
  centerHeader: string;
  rightHeader: string;
  leftFooter: string;
  centerFooter: string;
  rightFooter: string;
}

export interface ZoomState {
  horizontalFitToPages?: number | null;
  verticalFitToPages?: number | null;
  scale?: number | null;
}

export interface PageState {
  orientation: string;
  paperSize: string | null;
  zoom: ZoomState;
  centerHorizontally: boolean;
  centerVertically: boolean;
  printGridlines: boolean;
  printHeadings: boolean;
  blackAndWhite: boolean;
  draftMode: boolean;
  firstPageNumber: number | "";
  printComments: string;
  printErrors: string;
  printOrder: string;
  leftMargin: number;
  rightMargin: number;
  topMargin: number;
  bottomMargin: number;
  headerMargin: number;
  footerMargin: number;
  headersFooters: HeaderFooterState;
  /** Addresses without the sheet. */
  printArea: string | null;
  titleRows: string | null;
  titleColumns: string | null;
}

export interface SheetState {
  veryHidden: boolean;
  /** Whether cells without notes of their own are locked. */
  locked: boolean;
  protection: { options: ProtectionOptions; password?: string } | null;
  page: PageState;
  /** Row (or column) index that follows each manual break. */
  rowBreaks: number[];
  columnBreaks: number[];
  customProperties: { key: string; value: string }[];
  charts: ChartState[];
  /** Rows (0-based) that a filter hides. */
  filteredRows?: number[];
}

export interface ChartSeriesState {
  id: string;
  name: string | null;
  /** Addresses with the sheet, or null until set. */
  values: string | null;
  categories: string | null;
  nameSource: string | null;
  chartType: string | null;
  fill: string | null;
  line: string | null;
  lineWeight: number | null;
  lineStyle: string | null;
  hasDataLabels: boolean;
  gapWidth: number | null;
  overlap: number | null;
  markerStyle: string | null;
  markerSize: number | null;
  markerBackgroundColor: string | null;
  markerForegroundColor: string | null;
  smooth: boolean;
  /** Fill of single points, by index. */
  points: Record<number, string>;
}

export interface FontState {
  name: string;
  size: number;
  bold: boolean;
  italic: boolean;
  color: string;
  underline: string;
}

export interface AxisState {
  visible: boolean;
  minimum: number | "";
  maximum: number | "";
  majorUnit: number | "";
  minorUnit: number | "";
  reversePlotOrder: boolean;
  numberFormat: string;
  linkNumberFormat: boolean;
  tickLabelPosition: string;
  tickLabelSpacing: number | "";
  majorTickMark: string;
  minorTickMark: string;
  majorGridlines: boolean;
  minorGridlines: boolean;
  gridlineColor: string | null;
  lineColor: string | null;
  title: string;
  titleVisible: boolean;
  titleFont: FontState;
  font: FontState;
}

export interface DataLabelState {
  position: string | null;
  showValue: boolean;
  showSeriesName: boolean;
  showCategoryName: boolean;
  showLegendKey: boolean;
  showPercentage: boolean;
  separator: string;
  numberFormat: string;
  linkNumberFormat: boolean;
  font: FontState;
}

export interface ChartState {
  id: string;
  name: string;
  chartType: string;
  seriesBy: string;
  /** Points from the sheet's top left corner. */
  left: number;
  top: number;
  width: number;
  height: number;
  title: { text: string; visible: boolean; overlay: boolean; font: FontState };
  legend: { visible: boolean; position: string; overlay: boolean; font: FontState };
  dataLabels: DataLabelState;
  series: ChartSeriesState[];
  categoryAxis: AxisState;
  valueAxis: AxisState;
  fill: string | null;
  border: string | null;
  plotFill: string | null;
  font: FontState;
  roundedCorners: boolean;
  displayBlanksAs: string;
  plotVisibleOnly: boolean;
  style: number;
}

export interface TableState {
  style: string;
  showBandedRows: boolean;
  showBandedColumns: boolean;
  showFilterButton: boolean;
  highlightFirstColumn: boolean;
  highlightLastColumn: boolean;
}

export interface ErrorAlert {
  showAlert: boolean;
  style: string;
  title: string;
  message: string;
}

export interface Prompt {
  showPrompt: boolean;
  title: string;
  message: string;
}

/** A rule exactly as the add-in wrote it, so that it reads back the same. */
export interface ValidationState {
  rule: Record<string, Record<string, unknown>>;
  errorAlert: ErrorAlert;
  prompt: Prompt;
  ignoreBlanks: boolean;
}

export interface FormatLook {
  fill: string | null;
  fontColor: string | null;
  bold: boolean | null;
  italic: boolean | null;
  underline: string | null;
  strikethrough: boolean | null;
  borders: Record<string, { style: string; color: string }>;
}

export interface ConditionalFormatState {
  type: string;
  formula: string;
  cellValue: { formula1: string; formula2?: string; operator: string } | null;
  text: { operator: string; text: string } | null;
  look: FormatLook;
  stopIfTrue: boolean;
}

export interface SideState {
  fileName: string;
  sheets: Record<string, SheetState>;
  tables: Record<string, TableState>;
  validations: Record<string, ValidationState>;
  formats: Record<string, ConditionalFormatState>;
  nameComments: Record<string, string>;
  settings: { key: string; value: unknown }[];
  /** `Office.context.document.settings`, serialized by the client. */
  documentSettings: Record<string, string>;
  customXml: { id: string; xml: string }[];
  properties: Record<string, string | number | null>;
  customProperties: { key: string; value: unknown; type: string }[];
}

export const emptyState = (fileName: string): SideState => ({
  fileName,
  sheets: {},
  tables: {},
  validations: {},
  formats: {},
  nameComments: {},
  settings: [],
  documentSettings: {},
  customXml: [],
  properties: {
    title: "",
    subject: "",
    author: "",
    keywords: "",
    comments: "",
    lastAuthor: "",
    revisionNumber: 0,
    category: "",
    manager: "",
    company: "",
  },
  customProperties: [],
});

export const noHeaders = (): HeaderFooterState => ({
  leftHeader: "",
  centerHeader: "",
  rightHeader: "",
  leftFooter: "",
  centerFooter: "",
  rightFooter: "",
});

/** Excel's own page set-up; margins in points. */
export const defaultPage = (): PageState => ({
  orientation: "Portrait",
  paperSize: null,
  zoom: { scale: 100 },
  centerHorizontally: false,
  centerVertically: false,
  printGridlines: false,
  printHeadings: false,
  blackAndWhite: false,
  draftMode: false,
  firstPageNumber: "",
  printComments: "NoComments",
  printErrors: "AsDisplayed",
  printOrder: "DownThenOver",
  leftMargin: 50.4,
  rightMargin: 50.4,
  topMargin: 54,
  bottomMargin: 54,
  headerMargin: 21.6,
  footerMargin: 21.6,
  headersFooters: noHeaders(),
  printArea: null,
  titleRows: null,
  titleColumns: null,
});

export const defaultSheetState = (): SheetState => ({
  veryHidden: false,
  locked: true,
  protection: null,
  page: defaultPage(),
  rowBreaks: [],
  columnBreaks: [],
  customProperties: [],
  charts: [],
});
