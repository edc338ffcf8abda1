import { BorderStyleTypes, type IBorderData, type IBorderStyleData, type Nullable } from "@univerjs/core";
import { invalidArgument, notImplemented } from "../errors";
import type { HostObject } from "../protocol";
import type { Range } from "./range";

type Side = "t" | "b" | "l" | "r";
type Edge = [row: number, column: number, side: Side];

const INDEXES = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideVertical",
  "InsideHorizontal",
  "DiagonalDown",
  "DiagonalUp",
];

const LINES: [style: string, weight: string, line: BorderStyleTypes][] = [
  ["Continuous", "Thin", BorderStyleTypes.THIN],
  ["Continuous", "Hairline", BorderStyleTypes.HAIR],
  ["Continuous", "Medium", BorderStyleTypes.MEDIUM],
  ["Continuous", "Thick", BorderStyleTypes.THICK],
  ["Dash", "Thin", BorderStyleTypes.DASHED],
  ["Dash", "Medium", BorderStyleTypes.MEDIUM_DASHED],
  ["DashDot", "Thin", BorderStyleTypes.DASH_DOT],
  ["DashDot", "Medium", BorderStyleTypes.MEDIUM_DASH_DOT],
  ["DashDotDot", "Thin", BorderStyleTypes.DASH_DOT_DOT],
  ["DashDotDot", "Medium", BorderStyleTypes.MEDIUM_DASH_DOT_DOT],
  ["Dot", "Thin", BorderStyleTypes.DOTTED],
  ["Double", "Thick", BorderStyleTypes.DOUBLE],
  ["SlantDashDot", "Medium", BorderStyleTypes.SLANT_DASH_DOT],
];

const lineOf = (style: string, weight: string): BorderStyleTypes => {
  const exact = LINES.find(([s, w]) => s === style && w === weight) ?? LINES.find(([s]) => s === style);
  if (exact === undefined) throw invalidArgument(`unknown border style ${style}`);
  return exact[2];
};
const namesOf = (line: BorderStyleTypes | undefined): [style: string, weight: string] => {
  const known = LINES.find(([, , l]) => l === line);
  return known ? [known[0], known[1]] : ["None", "Thin"];
};

export class RangeBorderCollection implements HostObject {
  readonly kind = "RangeBorderCollection";

  constructor(private readonly range: Range) {}

  get items(): RangeBorder[] {
    return INDEXES.slice(0, 6).map((index) => new RangeBorder(this.range, index));
  }
  get count(): number {
    return INDEXES.length;
  }
  getItem(index: string): RangeBorder {
    if (!INDEXES.includes(index)) throw invalidArgument();
    return new RangeBorder(this.range, index);
  }
  getItemAt(index: number): RangeBorder {
    return this.getItem(INDEXES[index] ?? "");
  }
}

/** One kind of line of a range. Style, weight and colour arrive one by one, so each keeps what the others have set. */
class RangeBorder implements HostObject {
  readonly kind = "RangeBorder";

  constructor(
    private readonly range: Range,
    readonly id: string,
  ) {}

  get sideIndex(): string {
    return this.id;
  }
  get style(): string {
    return namesOf(this.current?.s)[0];
  }
  set style(style: string) {
    const weight = namesOf(this.current?.s)[1];
    this.change((before) =>
      style === "None" ? null : { s: lineOf(style, weight), cl: before?.cl ?? { rgb: "#000000" } },
    );
  }
  get weight(): string {
    return namesOf(this.current?.s)[1];
  }
  set weight(weight: string) {
    const style = this.style === "None" ? "Continuous" : this.style;
    this.change((before) => ({ s: lineOf(style, weight), cl: before?.cl ?? { rgb: "#000000" } }));
  }
  get color(): string {
    return this.current?.cl.rgb?.toUpperCase() ?? "#000000";
  }
  set color(color: string) {
    this.change((before) => ({ s: before?.s ?? BorderStyleTypes.THIN, cl: { rgb: color } }));
  }

  private get current(): Nullable<IBorderStyleData> {
    const [edge] = this.edges();
    return edge && this.at(edge);
  }

  private at([row, column, side]: Edge): Nullable<IBorderStyleData> {
    const { worksheet, host } = this.range;
    const pending = host.cells.pendingStyle(worksheet.id, row, column)?.bd;
    return pending && side in pending ? pending[side] : worksheet.core.getComposedCellStyle(row, column).bd?.[side];
  }

  private change(line: (before: Nullable<IBorderStyleData>) => IBorderStyleData | null): void {
    if (this.id.startsWith("Diagonal")) throw notImplemented(`RangeBorder ${this.id}`);
    this.range.guardFormat("allowFormatCells");
    for (const edge of this.edges()) {
      const bd: IBorderData = { [edge[2]]: line(this.at(edge)) };
      this.range.host.cells.style(this.range.worksheet.id, edge[0], edge[1], { bd });
    }
  }

  /** The cell sides that make this line; inner lines belong to both neighbours. */
  private edges(): Edge[] {
    const { row, column, rows, columns } = this.range.bounded;
    const acrossColumns = (r: number, side: Side): Edge[] =>
      Array.from({ length: columns }, (_, i) => [r, column + i, side]);
    const downRows = (c: number, side: Side): Edge[] => Array.from({ length: rows }, (_, i) => [row + i, c, side]);
    switch (this.id) {
      case "EdgeTop":
        return acrossColumns(row, "t");
      case "EdgeBottom":
        return acrossColumns(row + rows - 1, "b");
      case "EdgeLeft":
        return downRows(column, "l");
      case "EdgeRight":
        return downRows(column + columns - 1, "r");
      case "InsideHorizontal":
        return Array.from({ length: rows - 1 }, (_, i) => [
          ...acrossColumns(row + i, "b"),
          ...acrossColumns(row + i + 1, "t"),
        ]).flat();
      case "InsideVertical":
        return Array.from({ length: columns - 1 }, (_, i) => [
          ...downRows(column + i, "r"),
          ...downRows(column + i + 1, "l"),
        ]).flat();
      default:
        return [];
    }
  }
}
