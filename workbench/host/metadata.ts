import { readFileSync } from "node:fs";

/** The shape of one class of the Excel API, as the client itself declares it. */
export interface ClassShape {
  /** Properties that hold plain values. */
  scalars: string[];
  /** Properties that hold objects, by wire name. */
  navigation: Record<string, string>;
  methods: string[];
}

export type Metadata = Record<string, ClassShape>;

/** The file of the office.js package that the metadata is read from, relative to the package's folder. */
export const METADATA_SOURCE = "dist/excel-win32-16.01.debug.js";

const CLASS =
  /\n {4}var (\w+) = \(function \(_super\) \{\r?\n {8}__extends\(\1, _super\);([\s\S]*?)\n {4}\}\(([\w.]+)\)\);/g;

/**
 * Reads the classes of the Excel API out of the client's own readable build.
 * @param debugFile path of excel-win32-16.01.debug.js
 */
export function readMetadata(debugFile: string): Metadata {
  const source = readFileSync(debugFile, "utf8");
  const metadata: Metadata = {};
  for (const [, name, body, base] of source.matchAll(CLASS)) {
    if (name === undefined || body === undefined || !base?.endsWith("ClientObject")) continue;
    metadata[name] = readClass(body);
  }
  return metadata;
}

function readClass(body: string): ClassShape {
  const declared = /"_scalarPropertyNames", \{\s*get: function \(\) \{\s*return (\[[^\]]*\])/.exec(body)?.[1];
  const navigation: Record<string, string> = {};
  for (const [, type, member] of body.matchAll(/_createPropertyObject\(\w+\.(\w+), this, "(\w+)"/g)) {
    if (type !== undefined && member !== undefined) navigation[member] = type;
  }
  const methods = new Set<string>();
  for (const [, member] of body.matchAll(/_createMethodObject\(\w+\.\w+, this, "(\w+)"/g))
    if (member) methods.add(member);
  for (const [, member] of body.matchAll(/_invokeMethod\(this, "(\w+)"/g)) if (member) methods.add(member);
  if (/_createIndexerObject\(/.test(body)) methods.add("GetItem");
  return {
    scalars: declared === undefined ? [] : (JSON.parse(declared) as string[]),
    navigation,
    methods: [...methods],
  };
}
