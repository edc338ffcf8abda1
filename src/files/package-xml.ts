import { parseArea } from "../workbook/address";
import type { GridName, GridTable } from "../workbook/grid";
import { LIMITS } from "./limits";
import { Refusal } from "./refusal";
import type { Tag, XmlSink } from "./xml";

/** A sink that wants only tags, or the text of a few elements. */
abstract class Reader implements XmlSink {
  wantsText = false;
  protected collected = "";
  abstract open(name: string, tag: Tag, depth: number): void;

  text(text: string): void {
    this.collected += text;
    if (this.collected.length > LIMITS.text) throw new Refusal("TOO_LARGE", "text");
  }

  close(_name: string, _depth: number): void {
    this.wantsText = false;
  }

  protected collect(): void {
    this.collected = "";
    this.wantsText = true;
  }
}

export interface Relationship {
  readonly id: string;
  /** The last word of the type: the same in transitional and strict files. */
  readonly type: string;
  readonly target: string;
}

/** The relationships of a part, with targets as paths inside the package. Links to outside are left out. */
export class RelationshipReader extends Reader {
  readonly found: Relationship[] = [];
  constructor(private readonly part: string) {
    super();
  }

  open(name: string, tag: Tag): void {
    if (name !== "Relationship" || tag.get("TargetMode") === "External") return;
    const type = (tag.get("Type") ?? "").split("/").pop() ?? "";
    this.found.push({ id: tag.get("Id") ?? "", type, target: resolve(this.part, tag.get("Target") ?? "") });
  }
}

function resolve(part: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const path = part.split("/").slice(0, -1);
  for (const step of target.replace(/\\/g, "/").split("/"))
    if (step === "..") path.pop();
    else if (step !== ".") path.push(step);
  return path.join("/");
}

export interface SheetEntry {
  readonly name: string;
  readonly visible: boolean;
  readonly relationship: string;
}

/** The workbook part: sheets in order, names, and from when serial numbers count. */
export class WorkbookReader extends Reader {
  readonly sheets: SheetEntry[] = [];
  date1904 = false;
  private readonly global: GridName[] = [];
  private readonly local: GridName[] = [];
  private current: { name: string; isLocal: boolean } | null = null;

  /** Names of the workbook first, then those that only one sheet has; the built-in ones (print areas) are left out. */
  get names(): readonly GridName[] {
    const known = new Set(this.global.map(({ name }) => name.toLowerCase()));
    return [...this.global, ...this.local.filter(({ name }) => !known.has(name.toLowerCase()))];
  }

  open(name: string, tag: Tag, depth: number): void {
    if (name === "sheet" && depth === 3) {
      if (this.sheets.length >= LIMITS.sheets) throw new Refusal("TOO_LARGE", "sheets");
      const state = tag.get("state");
      const visible = state === null || state === "visible";
      this.sheets.push({ name: tag.get("name") ?? "", visible, relationship: tag.getLocal("id") ?? "" });
    } else if (name === "workbookPr") this.date1904 = tag.isTrue("date1904");
    else if (name === "definedName") {
      this.current = { name: tag.get("name") ?? "", isLocal: tag.get("localSheetId") !== null };
      this.collect();
    }
  }

  override close(name: string, depth: number): void {
    super.close(name, depth);
    if (name !== "definedName" || !this.current) return;
    const named = { name: this.current.name, formula: `=${this.collected}` };
    if (!named.name.startsWith("_xlnm.")) (this.current.isLocal ? this.local : this.global).push(named);
    this.current = null;
  }
}

/** A table part; null when it has no header row or no place. */
export class TableReader extends Reader {
  private name = "";
  private reference = "";
  private hasHeader = true;
  private readonly columns: string[] = [];

  get table(): GridTable | null {
    const area = parseArea(this.reference);
    return area && this.name && this.hasHeader ? { name: this.name, area, columns: this.columns } : null;
  }

  open(name: string, tag: Tag, depth: number): void {
    if (name === "table" && depth === 1) {
      this.name = tag.get("displayName") ?? tag.get("name") ?? "";
      this.reference = tag.get("ref") ?? "";
      this.hasHeader = tag.get("headerRowCount") !== "0";
    } else if (name === "tableColumn") this.columns.push((tag.get("name") ?? "").replace(/_x000a_/gi, "\n"));
  }
}

/** The time of the last change that the file names about itself. */
export class CorePropertiesReader extends Reader {
  modified: string | null = null;

  open(name: string): void {
    if (name === "modified") this.collect();
  }

  override close(name: string, depth: number): void {
    super.close(name, depth);
    const time = name === "modified" ? Date.parse(this.collected.trim()) : NaN;
    if (!Number.isNaN(time)) this.modified = new Date(time).toISOString().replace(/\.\d+Z$/, "Z");
  }
}
