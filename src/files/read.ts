import { failure, success, type Outcome } from "../locale/problem";
import type { Grid, GridSheet, GridTable } from "../workbook/grid";
import type { Budget } from "./cell-store";
import { DateStyles } from "./date-formats";
import { LIMITS } from "./limits";
import {
  CorePropertiesReader,
  RelationshipReader,
  TableReader,
  WorkbookReader,
  type Relationship,
  type SheetEntry,
} from "./package-xml";
import { Refusal, corrupt } from "./refusal";
import { sha256 } from "./sha256";
import { SharedStrings } from "./shared-strings";
import { SheetReader, type SheetContext } from "./sheet-xml";
import { demandZip } from "./signature";
import { XmlScanner, type XmlSink } from "./xml";
import { openZip, partKey, type ZipEntry } from "./zip-guard";
import { readText } from "./zip-part";

/** A workbook's content and the hash of the bytes it was read from (lower-case hexadecimal). */
export type ReadGrid = Grid & { readonly sha256: string };

export interface ReadOptions {
  /** Which sheets to read; the others keep their place and name and have no cells. */
  readonly sheets?: (name: string, visible: boolean) => boolean;
}

/**
 * Reads the bytes of an .xlsx or .xlsm, or says why not; the codes are those of REFUSALS, with their sentences in the
 * catalogue `files`. Nothing is trusted: the package's directory is checked before anything is unpacked, sizes and
 * checksums while it is, and no part is read that does not matter. It never throws, and what it cannot read for certain
 * it refuses.
 */
export function readWorkbook(bytes: Uint8Array, options: ReadOptions = {}): Outcome<ReadGrid> {
  try {
    return success({ ...readOrRefuse(bytes, options), sha256: sha256(bytes) });
  } catch (error) {
    if (error instanceof Refusal) return failure(error.code, error.params);
    return failure("CORRUPT");
  }
}

function readOrRefuse(bytes: Uint8Array, options: ReadOptions): Grid {
  demandZip(bytes);
  if (bytes.length > LIMITS.fileBytes) throw new Refusal("TOO_LARGE", "file");
  return new Package(openZip(bytes)).read(options);
}

class Package {
  constructor(private readonly entries: ReadonlyMap<string, ZipEntry>) {}

  read(options: ReadOptions): Grid {
    const roots = this.relationships("");
    const path = targetOf(roots, "officeDocument") ?? "xl/workbook.xml";
    if (!this.has(path) || !/\.xml$/i.test(path)) throw notWorkbook(this.entries);
    const workbook = this.parse(path, new WorkbookReader());
    if (workbook.sheets.length === 0) throw notWorkbook(this.entries);
    const links = this.relationships(path);
    const budget: Budget = { cells: 0, places: 0 };
    const context: SheetContext = {
      sharedStrings: this.parseIfAny(targetOf(links, "sharedStrings"), new SharedStrings()).texts,
      isDateStyle: this.parseIfAny(targetOf(links, "styles"), new DateStyles()).isDate,
      date1904: workbook.date1904,
      budget,
    };
    const sheets = workbook.sheets.flatMap((entry) => this.sheet(entry, links, context, options));
    const { modified } = this.parseIfAny(targetOf(roots, "core-properties"), new CorePropertiesReader());
    return { sheets, names: workbook.names, date1904: workbook.date1904, modified };
  }

  /** The sheet, or nothing for one that holds no cells (a chart on a sheet of its own). */
  private sheet(
    entry: SheetEntry,
    links: readonly Relationship[],
    context: SheetContext,
    options: ReadOptions,
  ): GridSheet[] {
    const link = links.find(({ id }) => id === entry.relationship);
    if (!link || !this.has(link.target)) throw corrupt(`sheet ${entry.name} has no part`);
    if (link.type !== "worksheet") return [];
    const wanted = options.sheets?.(entry.name, entry.visible) ?? true;
    const reader = new SheetReader(context);
    const { tableIds, ...content } = (wanted ? this.parse(link.target, reader) : reader).finish();
    const tables = tableIds.length > 0 ? this.tables(link.target, tableIds) : [];
    return [{ name: entry.name, visible: entry.visible, ...content, tables }];
  }

  private tables(sheet: string, ids: readonly string[]): GridTable[] {
    const links = this.relationships(sheet);
    return ids.flatMap((id) => {
      const target = links.find((link) => link.id === id && link.type === "table")?.target;
      const table = this.parseIfAny(target ?? null, new TableReader()).table;
      return table ? [table] : [];
    });
  }

  private relationships(part: string): readonly Relationship[] {
    const slash = part.lastIndexOf("/") + 1;
    const path = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
    return this.parseIfAny(this.has(path) ? path : null, new RelationshipReader(part)).found;
  }

  private has(path: string): boolean {
    return this.entries.has(partKey(path));
  }

  private parseIfAny<T extends XmlSink>(path: string | null, sink: T): T {
    return path === null ? sink : this.parse(path, sink);
  }

  private parse<T extends XmlSink>(path: string, sink: T): T {
    const entry = this.entries.get(partKey(path));
    if (!entry) throw corrupt(`part ${path} is missing`);
    const scanner = new XmlScanner(sink);
    readText(entry, (text, last) => scanner.push(text, last));
    return sink;
  }
}

const targetOf = (links: readonly Relationship[], type: string): string | null =>
  links.find((link) => link.type === type)?.target ?? null;

/** What a package without a workbook part is. */
function notWorkbook(entries: ReadonlyMap<string, ZipEntry>): Refusal {
  const names = [...entries.keys()];
  if (names.includes("xl/workbook.bin")) return new Refusal("XLSB", "workbook.bin");
  if (names.includes("content.xml") && names.includes("meta-inf/manifest.xml"))
    return new Refusal("ODS", "content.xml");
  if (names.some((name) => /\.xls[xmb]?$/.test(name))) return new Refusal("ARCHIVE", "workbooks inside");
  return new Refusal("NOT_WORKBOOK", "no workbook part");
}
