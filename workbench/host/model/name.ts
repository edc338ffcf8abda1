import { InsertDefinedNameCommand, RemoveDefinedNameCommand, SetDefinedNameCommand } from "@univerjs/sheets";
import { type IDefinedNamesServiceParam, IDefinedNamesService } from "@univerjs/engine-formula";
import { alreadyExists, invalidArgument, notFound } from "../errors";
import type { HostContext } from "../context";
import type { HostObject } from "../protocol";
import { parseArea, splitSheet } from "./address";
import { Collection } from "./collection";
import type { Range } from "./range";
import type { Workbook } from "./workbook";
import type { Worksheet } from "./worksheet";

const WHOLE_WORKBOOK = "AllDefaultWorkbook";

/** A defined name. The engine keeps references without the leading "=", and formulas with it. */
export class NamedItem implements HostObject {
  readonly kind = "NamedItem";
  readonly visible = true;

  constructor(
    private readonly workbook: Workbook,
    readonly id: string,
  ) {}

  private get held(): IDefinedNamesServiceParam {
    const held = heldNames(this.workbook.host).find((name) => name.id === this.id);
    if (held === undefined) throw notFound();
    return held;
  }
  get name(): string {
    return this.held.name;
  }
  get formula(): string {
    return `=${this.held.formulaOrRefString.replace(/^=/, "")}`;
  }
  set formula(formula: string) {
    this.update({ formulaOrRefString: engineReference(formula) });
  }
  get value(): string | number {
    const text = this.formula.slice(1);
    if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
    return /^".*"$/.test(text) ? text.slice(1, -1).replace(/""/g, '"') : text;
  }
  get type(): string {
    if (this.getRangeOrNullObject()) return "Range";
    return typeof this.value === "number" ? "Double" : "String";
  }
  get comment(): string {
    return this.held.comment ?? "";
  }
  set comment(comment: string) {
    this.update({ comment });
  }
  get scope(): string {
    return this.sheetId === null ? "Workbook" : "Worksheet";
  }
  get worksheetOrNullObject(): Worksheet | null {
    return this.sheetId === null ? null : this.workbook.sheetById(this.sheetId);
  }
  get worksheet(): Worksheet {
    const sheet = this.worksheetOrNullObject;
    if (sheet === null) throw invalidArgument();
    return sheet;
  }
  get sheetId(): string | null {
    const { localSheetId } = this.held;
    return localSheetId === undefined || localSheetId === WHOLE_WORKBOOK ? null : localSheetId;
  }

  getRange(): Range {
    const range = this.getRangeOrNullObject();
    if (range === null) throw notFound();
    return range;
  }
  getRangeOrNullObject(): Range | null {
    const [sheet, address] = splitSheet(this.formula.slice(1));
    const area = parseArea(address);
    const worksheet = sheet === null ? null : this.workbook.worksheets.getItemOrNullObject(sheet);
    return area && worksheet ? worksheet.getRangeByIndexes(area.row, area.column, area.rows, area.columns) : null;
  }
  delete(): void {
    const { engine } = this.workbook.host;
    engine.run(RemoveDefinedNameCommand.id, { unitId: engine.unitId, ...this.held });
  }

  private update(change: Partial<IDefinedNamesServiceParam>): void {
    const { engine } = this.workbook.host;
    engine.run(SetDefinedNameCommand.id, { unitId: engine.unitId, ...this.held, ...change });
  }
}

const heldNames = (host: HostContext): IDefinedNamesServiceParam[] =>
  Object.values(host.engine.injector.get(IDefinedNamesService).getDefinedNameMap(host.engine.unitId) ?? {});

/** `=Sheet1!$A$1` is a reference to the engine, `=SUM(…)` a formula. */
function engineReference(formula: string): string {
  const text = formula.replace(/^=/, "");
  const [sheet, address] = splitSheet(text);
  return sheet !== null && parseArea(address) !== null ? text : `=${text}`;
}

export class NamedItemCollection extends Collection<NamedItem> {
  constructor(
    private readonly workbook: Workbook,
    private readonly sheet: Worksheet | null,
  ) {
    super("NamedItemCollection", () =>
      heldNames(workbook.host)
        .map((held) => new NamedItem(workbook, held.id))
        .filter((item) => item.sheetId === (sheet?.id ?? null)),
    );
  }

  add(name: string, reference: Range | string | number, comment = ""): NamedItem {
    if (this.getItemOrNullObject(name) !== null) throw alreadyExists();
    if (!/^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name) || parseArea(name) !== null)
      throw invalidArgument(`"${name}" is no valid name`);
    const target = typeof reference === "object" ? reference.absoluteAddress : engineReference(String(reference));
    return addName(this.workbook, name, target, this.sheet?.id ?? null, comment);
  }
  addFormulaLocal(name: string, formula: string, comment = ""): NamedItem {
    return this.add(name, formula, comment);
  }
}

/** Also how files are opened. */
export function addName(
  workbook: Workbook,
  name: string,
  formulaOrRefString: string,
  sheetId: string | null,
  comment: string,
): NamedItem {
  const { engine } = workbook.host;
  const id = workbook.host.newId("nama");
  const reference = formulaOrRefString.startsWith("=") ? engineReference(formulaOrRefString) : formulaOrRefString;
  engine.run(InsertDefinedNameCommand.id, {
    unitId: engine.unitId,
    id,
    name,
    formulaOrRefString: reference,
    comment,
    localSheetId: sheetId ?? WHOLE_WORKBOOK,
  });
  workbook.host.calculation.touch();
  return new NamedItem(workbook, id);
}
