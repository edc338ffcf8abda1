import {
  BaseFunction,
  type BaseValueObject,
  ArrayValueObject,
  ErrorValueObject,
  FunctionType,
  IFunctionService,
  ValueObjectFactory,
  type ErrorType,
} from "@univerjs/engine-formula";
import type { HostContext } from "./context";
import { columnName, sheetPrefix } from "./model/address";
import type { Profile } from "./settings";

/** functions.json, as far as the host reads it. */
export interface FunctionsFile {
  functions: FunctionShape[];
}

interface FunctionShape {
  id: string;
  name?: string;
  description?: string;
  parameters: {
    name: string;
    description?: string;
    dimensionality?: string;
    optional?: boolean;
    repeating?: boolean;
  }[];
  options?: { requiresAddress?: boolean };
}

type Implementation = (...values: unknown[]) => unknown;

interface FunctionError {
  code: string;
  message?: string;
}

/** The parts of the pane's window that custom functions need. */
export interface PaneWindow {
  CustomFunctions?: {
    _association?: { mappings: Record<string, Implementation> };
    Error: new (code: string, message?: string) => FunctionError;
  };
}

/** An error that a function has answered, with the cell it stands in. */
export interface FunctionFailure {
  functionName: string;
  address: string;
  code: string;
  message: string;
}

const ERRORS: Record<string, ErrorType> = Object.fromEntries(
  ["#N/A", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!", "#REF!", "#NAME?"].map((code) => [code, code as ErrorType]),
);

/**
 * Custom functions: what the add-in associated in its window becomes a function of the engine that calls it there.
 * The engine's own way of registering functions would hand blank cells over as 0 always; here the profile decides.
 */
export class CustomFunctions {
  /** How often the engine has called into the add-in. */
  calls = 0;
  /** Errors by `Sheet!A1`, the latest answer of each cell. */
  readonly failures = new Map<string, FunctionFailure>();
  private registered: string[] = [];

  constructor(
    private readonly host: HostContext,
    public profile: Profile,
  ) {}

  /** @returns the full names, such as `SPBE.INDEX` */
  register(pane: PaneWindow, file: FunctionsFile, namespace: string): string[] {
    const service = this.host.engine.injector.get(IFunctionService);
    const associated = pane.CustomFunctions?._association?.mappings ?? {};
    service.unregisterExecutors(...this.registered);
    service.unregisterDescriptions(...this.registered);
    this.registered = [];
    for (const shape of file.functions) {
      const implementation = associated[shape.id.toUpperCase()];
      if (implementation === undefined) continue;
      const name = `${namespace}.${shape.name ?? shape.id}`.toUpperCase();
      service.registerExecutors(this.executor(name, shape, implementation, pane));
      service.registerDescriptions({
        functionName: name,
        functionType: FunctionType.User,
        description: shape.description ?? "",
        abstract: shape.description ?? "",
        functionParameter: shape.parameters.map((parameter) => ({
          name: parameter.name,
          detail: parameter.description ?? "",
          example: "",
          require: parameter.optional ? 0 : 1,
          repeat: parameter.repeating ? 1 : 0,
        })),
      });
      this.registered.push(name);
    }
    // Formulas that stood as #NAME? until now are read anew: all of them, since the engine's cache knows long ones by
    // a hash only, in which no name is found.
    service.deleteFormulaAstCacheKey("");
    return this.registered;
  }

  private executor(name: string, shape: FunctionShape, implementation: Implementation, pane: PaneWindow): BaseFunction {
    const executor = new BaseFunction(name);
    const isAsync = implementation.constructor.name === "AsyncFunction";
    executor.isAsync = () => isAsync;
    // The engine types this as synchronous; for functions that say isAsync it awaits the answer.
    const calculate = (...values: (BaseValueObject | undefined)[]): unknown => {
      this.calls++;
      const error = values.map(firstError).find((value) => value !== null);
      if (error) return error;
      const address = this.addressOf(executor);
      this.failures.delete(address);
      const failed = (reason: unknown): ErrorValueObject => this.failed(reason, name, address, pane);
      try {
        const result = implementation(...this.parameters(shape, values), {
          functionName: shape.id,
          ...(shape.options?.requiresAddress ? { address } : {}),
        });
        if (!isAsync) return this.result(result, failed, pane);
        return (result as Promise<unknown>).then((value) => this.result(value, failed, pane), failed);
      } catch (reason) {
        return failed(reason);
      }
    };
    Object.assign(executor, { calculate });
    return executor;
  }

  private addressOf(executor: BaseFunction): string {
    const sheet = executor.subUnitId ? this.host.engine.book.getSheetBySheetId(executor.subUnitId) : null;
    return `${sheetPrefix(sheet?.getSheetName() ?? "")}${columnName(executor.column)}${executor.row + 1}`;
  }

  private parameters(shape: FunctionShape, values: (BaseValueObject | undefined)[]): unknown[] {
    return shape.parameters.map((parameter, index) => {
      if (parameter.repeating)
        return values.slice(index).map((value) => this.parameter(value, parameter.dimensionality));
      return this.parameter(values[index], parameter.dimensionality);
    });
  }

  private parameter(value: BaseValueObject | undefined, dimensionality: string | undefined): unknown {
    if (value === undefined) return null;
    if (dimensionality === "matrix")
      return value.isArray() ? this.grid(value as ArrayValueObject) : [[this.plain(value)]];
    return this.plain(value.isArray() ? (value as ArrayValueObject).get(0, 0) : value);
  }

  private grid(value: ArrayValueObject): unknown[][] {
    const rows: unknown[][] = [];
    value.iterator((cell, row, column) => {
      (rows[row] ??= [])[column] = this.plain(cell);
    });
    return rows;
  }

  private plain(value: BaseValueObject | null | undefined | void): unknown {
    if (value == null || value.isNull()) return this.profile === "blank-is-zero" ? 0 : null;
    const plain: unknown = value.getValue();
    return value.isBoolean() ? plain === true || plain === 1 : plain;
  }

  private result(value: unknown, failed: (reason: unknown) => ErrorValueObject, pane: PaneWindow): BaseValueObject {
    const single = (cell: unknown): BaseValueObject =>
      isFunctionError(cell, pane) ? failed(cell) : ValueObjectFactory.create((cell ?? 0) as string | number | boolean);
    if (!Array.isArray(value)) return single(value);
    const rows = value as unknown[][];
    return ArrayValueObject.create({
      calculateValueList: rows.map((row) => row.map(single)),
      rowCount: rows.length,
      columnCount: rows[0]?.length ?? 0,
      unitId: "",
      sheetId: "",
      row: -1,
      column: -1,
    });
  }

  private failed(reason: unknown, functionName: string, address: string, pane: PaneWindow): ErrorValueObject {
    const known = isFunctionError(reason, pane) ? reason : null;
    const code = ERRORS[known?.code ?? ""] ?? ERRORS["#VALUE!"];
    const message = known ? (known.message ?? "") : reason instanceof Error ? reason.message : String(reason);
    this.failures.set(address, { functionName, address, code: String(code), message });
    return ErrorValueObject.create(code as ErrorType);
  }
}

function isFunctionError(value: unknown, pane: PaneWindow): value is FunctionError {
  // A pane that is being unloaded has lost its classes; an exception here would leave the calculation hanging.
  const errorClass: unknown = pane.CustomFunctions?.Error;
  return typeof errorClass === "function" && value instanceof errorClass;
}

/** As in Excel, an error among the arguments is the result. */
function firstError(value: BaseValueObject | undefined): BaseValueObject | null {
  if (value === undefined) return null;
  if (!value.isArray()) return value.isError() ? value : null;
  let error: BaseValueObject | null = null;
  (value as ArrayValueObject).iterator((cell) => {
    if (!cell?.isError()) return undefined;
    error = cell;
    return false;
  });
  return error;
}
