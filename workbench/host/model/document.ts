import { HostError, notFound } from "../errors";
import type { HostContext } from "../context";
import type { HostObject } from "../protocol";
import { bag } from "./bag";
import { Collection } from "./collection";

interface Entry {
  key: string;
  value: unknown;
}

/** A key with a value inside a list of such; keys compare without case. */
class KeyValueCollection<E extends Entry> extends Collection<HostObject & { key: string; value: unknown }> {
  constructor(
    kind: string,
    private readonly itemKind: string,
    private readonly entries: E[],
    private readonly make: (key: string, value: unknown) => E,
  ) {
    super(kind, () => this.entries.map((entry) => this.item(entry)));
  }

  add(key: string, value: unknown): HostObject {
    const known = this.entries.find((entry) => entry.key.toLowerCase() === key.toLowerCase());
    if (known) {
      known.value = value;
      return this.item(known);
    }
    const entry = this.make(key, value);
    this.entries.push(entry);
    return this.item(entry);
  }

  deleteAll(): void {
    this.entries.length = 0;
  }

  private item(entry: E): HostObject & { key: string; value: unknown } {
    const remove = (): void => {
      const index = this.entries.indexOf(entry);
      if (index >= 0) this.entries.splice(index, 1);
    };
    return bag(this.itemKind, entry, () => undefined, { delete: remove, id: entry.key }) as HostObject & {
      key: string;
      value: unknown;
    };
  }
}

export const settingsOf = (host: HostContext): HostObject => {
  const collection = new KeyValueCollection("SettingCollection", "Setting", host.state.settings, (key, value) => ({
    key,
    value,
  }));
  return Object.assign(collection, {
    _RegisterSettingsChangedEvent: () => undefined,
    _UnregisterSettingsChangedEvent: () => undefined,
  });
};

export const sheetProperties = (entries: { key: string; value: string }[]): HostObject =>
  new KeyValueCollection("WorksheetCustomPropertyCollection", "WorksheetCustomProperty", entries, (key, value) => ({
    key,
    value: String(value),
  }));

export function documentProperties(host: HostContext): HostObject {
  const { properties, customProperties } = host.state;
  const custom = new KeyValueCollection(
    "CustomPropertyCollection",
    "CustomProperty",
    customProperties,
    (key, value) => ({
      key,
      value,
      type: typeof value === "number" ? "Number" : typeof value === "boolean" ? "Boolean" : "String",
    }),
  );
  return bag("DocumentProperties", properties, () => undefined, { custom });
}

const namespaceOf = (xml: string): string => /<[^?!][^>]*?\sxmlns="([^"]*)"/.exec(xml)?.[1] ?? "";

class CustomXmlPart implements HostObject {
  readonly kind = "CustomXmlPart";

  constructor(
    private readonly host: HostContext,
    readonly id: string,
  ) {}

  get namespaceUri(): string {
    return namespaceOf(this.getXml());
  }
  getXml(): string {
    const part = this.host.state.customXml.find(({ id }) => id === this.id);
    if (part === undefined) throw notFound();
    return part.xml;
  }
  setXml(xml: string): void {
    const part = this.host.state.customXml.find(({ id }) => id === this.id);
    if (part === undefined) throw notFound();
    part.xml = xml;
  }
  delete(): void {
    const { customXml } = this.host.state;
    const index = customXml.findIndex(({ id }) => id === this.id);
    if (index < 0) throw notFound();
    customXml.splice(index, 1);
  }
}

/** All parts, or those of one namespace. */
export class CustomXmlParts extends Collection<CustomXmlPart> {
  constructor(
    private readonly host: HostContext,
    namespace: string | null = null,
  ) {
    super(namespace === null ? "CustomXmlPartCollection" : "CustomXmlPartScopedCollection", () =>
      host.state.customXml
        .filter(({ xml }) => namespace === null || namespaceOf(xml) === namespace)
        .map(({ id }) => new CustomXmlPart(host, id)),
    );
  }

  add(xml: string): CustomXmlPart {
    const id = `{${this.host.newId("xml").toUpperCase()}}`;
    this.host.state.customXml.push({ id, xml });
    return new CustomXmlPart(this.host, id);
  }
  getByNamespace(namespace: string): CustomXmlParts {
    return new CustomXmlParts(this.host, namespace);
  }
  getOnlyItem(): CustomXmlPart {
    const [only, ...others] = this.items;
    if (only === undefined) throw notFound();
    if (others.length > 0) throw new HostError("GeneralException", "There is more than one item in the collection.");
    return only;
  }
  getOnlyItemOrNullObject(): CustomXmlPart | null {
    const { items } = this;
    return items.length === 1 ? (items[0] ?? null) : null;
  }
}
