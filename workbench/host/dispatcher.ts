import { HostError, invalidArgument, notImplemented } from "./errors";
import type { ClassShape, Metadata } from "./metadata";
import {
  type Action,
  ActionType,
  type ArgumentInfo,
  camel,
  type ErrorInfo,
  type HostObject,
  type ObjectPath,
  pascal,
  PathType,
  type QueryInfo,
  type Reply,
  type Request,
} from "./protocol";

/** What the host wants to do around reads and writes. */
export interface DispatcherHooks {
  /** Awaited before a property is read, so that pending writes and calculations it depends on are finished. */
  beforeRead(kind: string, property: string): Promise<void>;
}

type Resolve = (pathId: number) => Promise<unknown>;

const EMPTY: ClassShape = { scalars: [], navigation: {}, methods: [] };

/** The client sends some properties of a sheet under an older name than it reads them by. */
const WRITTEN_AS: Record<string, string> = { Gridlines: "ShowGridlines", Headings: "ShowHeadings" };

/** Members that the protocol itself needs and that the client's classes do not all declare. */
const PROTOCOL_MEMBERS = new Set(["getItem", "getItemAt", "getItemOrNullObject", "getCount"]);

const isHostObject = (value: unknown): value is HostObject =>
  typeof value === "object" && value !== null && typeof (value as { kind?: unknown }).kind === "string";

const itemsOf = (object: HostObject): HostObject[] | undefined => {
  const items: unknown = Reflect.get(object, "items");
  return Array.isArray(items) ? items : undefined;
};

/**
 * Excel's rich-API protocol. It knows neither Excel nor the engine: it walks any object model whose objects carry
 * `kind` and whose members bear the public names, and it opens only members that the client's metadata lists.
 */
export class Dispatcher {
  /** Objects that the client keeps over several requests (ranges above all), by reference id. */
  readonly references = new Map<string, HostObject>();
  private readonly referenceIds = new WeakMap<HostObject, string>();
  private lastReference = 0;

  constructor(
    private readonly root: HostObject,
    private readonly metadata: Metadata,
    private readonly services: Record<string, HostObject>,
    private readonly hooks: DispatcherHooks,
  ) {}

  /** Runs the actions in order; the first that fails ends the request, what ran before it stays done. */
  async process(request: Request): Promise<Reply> {
    const seen = new Map<number, unknown>();
    const resolve: Resolve = async (id) => {
      if (!seen.has(id)) seen.set(id, await this.follow(request.ObjectPaths[id], resolve));
      return seen.get(id);
    };
    const reply: Reply = { Results: [] };
    for (const [index, action] of request.Actions.entries()) {
      try {
        reply.Results.push({ ActionId: action.Id, Value: await this.act(action, resolve) });
      } catch (error) {
        reply.Error = errorInfo(error, index);
        return reply;
      }
    }
    return reply;
  }

  private async follow(path: ObjectPath | undefined, resolve: Resolve): Promise<unknown> {
    if (path === undefined) throw invalidArgument("unknown object path");
    const parent = (): Promise<unknown> => resolve(path.ParentObjectPathId);
    switch (path.ObjectPathType) {
      case PathType.global:
        return this.root;
      case PathType.newObject: {
        const service = this.services[path.Name];
        if (service === undefined) throw notImplemented(path.Name);
        return service;
      }
      case PathType.method:
        return this.call(await parent(), path.Name, await this.values(path.ArgumentInfo, resolve));
      case PathType.property: {
        const owner = await parent();
        return owner == null ? null : this.property(owner as HostObject, path.Name);
      }
      case PathType.indexer:
        return this.call(await parent(), "GetItem", await this.values(path.ArgumentInfo, resolve));
      case PathType.reference: {
        const object = this.references.get(path.Name);
        if (object === undefined)
          throw new HostError("InvalidReference", "This reference is not valid for the current operation.");
        return object;
      }
      case PathType.nullObject:
        return null;
      default:
        throw notImplemented(`object path type ${String(path.ObjectPathType)}`);
    }
  }

  private async act(action: Action, resolve: Resolve): Promise<unknown> {
    if (action.ActionType === ActionType.trace || action.ActionType === ActionType.ensureUnchanged) return null;
    const object = (await resolve(action.ObjectPathId)) as HostObject | null;
    // A null object (…OrNullObject) answers null to everything; the client turns that into isNullObject.
    if (object == null) return null;
    switch (action.ActionType) {
      case ActionType.instantiate:
        return this.identity(object);
      case ActionType.query:
      case ActionType.recursiveQuery:
        return this.query(object, action.QueryInfo ?? {});
      case ActionType.method:
        return this.invoke(object, action, resolve);
      case ActionType.setProperty:
        return this.assign(object, action.Name, (await this.values(action.ArgumentInfo, resolve))[0]);
      case ActionType.update:
        for (const [name, value] of Object.entries(action.ObjectState ?? {})) {
          this.assign(object, name, await this.value(value, resolve));
        }
        return null;
      default:
        throw notImplemented(`action type ${String(action.ActionType)}`);
    }
  }

  private async invoke(object: HostObject, action: Action, resolve: Resolve): Promise<unknown> {
    const values = await this.values(action.ArgumentInfo, resolve);
    if (action.Name === "_KeepReference") return this.keep(object) && null;
    if (action.Name === "_RemoveReference") return this.references.delete(String(values[0])) && null;
    const result = await this.call(object, action.Name, values);
    return isHostObject(result) ? this.identity(result) : (result ?? null);
  }

  private async values(info: ArgumentInfo | undefined, resolve: Resolve): Promise<unknown[]> {
    const values: unknown[] = [];
    for (const [index, value] of (info?.Arguments ?? []).entries()) {
      const path = info?.ReferencedObjectPathIds?.[index];
      values.push(path ? await resolve(path) : await this.value(value, resolve));
    }
    return values;
  }

  private async value(value: unknown, resolve: Resolve): Promise<unknown> {
    if (typeof value !== "object" || value === null || !("_ObjectPathId" in value)) return value;
    return resolve(Number(value._ObjectPathId));
  }

  /** Whether the class of `object` has this member in the real API: the host's own helpers stay out of reach. */
  private declares(object: HostObject, wireName: string): boolean {
    const shape = this.metadata[object.kind] ?? EMPTY;
    if (wireName.startsWith("_") || PROTOCOL_MEMBERS.has(camel(wireName)) || !this.metadata[object.kind]) return true;
    return wireName in shape.navigation || shape.methods.includes(wireName) || shape.scalars.includes(camel(wireName));
  }

  private async call(object: unknown, name: string, values: unknown[]): Promise<unknown> {
    if (object == null) return null;
    const owner = object as HostObject;
    const method: unknown = this.declares(owner, name) ? Reflect.get(owner, camel(name)) : undefined;
    if (typeof method !== "function") throw notImplemented(`${owner.kind}.${camel(name)}()`);
    // The client sends null for what the caller has left out.
    const given = values.map((value) => (value === null ? undefined : value));
    return (await Reflect.apply(method, owner, given)) as unknown;
  }

  private property(owner: HostObject, name: string): unknown {
    const value: unknown = this.declares(owner, name) ? Reflect.get(owner, camel(name)) : undefined;
    if (value === undefined) throw notImplemented(`${owner.kind}.${camel(name)}`);
    return value;
  }

  private assign(object: HostObject, sentName: string, value: unknown): null {
    const wireName = WRITTEN_AS[sentName] ?? sentName;
    const name = camel(wireName);
    const member = `${object.kind}.${name}`;
    const descriptor = this.declares(object, wireName) ? findDescriptor(object, name) : undefined;
    if (descriptor === undefined) throw notImplemented(member);
    if (descriptor.set === undefined && descriptor.writable !== true) {
      throw new HostError("InvalidArgument", `${member} is read-only`, member);
    }
    Reflect.set(object, name, value);
    return null;
  }

  private keep(object: HostObject): string {
    const known = this.referenceIds.get(object) ?? `{${++this.lastReference}}`;
    this.referenceIds.set(object, known);
    this.references.set(known, object);
    return known;
  }

  private identity(object: HostObject): Record<string, unknown> {
    const identity: Record<string, unknown> = {};
    if (object.id !== undefined) identity.Id = object.id;
    if (object.kind === "Range" || object.kind === "RangeAreas") identity._ReferenceId = this.keep(object);
    return identity;
  }

  private async query(object: HostObject, query: QueryInfo): Promise<Record<string, unknown>> {
    const expanded = (query.Expand ?? []).map((path) => (path.includes("/") ? path : `${path}/*`));
    const paths = [...(query.Select ?? []), ...expanded];
    if (paths.length === 0) paths.push("*");
    const items = itemsOf(object);
    return items === undefined ? this.queryObject(object, paths) : this.queryItems(object, items, paths, query);
  }

  private async queryItems(
    object: HostObject,
    items: HostObject[],
    paths: string[],
    query: QueryInfo,
  ): Promise<Record<string, unknown>> {
    const own = paths.filter((path) => this.scalar(object, path) !== undefined);
    const result: Record<string, unknown> = {};
    for (const path of own) result[pascal(path)] = await this.read(object, path);
    const each = paths.filter((path) => !own.includes(path)).map((path) => path.replace(/^items\/?/i, "") || "*");
    if (each.length === 0) return result;
    const first = query.Skip ?? 0;
    const page = items.slice(first, query.Top == null ? undefined : first + query.Top);
    const answers: Record<string, unknown>[] = [];
    for (const [index, item] of page.entries())
      answers.push({ ...(await this.query(item, { Select: each })), _Index: first + index });
    result._Items = answers;
    return result;
  }

  private async queryObject(object: HostObject, paths: string[]): Promise<Record<string, unknown>> {
    const shape = this.metadata[object.kind] ?? EMPTY;
    const result = this.identity(object);
    const nested = new Map<string, string[]>();
    for (const path of paths) {
      const [head = "", ...rest] = path.split("/");
      if (head === "*") {
        for (const name of shape.scalars) {
          if (name.startsWith("_") || !(name in object)) continue;
          const value = await this.read(object, name);
          if (value !== undefined) result[pascal(name)] = value;
        }
        continue;
      }
      const navigation = Object.keys(shape.navigation).find((name) => name.toLowerCase() === head.toLowerCase());
      if (navigation !== undefined) {
        nested.set(navigation, [...(nested.get(navigation) ?? []), rest.join("/") || "*"]);
        continue;
      }
      const name = this.scalar(object, head);
      if (name === undefined)
        throw new HostError("InvalidArgument", `${object.kind} has no property '${head}'`, `${object.kind}.load`);
      const value = await this.read(object, name);
      if (value === undefined) throw notImplemented(`${object.kind}.${name}`);
      result[pascal(name)] = value;
    }
    for (const [navigation, select] of nested) {
      const child = this.property(object, navigation);
      result[navigation] = child === null ? null : await this.query(child as HostObject, { Select: select });
    }
    return result;
  }

  private scalar(object: HostObject, name: string): string | undefined {
    return (this.metadata[object.kind] ?? EMPTY).scalars.find((known) => known.toLowerCase() === name.toLowerCase());
  }

  private async read(object: HostObject, name: string): Promise<unknown> {
    await this.hooks.beforeRead(object.kind, name);
    return Reflect.get(object, name);
  }
}

function findDescriptor(object: object, name: string): PropertyDescriptor | undefined {
  for (let owner: object | null = object; owner !== null; owner = Object.getPrototypeOf(owner) as object | null) {
    const descriptor = Object.getOwnPropertyDescriptor(owner, name);
    if (descriptor !== undefined) return descriptor;
  }
  return undefined;
}

/** An error of the host keeps its code; anything else is a fault of the host and says where. */
export function errorInfo(error: unknown, actionIndex: number): ErrorInfo {
  const known = error instanceof HostError;
  const message = error instanceof Error ? (known ? error.message : (error.stack ?? error.message)) : String(error);
  return {
    Code: known ? error.code : "GeneralException",
    Message: message,
    Location: known ? error.location : null,
    ActionIndex: actionIndex,
    HttpStatusCode: 400,
  };
}
