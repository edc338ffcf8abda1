import { corrupt } from "./refusal";

const NAMED: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

/** Text or an attribute's value as it is meant. Refuses what no XML parser may accept: an entity that is not known. */
export function decodeXml(raw: string): string {
  if (!raw.includes("&")) return raw;
  return raw.replace(/&([^;&]{0,12})(;?)/g, (whole, entity: string, end: string) => {
    const character = end ? (NAMED.get(entity) ?? fromNumber(entity)) : null;
    if (character === null) throw corrupt(`entity ${whole}`);
    return character;
  });
}

function fromNumber(entity: string): string | null {
  const match = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(entity);
  if (!match) return null;
  const code = match[1] ? parseInt(match[1], 16) : Number(match[2]);
  const isCharacter =
    (code >= 0x20 || code === 9 || code === 10 || code === 13) &&
    code <= 0x10ffff &&
    !(code >= 0xd800 && code <= 0xdfff) &&
    (code & 0xfffe) !== 0xfffe;
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
