import type { HeaderFooter, PageSetup, PaperSize } from "hucre";
import { defaultPage, type HeaderFooterState, type PageState } from "../host/state";

const POINTS_PER_INCH = 72;
const PAPERS: [PaperSize, string][] = [
  ["a4", "A4"],
  ["a3", "A3"],
  ["a5", "A5"],
  ["b4", "B4"],
  ["b5", "B5"],
  ["letter", "Letter"],
  ["legal", "Legal"],
  ["executive", "Executive"],
  ["tabloid", "Tabloid"],
];
const PARTS = { L: "left", C: "center", R: "right" } as const;

/** `&LKiri&CTengah&RKanan` -> its three parts; a code such as &P belongs to the part it stands in. */
function parts(text: string | undefined): Record<"left" | "center" | "right", string> {
  const found = { left: "", center: "", right: "" };
  let part: keyof typeof found = "center";
  for (const piece of (text ?? "").split(/(&[LCR])/)) {
    const mark = /^&([LCR])$/.exec(piece)?.[1] as keyof typeof PARTS | undefined;
    if (mark) part = PARTS[mark];
    else found[part] += piece;
  }
  return found;
}

const joined = (left: string, center: string, right: string): string =>
  (left && `&L${left}`) + (center && `&C${center}`) + (right && `&R${right}`);

const withoutSheet = (address: string | undefined): string | null =>
  address?.replace(/^.*!/, "").replace(/\$/g, "") ?? null;

export function readPage(setup: PageSetup | undefined, headers: HeaderFooter | undefined): PageState {
  const page = defaultPage();
  const [header, footer] = [parts(headers?.oddHeader), parts(headers?.oddFooter)];
  const headersFooters: HeaderFooterState = {
    leftHeader: header.left,
    centerHeader: header.center,
    rightHeader: header.right,
    leftFooter: footer.left,
    centerFooter: footer.center,
    rightFooter: footer.right,
  };
  if (setup === undefined) return { ...page, headersFooters };
  const margin = (inches: number | undefined, fallback: number): number =>
    inches === undefined ? fallback : inches * POINTS_PER_INCH;
  const fits = setup.fitToPage || setup.fitToWidth !== undefined || setup.fitToHeight !== undefined;
  return {
    ...page,
    headersFooters,
    orientation: setup.orientation === "landscape" ? "Landscape" : "Portrait",
    paperSize: PAPERS.find(([size]) => size === setup.paperSize)?.[1] ?? null,
    zoom: fits
      ? { horizontalFitToPages: setup.fitToWidth ?? 1, verticalFitToPages: setup.fitToHeight ?? 1 }
      : { scale: setup.scale ?? 100 },
    centerHorizontally: setup.horizontalCentered ?? false,
    centerVertically: setup.verticalCentered ?? false,
    printGridlines: setup.showGridLines ?? false,
    printHeadings: setup.showRowColHeaders ?? false,
    leftMargin: margin(setup.margins?.left, page.leftMargin),
    rightMargin: margin(setup.margins?.right, page.rightMargin),
    topMargin: margin(setup.margins?.top, page.topMargin),
    bottomMargin: margin(setup.margins?.bottom, page.bottomMargin),
    headerMargin: margin(setup.margins?.header, page.headerMargin),
    footerMargin: margin(setup.margins?.footer, page.footerMargin),
    printArea: withoutSheet(setup.printArea),
    titleRows: withoutSheet(setup.printTitlesRow),
    titleColumns: withoutSheet(setup.printTitlesColumn),
  };
}

const isSet = (pages: number | null | undefined): pages is number => pages !== null && pages !== undefined;

export function writePage(page: PageState): { pageSetup: PageSetup; headerFooter?: HeaderFooter } {
  const { zoom, headersFooters: texts } = page;
  const fits = isSet(zoom.horizontalFitToPages) || isSet(zoom.verticalFitToPages);
  const paperSize = PAPERS.find(([, name]) => name.toLowerCase() === page.paperSize?.toLowerCase())?.[0];
  const header = joined(texts.leftHeader, texts.centerHeader, texts.rightHeader);
  const footer = joined(texts.leftFooter, texts.centerFooter, texts.rightFooter);
  const inches = (points: number): number => points / POINTS_PER_INCH;
  const pageSetup: PageSetup = {
    orientation: page.orientation === "Landscape" ? "landscape" : "portrait",
    ...(paperSize ? { paperSize } : {}),
    ...(fits
      ? { fitToPage: true, fitToWidth: zoom.horizontalFitToPages ?? 0, fitToHeight: zoom.verticalFitToPages ?? 0 }
      : zoom.scale && zoom.scale !== 100
        ? { scale: zoom.scale }
        : {}),
    ...(page.centerHorizontally ? { horizontalCentered: true } : {}),
    ...(page.centerVertically ? { verticalCentered: true } : {}),
    ...(page.printGridlines ? { showGridLines: true } : {}),
    ...(page.printHeadings ? { showRowColHeaders: true } : {}),
    ...(page.printArea ? { printArea: page.printArea } : {}),
    ...(page.titleRows ? { printTitlesRow: page.titleRows } : {}),
    ...(page.titleColumns ? { printTitlesColumn: page.titleColumns } : {}),
    margins: {
      left: inches(page.leftMargin),
      right: inches(page.rightMargin),
      top: inches(page.topMargin),
      bottom: inches(page.bottomMargin),
      header: inches(page.headerMargin),
      footer: inches(page.footerMargin),
    },
  };
  const headerFooter: HeaderFooter = {
    ...(header ? { oddHeader: header } : {}),
    ...(footer ? { oddFooter: footer } : {}),
  };
  return header || footer ? { pageSetup, headerFooter } : { pageSetup };
}
