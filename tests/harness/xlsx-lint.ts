/**
 * Defects that the OOXML validator lets pass and Excel does not: it "repairs" such a file, which means it throws things
 * away. Reads the XML with plain expressions, on purpose unlike the reader that it helps to test.
 */
import { strFromU8, unzipSync } from "fflate";
import { parseArea } from "../../src/workbook/address";
import type { Area } from "../../src/workbook/grid";

type Parts = ReadonlyMap<string, string>;
type Attributes = Readonly<Record<string, string>>;

/** One sentence for each defect; [] for a sound file. */
export function lintXlsx(bytes: Uint8Array): string[] {
  const parts: Parts = new Map(
    Object.entries(unzipSync(bytes, { filter: ({ name }) => /\.(xml|rels)$/.test(name) })).map(([name, data]) => [
      name,
      strFromU8(data),
    ]),
  );
  const strings = elements(parts.get("xl/sharedStrings.xml") ?? "", "si").map(({ inner }) => textIn(inner));
  return [
    ...strings.filter((text) => text.length > 32_767).map((text) => `sharedStrings: text of ${text.length} characters`),
    ...lintWorkbook(parts.get("xl/workbook.xml") ?? ""),
    ...lintRelationships(parts),
    ...[...parts.keys()]
      .filter((name) => /^xl\/worksheets\/[^/]+\.xml$/.test(name))
      .flatMap((name) => lintSheet(name, parts, strings).map((defect) => `${name}: ${defect}`)),
  ];
}

const unescape = (text: string): string =>
  text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, "&");

const attributes = (tag: string): Attributes =>
  Object.fromEntries(
    [...tag.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, unescape(value)]),
  );

const elements = (xml: string, name: string): { attributes: Attributes; inner: string }[] =>
  [...xml.matchAll(new RegExp(`<${name}((?:\\s[^>]*?)?)(?:/>|>([\\s\\S]*?)</${name}>)`, "g"))].map(
    ([, tag = "", inner = ""]) => ({
      attributes: attributes(tag),
      inner,
    }),
  );

const textIn = (xml: string): string =>
  elements(xml, "t")
    .map(({ inner }) => unescape(inner))
    .join("");

const repeated = (values: readonly string[]): string[] => {
  const lower = values.map((value) => value.toLowerCase());
  return values.filter((_, index) => lower.indexOf(lower[index] ?? "") < index);
};

function lintWorkbook(xml: string): string[] {
  const sheets = elements(xml, "sheet").map((sheet) => sheet.attributes.name ?? "");
  const names = elements(xml, "definedName");
  const scoped = names.map(({ attributes: { name, localSheetId } }) => `${name} ${localSheetId ?? ""}`);
  return [
    ...repeated(sheets).map((name) => `sheet ${name} twice`),
    ...sheets
      .filter((name) => name === "" || name.length > 31 || /[[\]:*?/\\]|^'|'$/.test(name))
      .map((name) => `sheet name ${name}`),
    ...repeated(scoped).map((name) => `name ${name} twice`),
    ...names.flatMap(({ attributes: { name = "" }, inner }) => lintName(name, unescape(inner), sheets)),
  ];
}

function lintName(name: string, formula: string, sheets: readonly string[]): string[] {
  const isWord = /^(?:_xlnm\.)?[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name) && name.length <= 255;
  const isReference =
    /^[A-Za-z]{1,3}\d{1,7}$/.test(name) || /^[Rr](?:\d+)?(?:[Cc](?:\d+)?)?$|^[Cc](?:\d+)?$/.test(name);
  const targets = [...formula.matchAll(/(?:'((?:[^']|'')+)'|([^\s'!,(=]+))!/g)].map(
    ([, quoted, plain]) => quoted?.replace(/''/g, "'") ?? plain ?? "",
  );
  const needsQuotes = /(?:^|[,(=])[\p{L}\d_.]+ [\p{L}\d_. ]*!/u.test(formula);
  return [
    ...(isWord && !isReference ? [] : [`illegal name ${name}`]),
    ...targets.filter((target) => !sheets.includes(target)).map((target) => `name ${name}: no sheet ${target}`),
    ...(needsQuotes ? [`name ${name}: sheet name without quotes`] : []),
    ...lintFormula(formula, `name ${name}`),
  ];
}

/** Parentheses, braces and quotes that do not close, and formulas too long for a cell. */
function lintFormula(formula: string, where: string): string[] {
  const bare = formula.replace(/"(?:[^"]|"")*"/g, "").replace(/'(?:[^']|'')*'/g, "");
  const closes = (open: string, close: string): boolean => {
    let depth = 0;
    for (const letter of bare) {
      if (letter === open) depth++;
      if (letter === close && --depth < 0) return false;
    }
    return depth === 0;
  };
  const balanced = closes("(", ")") && closes("{", "}") && !/["']/.test(bare);
  return [
    ...(balanced ? [] : [`${where}: unbalanced formula ${formula}`]),
    ...(formula.length > 8192 ? [`${where}: formula of ${formula.length} characters`] : []),
    ...(/(?:^|[^\w.])SPBE\./i.test(bare) ? [`${where}: the add-in's function in a file`] : []),
  ];
}

/** Every r:id of a part has its relationship, and every relationship its part. */
function lintRelationships(parts: Parts): string[] {
  return [...parts].flatMap(([name, xml]) => {
    if (name.endsWith(".rels")) return [];
    const links = relationshipsOf(name, parts);
    const missing = links
      .filter(({ target, external }) => !external && !parts.has(target))
      .map(({ target }) => `${name}: no part ${target}`);
    const used = [...xml.matchAll(/\sr:(?:id|embed|link)="([^"]*)"/g)].map(([, id]) => id ?? "");
    const unknown = used
      .filter((id) => !links.some((link) => link.id === id))
      .map((id) => `${name}: no relationship ${id}`);
    return [...missing, ...unknown];
  });
}

function relationshipsOf(part: string, parts: Parts): { id: string; target: string; external: boolean }[] {
  const folder = part.slice(0, part.lastIndexOf("/") + 1);
  const xml = parts.get(`${folder}_rels/${part.slice(folder.length)}.rels`) ?? "";
  return elements(xml, "Relationship").map(({ attributes: { Id = "", Target = "", TargetMode } }) => ({
    id: Id,
    target: Target.startsWith("/") ? Target.slice(1) : new URL(Target, `file:///${folder}`).pathname.slice(1),
    external: TargetMode === "External",
  }));
}

interface Cell {
  readonly ref: string;
  readonly text: string;
}

function lintSheet(name: string, parts: Parts, strings: readonly string[]): string[] {
  const xml = parts.get(name) ?? "";
  const styles = parts.get("xl/styles.xml") ?? "";
  const formats = elements(/<cellXfs[\s\S]*?<\/cellXfs>/.exec(styles)?.[0] ?? "", "xf").length;
  const differential = elements(/<dxfs[\s\S]*?<\/dxfs>/.exec(styles)?.[0] ?? "", "dxf").length;
  const defects: string[] = [];
  const cells: Cell[] = [];
  for (const {
    attributes: { r = "", t, s },
    inner,
  } of elements(xml, "c")) {
    const value = elements(inner, "v")[0]?.inner ?? "";
    if (s !== undefined && Number(s) >= formats) defects.push(`${r}: no cell format ${s}`);
    if (t === "s" && strings[Number(value)] === undefined) defects.push(`${r}: no shared string ${value}`);
    const text = t === "s" ? (strings[Number(value)] ?? "") : t === "inlineStr" ? textIn(inner) : unescape(value);
    if (t !== "s" && text.length > 32_767) defects.push(`${r}: text of ${text.length} characters`);
    for (const formula of elements(inner, "f")) defects.push(...lintFormula(unescape(formula.inner), r));
    cells.push({ ref: r, text });
  }
  const rows = elements(xml, "row").map((row) => Number(row.attributes.r));
  const tables = relationshipsOf(name, parts).flatMap(({ target }) =>
    target.includes("/tables/") ? [parts.get(target) ?? ""] : [],
  );
  const tableParts = elements(xml, "tablePart").length;
  return [
    ...defects,
    ...repeated(cells.map(({ ref }) => ref)).map((ref) => `cell ${ref} twice`),
    ...rows.filter((row, index) => index > 0 && row <= (rows[index - 1] ?? 0)).map((row) => `row ${row} out of order`),
    ...(tables.length === tableParts ? [] : [`${tableParts} tables named, ${tables.length} related`]),
    ...tables.flatMap((table) => lintTable(table, cells)),
    ...elements(xml, "cfRule")
      .filter(({ attributes: { dxfId } }) => dxfId !== undefined && Number(dxfId) >= differential)
      .map(({ attributes: { dxfId } }) => `no conditional style ${dxfId}`),
    ...elements(xml, "cfRule").flatMap(({ inner }) =>
      elements(inner, "formula").flatMap((formula) => lintFormula(unescape(formula.inner), "conditional format")),
    ),
    ...elements(xml, "dataValidation").flatMap(lintValidation),
    ...lintMerges(elements(xml, "mergeCell").flatMap((merge) => parseArea(merge.attributes.ref ?? "") ?? [])),
    ...elements(xml, "oddFooter")
      .filter(({ inner }) => unescape(inner).length > 255)
      .map(({ inner }) => `footer of ${unescape(inner).length} characters`),
  ];
}

function lintTable(xml: string, cells: readonly Cell[]): string[] {
  const [table] = elements(xml, "table");
  const { displayName = "", ref = "" } = table?.attributes ?? {};
  const area = parseArea(ref);
  const columns = elements(xml, "tableColumn").map((column) =>
    (column.attributes.name ?? "").replace(/_x000a_/gi, "\n"),
  );
  if (!area) return [`table ${displayName}: range ${ref}`];
  const byRef = new Map(cells.map(({ ref: at, text }) => [at, text]));
  const headers = columns.map((_, index) => byRef.get(`${letters(area.left + index)}${area.top + 1}`));
  return [
    ...(area.right - area.left + 1 === columns.length
      ? []
      : [`table ${displayName}: ${columns.length} columns in ${ref}`]),
    ...(area.bottom > area.top ? [] : [`table ${displayName}: no rows`]),
    ...repeated(columns).map((column) => `table ${displayName}: column ${column} twice`),
    ...columns
      .filter((column, index) => headers[index] !== column)
      .map((column) => `table ${displayName}: header of ${column} differs`),
  ];
}

const letters = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26);

function lintValidation({
  attributes: { type, sqref, error = "", errorTitle = "", prompt = "", promptTitle = "" },
  inner,
}: {
  attributes: Attributes;
  inner: string;
}): string[] {
  const formulas = ["formula1", "formula2"].flatMap((name) => elements(inner, name).map((one) => unescape(one.inner)));
  const [list = ""] = formulas;
  return [
    // The limit is on the list without its quotes.
    ...(type === "list" && list.startsWith('"') && list.length - 2 > 255
      ? [`validation ${sqref}: list of ${list.length - 2}`]
      : []),
    ...formulas.flatMap((formula) => lintFormula(formula, `validation ${sqref}`)),
    ...[errorTitle, promptTitle]
      .filter((title) => title.length > 32)
      .map((title) => `validation ${sqref}: title ${title}`),
    ...[error, prompt].filter((text) => text.length > 255).map((text) => `validation ${sqref}: message ${text}`),
  ];
}

const overlap = (a: Area, b: Area): boolean =>
  a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;

const lintMerges = (merges: readonly Area[]): string[] =>
  merges.flatMap((area, index) =>
    merges.slice(0, index).some((other) => overlap(area, other)) ? [`merges overlap at row ${area.top + 1}`] : [],
  );
