import { corrupt } from "./refusal";

/** What needs a second look: an entity, or a character that XML does not allow. */
 
const CARE = /[&\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
const NAMED: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

/** Text or an attribute's value as it is meant. Refuses what no XML parser may accept: unknown entities, control characters. */
export function decodeXml(raw: string): string {
  if (!CARE.test(raw)) return raw;
  const text = raw.replace(/&([^;&]{0,12})(;?)/g, (whole, entity: string, end: string) => {
    const character = end ? (NAMED.get(entity) ?? fromNumber(entity)) : null;
    if (character === null) throw corrupt(`entity ${whole}`);
    return character;
  });
   
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(text)) throw corrupt("control character");
  return text;
}

function fromNumber(entity: string): string | null {
  const match = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(entity);
  if (!match) return null;
  const code = match[1] ? parseInt(match[1], 16) : Number(match[2]);
  const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : null;
}

/** A cell's text: _x0041_ stands for a character that the writer could not spell otherwise; line ends become one kind. */
export function cellText(text: string): string {
  const spelled = text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : text;
  return spelled.includes("\r") ? spelled.replace(/\r\n?/g, "\n") : spelled;
}

/**
 * A copy that does not keep the part's whole text alive: engines keep a cut-out text as a view into the text that it was
 * cut from, and one cell would hold on to half a megabyte.
 */
export const detached = (text: string): string => (text.length < 13 ? text : ` ${text}`.slice(1));
