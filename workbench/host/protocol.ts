/**
 * The wire format between office.js and its host: one request per `context.sync()`, a list of actions over a
 * table of object paths. Names on the wire are the public member names with a capital first letter.
 */

/** An object of the host: `kind` is the name of its class in office.js, its members bear the public names. */
export interface HostObject {
  readonly kind: string;
  readonly id?: string | number;
}

export enum PathType {
  global = 1,
  newObject = 2,
  method = 3,
  property = 4,
  indexer = 5,
  reference = 6,
  nullObject = 7,
}

export enum ActionType {
  instantiate = 1,
  query = 2,
  method = 3,
  setProperty = 4,
  trace = 5,
  ensureUnchanged = 6,
  recursiveQuery = 7,
  update = 9,
}

export interface ArgumentInfo {
  Arguments?: unknown[] | null;
  ReferencedObjectPathIds?: (number | null)[] | null;
}

export interface ObjectPath {
  Id: number;
  ObjectPathType: PathType;
  Name: string;
  ParentObjectPathId: number;
  ArgumentInfo?: ArgumentInfo;
}

export interface QueryInfo {
  Select?: string[];
  Expand?: string[];
  Top?: number;
  Skip?: number;
}

export interface Action {
  Id: number;
  ActionType: ActionType;
  Name: string;
  ObjectPathId: number;
  ArgumentInfo?: ArgumentInfo;
  QueryInfo?: QueryInfo;
  ObjectState?: Record<string, unknown>;
}

export interface Request {
  Actions: Action[];
  ObjectPaths: Record<string, ObjectPath>;
}

export interface ActionResult {
  ActionId: number;
  Value: unknown;
}

export interface ErrorInfo {
  Code: string;
  Message: string;
  Location: string | null;
  ActionIndex: number;
  HttpStatusCode: number;
}

export interface Reply {
  Results: ActionResult[];
  Error?: ErrorInfo;
}

export const camel = (name: string): string =>
  name.startsWith("_") ? name : name.charAt(0).toLowerCase() + name.slice(1);

export const pascal = (name: string): string =>
  name.startsWith("_") ? name : name.charAt(0).toUpperCase() + name.slice(1);
