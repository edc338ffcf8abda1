/**
 * Small packages made by hand: each spells something that real writers spell differently, or that nobody but an attacker
 * writes. Made anew in each run; nothing of it is kept in the repository.
 */
import { constants, deflateRawSync } from "node:zlib";
import { strToU8, zipSync, type Zippable } from "fflate";
import { crc32 } from "../../src/files/crc32";
import type { RefusalCode } from "../../src/files/refusal";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main";
const STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export interface Parts {
  rows?: string;
  strict?: boolean;
  absolute?: boolean;
  properties?: string;
  names?: string;
  strings?: string;
  styles?: string;
  after?: string;
  before?: string;
}

/** The parts of a workbook with one sheet "Data". */
export function parts(options: Parts = {}): Record<string, string> {
  const main = options.strict ? STRICT_MAIN : MAIN;
  const office = options.strict ? STRICT_OFFICE : OFFICE;
  const root = options.absolute ? "/xl/" : "";
  const link = (id: number, type: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${office}/${type}" Target="${target}"/>`;
  const links = (inner: string): string =>
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${inner}</Relationships>`;
  return {
    "[Content_Types].xml": `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    "_rels/.rels": links(link(1, "officeDocument", options.absolute ? "/xl/workbook.xml" : "xl/workbook.xml")),
    "xl/workbook.xml": `${HEAD}<workbook xmlns="${main}" xmlns:r="${office}">${options.properties ?? ""}<sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets>${options.names ?? ""}</workbook>`,
    "xl/_rels/workbook.xml.rels": links(
      link(1, "worksheet", `${root}worksheets/sheet1.xml`) +
        (options.strings ? link(2, "sharedStrings", "sharedStrings.xml") : "") +
        (options.styles ? link(3, "styles", "styles.xml") : ""),
    ),
    "xl/worksheets/sheet1.xml": `${HEAD}<worksheet xmlns="${main}" xmlns:r="${office}">${options.before ?? ""}<sheetData>${options.rows ?? STANDARD}</sheetData>${options.after ?? ""}</worksheet>`,
    ...(options.strings ? { "xl/sharedStrings.xml": `${HEAD}<sst xmlns="${main}">${options.strings}</sst>` } : {}),
    ...(options.styles ? { "xl/styles.xml": options.styles } : {}),
  };
}

export const pack = (files: Readonly<Record<string, string | Uint8Array>>, level: 0 | 1 | 6 = 6): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, data]) => [name, typeof data === "string" ? strToU8(data) : data]),
    ) as Zippable,
    { level },
  );

/** The first cell of nearly every file, and the second is 3. */
export const TEXT = "Aspek & Ténggat";
const ESCAPED = "Aspek &amp; Ténggat";
export const inline = (cell: string, text: string): string =>
  `<c r="${cell}" t="inlineStr"><is><t>${text}</t></is></c>`;
const STANDARD = `<row r="1">${inline("A1", ESCAPED)}<c r="B1"><v>3</v></c></row>`;
const row = (more: string): string => `<row r="1">${inline("A1", ESCAPED)}<c r="B1"><v>3</v></c>${more}</row>`;

export const DATE_STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="170" formatCode="[$-421]dd\\ mmmm\\ yyyy;@"/><numFmt numFmtId="171" formatCode="&quot;hari&quot;\\ 0.00"/></numFmts><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="4"><xf/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="170" applyNumberFormat="1"/><xf numFmtId="171" applyNumberFormat="1"/></cellXfs></styleSheet>`;

const editSheet = (edit: (xml: string) => string | Uint8Array, options: Parts = {}): Uint8Array => {
  const files: Record<string, string | Uint8Array> = parts(options);
  return pack({ ...files, "xl/worksheets/sheet1.xml": edit(String(files["xl/worksheets/sheet1.xml"])) });
};

const without = (...names: string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(parts()).filter(([name]) => !names.includes(name)));

const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le"));

/** Unusual but meant: A1 is TEXT and B1 is 3. */
export const READABLE: Readonly<Record<string, () => Uint8Array>> = {
  "inline strings": () => pack(parts()),
  "inline rich text": () =>
    pack(
      parts({
        rows: `<row r="1"><c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t xml:space="preserve">Aspek &amp; </t></r><r><t>Ténggat</t></r><rPh sb="0" eb="1"><t>FONETIK</t></rPh></is></c><c r="B1"><v>3</v></c></row>`,
      }),
    ),
  "shared rich text with phonetic readings": () =>
    pack(
      parts({
        rows: `<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1"><v>3</v></c></row>`,
        strings: `<si><t>lain</t></si><si><r><t xml:space="preserve">Aspek &amp; </t></r><r><t>Ténggat</t></r><rPh sb="0" eb="1"><t>FONETIK</t></rPh></si>`,
      }),
    ),
  "a macro workbook": () => pack({ ...parts(), "xl/vbaProject.bin": new Uint8Array([1, 2, 3]) }),
  "strict OOXML": () => pack(parts({ strict: true })),
  "absolute targets": () => pack(parts({ absolute: true })),
  "no cell references": () =>
    pack(parts({ rows: `<row><c t="inlineStr"><is><t>${ESCAPED}</t></is></c><c><v>3</v></c></row>` })),
  "prefixed namespaces": () => {
    const prefixed = (xml: string): string =>
      xml.replace(/<(\/?)(\w+)(?=[\s>/])/g, "<$1x:$2").replace(' xmlns="', ' xmlns:x="');
    const files = parts();
    return pack({
      ...files,
      "xl/workbook.xml": prefixed(files["xl/workbook.xml"] ?? ""),
      "xl/worksheets/sheet1.xml": prefixed(files["xl/worksheets/sheet1.xml"] ?? ""),
      "_rels/.rels": prefixed(files["_rels/.rels"] ?? ""),
    });
  },
  "backslashes in part names": () =>
    pack(Object.fromEntries(Object.entries(parts()).map(([name, xml]) => [name.replace(/\//g, "\\"), xml]))),
  "byte order marks": () =>
    pack(Object.fromEntries(Object.entries(parts()).map(([name, xml]) => [name, `\ufeff${xml}`]))),
  "UTF-16": () => editSheet((xml) => utf16(xml.replace("UTF-8", "UTF-16"))),
  "single quotes and blanks": () =>
    editSheet((xml) =>
      xml.replace(/<row/g, "\n  <row").replace(/<c /g, "\n    <c\t").replace(/"/g, "'").replace(/'>/g, "' >"),
    ),
  "CDATA and comments": () =>
    pack(
      parts({
        rows: `<!-- <c r="Z9"><v>7</v></c> --><row r="1"><c r="A1" t="inlineStr"><is><t><![CDATA[Aspek & ]]>T&#233;ng<!-- x -->gat</t></is></c><c r="B1"><v>3</v></c></row>`,
      }),
    ),
  "stored, not packed": () => pack(parts(), 0),
  "a name called __proto__": () =>
    pack(
      parts({
        names:
          '<definedNames><definedName name="__proto__">Data!$A$1</definedName><definedName name="constructor">Data!$B$1</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">Data!$A$1:$B$2</definedName></definedNames>',
      }),
    ),
  "a cell in the last corner": () =>
    pack(parts({ rows: `${STANDARD}<row r="1048576"><c r="XFD1048576"><v>9</v></c></row>` })),
  "100,000 styled blank rows": () => {
    const blank = Array.from(
      { length: 100_000 },
      (_, n) => `<row r="${n + 2}"><c r="A${n + 2}" s="1"/><c r="B${n + 2}" s="1"/></row>`,
    );
    return pack(parts({ styles: DATE_STYLES, rows: STANDARD + blank.join("") }));
  },
  "a cell where an extension uses the same words": () =>
    pack(
      parts({
        rows: row('<ext><c r="A1"><v>99</v></c></ext>'),
        after: '<extLst><ext><sheetData><row r="1"><c r="B1"><v>77</v></c></row></sheetData></ext></extLst>',
      }),
    ),
  "no [Content_Types] and no package relationships": () => {
    return pack(without("[Content_Types].xml", "_rels/.rels"));
  },
};

const replaceAll = (
  bytes: Uint8Array,
  name: string,
  edit: (view: DataView, header: number, central: boolean) => void,
) => {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  const at = Buffer.from(copy);
  for (let i = at.indexOf(name); i >= 0; i = at.indexOf(name, i + 1)) {
    if (i >= 30 && view.getUint32(i - 30, true) === 0x04034b50) edit(view, i - 30, false);
    if (i >= 46 && view.getUint32(i - 46, true) === 0x02014b50) edit(view, i - 46, true);
  }
  return copy;
};
const SHEET = "xl/worksheets/sheet1.xml";

interface Entry {
  readonly name: string;
  readonly packed: Uint8Array;
  /** What the directory claims. */
  readonly size: number;
  readonly crc?: number;
}

/** A package whose directory claims what it likes. */
function claim(entries: readonly Entry[]): Uint8Array {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, packed, size, crc = 0 } of entries) {
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(8, 8);
    header.writeUInt32LE(crc, 14);
    header.writeUInt32LE(packed.length, 18);
    header.writeUInt32LE(size, 22);
    header.writeUInt16LE(name.length, 26);
    const listed = Buffer.alloc(46);
    listed.writeUInt32LE(0x02014b50, 0);
    header.copy(listed, 6, 4, 30);
    listed.writeUInt32LE(offset, 42);
    local.push(header, Buffer.from(name), Buffer.from(packed));
    central.push(listed, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(Buffer.concat(central).length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...local, ...central, end]));
}

/** A workbook whose sheet unpacks to `megabytes` of blanks and claims `size` bytes. */
function bomb(megabytes: number, size = megabytes << 20): Uint8Array {
  // One packed megabyte, ended by a flush, may be repeated as often as one likes.
  const blanks = deflateRawSync(Buffer.alloc(1 << 20, 32), { finishFlush: constants.Z_FULL_FLUSH });
  const end = Buffer.from([3, 0]);
  const packed = Buffer.concat([...Array.from({ length: megabytes }, () => blanks), end]);
  const others = Object.entries(parts()).filter(([name]) => name !== SHEET);
  return claim([
    ...others.map(([name, xml]) => {
      const bytes = strToU8(xml);
      return { name, packed: deflateRawSync(bytes), size: bytes.length, crc: crc32(bytes) };
    }),
    { name: SHEET, packed, size },
  ]);
}

/** The old container with the names of its streams in UTF-16. */
const ole = (...names: string[]): Uint8Array => {
  const bytes = Buffer.alloc(8192);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(bytes);
  names.forEach((name, index) => bytes.write(`${name}\0`, 1024 + 128 * index, "utf16le"));
  return new Uint8Array(bytes);
};

const text = (content: string): Uint8Array => strToU8(content);
const entity = (name: string, of: string): string => `<!ENTITY ${name} "${`&${of};`.repeat(10)}">`;

/** What is refused, and with which code. */
export const REFUSED: Readonly<Record<string, readonly [RefusalCode, () => Uint8Array]>> = {
  "nothing at all": ["EMPTY", () => new Uint8Array()],
  "a workbook with a password": ["ENCRYPTED", () => ole("EncryptionInfo", "EncryptedPackage")],
  "a workbook of Excel 97": ["LEGACY_XLS", () => ole("Root Entry", "Workbook")],
  "a workbook of Excel 95": ["LEGACY_XLS", () => ole("Root Entry", "Book")],
  "an old Word document": ["NOT_WORKBOOK", () => ole("Root Entry", "WordDocument")],
  "a web page called .xls": ["HTML", () => text("<html><table><tr><td>Aspek</td><td>3</td></tr></table></html>")],
  "a web page in UTF-16": ["HTML", () => utf16("<!DOCTYPE html><html></html>")],
  "a web archive": ["HTML", () => text("MIME-Version: 1.0\nContent-Type: text/html\n\n<html></html>")],
  "a CSV called .xlsx": ["CSV", () => text("no;tingkat\r\n1;3\r\n2;4\r\n")],
  "the XML of Excel 2003": [
    "NOT_WORKBOOK",
    () => text('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
  ],
  "a PDF": ["NOT_WORKBOOK", () => text("%PDF-1.7\n%âãÏÓ\n1 0 obj")],
  "an OpenDocument sheet": [
    "ODS",
    () =>
      pack({
        mimetype: "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": "<x/>",
        "META-INF/manifest.xml": "<x/>",
      }),
  ],
  "a Word document": ["NOT_WORKBOOK", () => pack({ "word/document.xml": "<w/>", "[Content_Types].xml": "<Types/>" })],
  "a binary workbook": ["XLSB", () => pack({ "xl/workbook.bin": "x", "[Content_Types].xml": "<Types/>" })],
  "a zipped folder": ["ARCHIVE", () => pack({ "kirim/Dinas.xlsx": "x" })],
  "a part with a zip password": [
    "ENCRYPTED",
    () => replaceAll(pack(parts()), SHEET, (view, at, central) => view.setUint16(at + (central ? 8 : 6), 1, true)),
  ],
  "the first 70 %": ["TRUNCATED", () => pack(parts()).subarray(0, 800)],
  "flipped bits": [
    "CORRUPT",
    () => {
      const bytes = pack(parts(), 0);
      const at = Buffer.from(bytes).indexOf("<v>3</v>") + 3;
      bytes[at] = 52;
      return bytes;
    },
  ],
  "1 GB of blanks": ["ZIP_BOMB", () => bomb(1024)],
  "4 GB of blanks that claim to be 1,000 bytes": ["CORRUPT", () => bomb(4096, 1000)],
  "more unpacked than any workbook": ["TOO_LARGE", () => tooLarge()],
  "a part larger than any sheet": [
    "TOO_LARGE",
    () => claim([{ name: "a", packed: new Uint8Array(1 << 20), size: 200 << 20 }]),
  ],
  "more parts than any workbook": [
    "TOO_LARGE",
    () => pack({ ...parts(), ...Object.fromEntries(Array.from({ length: 5_000 }, (_, n) => [`p${n}`, ""])) }, 0),
  ],
  "entities that grow": [
    "DTD_REFUSED",
    () =>
      editSheet((xml) =>
        xml
          .replace(
            HEAD,
            `<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa">${entity("b", "a")}${entity("c", "b")}${entity("d", "c")}]>`,
          )
          .replace(ESCAPED, "&d;"),
      ),
  ],
  "an entity from outside": [
    "DTD_REFUSED",
    () =>
      editSheet((xml) =>
        xml.replace(HEAD, '<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]>').replace(ESCAPED, "&a;"),
      ),
  ],
  "an unknown entity": ["CORRUPT", () => pack(parts({ rows: row(inline("C1", "&nbsp;")) }))],
  "a control character": ["CORRUPT", () => pack(parts({ rows: row(inline("C1", "a\u000bb")) }))],
  "a control character by number": ["CORRUPT", () => pack(parts({ rows: row(inline("C1", "a&#11;b")) }))],
  "tags out of order": ["CORRUPT", () => pack(parts({ rows: '<row r="1"><c r="A1"><v>3</c></v></row>' }))],
  "an attribute without quotes": ["CORRUPT", () => pack(parts({ rows: '<row r=1><c r="A1"><v>3</v></c></row>' }))],
  "a sheet that ends early": ["CORRUPT", () => editSheet((xml) => xml.slice(0, xml.indexOf("</sheetData>")))],
  "two roots": ["CORRUPT", () => editSheet((xml) => `${xml}<worksheet/>`)],
  "another encoding than it says": ["CORRUPT", () => editSheet((xml) => xml.replace("UTF-8", "ISO-8859-1"))],
  "bytes that are no UTF-8": [
    "CORRUPT",
    () => editSheet((xml) => new Uint8Array(Buffer.from(xml.replace(ESCAPED, "T\u00e9"), "latin1"))),
  ],
  "a shared string that is not there": [
    "CORRUPT",
    () => pack(parts({ rows: '<row r="1"><c r="A1" t="s"><v>7</v></c></row>' })),
  ],
  "one cell twice": ["CORRUPT", () => pack(parts({ rows: row('<c r="A1"><v>4</v></c>') }))],
  "a cell in another row than it says": ["CORRUPT", () => pack(parts({ rows: row('<c r="C7"><v>4</v></c>') }))],
  "a cell called __proto__1": ["CORRUPT", () => pack(parts({ rows: row(inline("__proto__1", "x")) }))],
  "a column beyond the last": ["CORRUPT", () => pack(parts({ rows: row('<c r="XFE1"><v>4</v></c>') }))],
  "a row beyond the last": [
    "CORRUPT",
    () => pack(parts({ rows: '<row r="1048577"><c r="A1048577"><v>4</v></c></row>' })),
  ],
  "one part twice": ["CORRUPT", () => pack({ ...parts(), "XL/Worksheets/Sheet1.xml": parts()[SHEET] ?? "" })],
  "a name that the local header spells otherwise": [
    "CORRUPT",
    () =>
      replaceAll(pack(parts()), SHEET, (view, at, central) => {
        if (!central) view.setUint8(at + 30, 121);
      }),
  ],
  "a sheet without its part": [
    "CORRUPT",
    () => {
      return pack(without(SHEET));
    },
  ],
  "a workbook without sheets": [
    "NOT_WORKBOOK",
    () => pack({ ...parts(), "xl/workbook.xml": `${HEAD}<workbook xmlns="${MAIN}"><sheets/></workbook>` }),
  ],
  "a million cells and more": ["TOO_LARGE", () => pack(parts({ rows: manyCells(100_001, 10) }), 1)],
  "a last column in every row": ["TOO_LARGE", () => pack(parts({ rows: lastColumns(2_000) }))],
  "a text of a million letters": ["TOO_LARGE", () => pack(parts({ rows: row(inline("C1", "kata ".repeat(200_000))) }))],
  "elements nested without end": [
    "CORRUPT",
    () => editSheet((xml) => xml.replace("<sheetData>", `${"<a>".repeat(10_000)}<sheetData>`)),
  ],
};

const tooLarge = (): Uint8Array => {
  const packed = new Uint8Array(1 << 20);
  return claim(["a", "b"].map((name) => ({ name, packed, size: 190 << 20 })));
};

const manyCells = (rows: number, columns: number): string =>
  Array.from({ length: rows }, (_, r) => {
    const cells = Array.from(
      { length: columns },
      (_, c) => `<c r="${String.fromCharCode(65 + c)}${r + 1}"><v>${(r * 7919 + c) % 99991}</v></c>`,
    );
    return `<row r="${r + 1}">${cells.join("")}</row>`;
  }).join("");

const lastColumns = (rows: number): string =>
  Array.from(
    { length: rows },
    (_, r) => `<row r="${r + 1}"><c r="XFD${r + 1}"><v>${(r * 7919) % 9973}</v></c></row>`,
  ).join("");
