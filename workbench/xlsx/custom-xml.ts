import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** The add-in's own XML parts lie in the package where no spreadsheet library looks. */
const PART = /^customXml\/item(\d+)\.xml$/;
const RELATIONSHIPS = "xl/_rels/workbook.xml.rels";
const TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml";

export function readCustomXml(file: Uint8Array): { id: string; xml: string }[] {
  const parts = unzipSync(file, { filter: ({ name }) => PART.test(name) });
  return Object.entries(parts).map(([name, bytes]) => ({
    id: `{${name.replace(PART, "XML-$1")}}`,
    xml: strFromU8(bytes),
  }));
}

export function writeCustomXml(file: Uint8Array, xml: string[]): Uint8Array {
  if (xml.length === 0) return file;
  const parts = unzipSync(file);
  const relationships = parts[RELATIONSHIPS];
  if (relationships === undefined) throw new Error("the package has no workbook relationships");
  let links = "";
  xml.forEach((text, index) => {
    const name = `customXml/item${index + 1}.xml`;
    parts[name] = strToU8(text);
    links += `<Relationship Id="rIdXml${index + 1}" Type="${TYPE}" Target="../${name}"/>`;
  });
  parts[RELATIONSHIPS] = strToU8(strFromU8(relationships).replace("</Relationships>", `${links}</Relationships>`));
  return zipSync(parts);
}
