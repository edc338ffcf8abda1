/**
 * A streaming XML scanner for the parts of a workbook. Written out because it was measured: with saxes, which builds an
 * object of every tag, unpacking and parsing alone take about twice as long as the whole guarded read does with this
 * (bench/read.ts prints both). It keeps saxes' guards: one root, tags that close in order, quoted attributes, known
 * entities, no document type (control characters: control-characters.ts); and adds limits on depth, tags and text.
 * Names are handed on without their prefix, so that any binding of the namespace reads the same.
 */
import { LIMITS } from "./limits";
import { Refusal, corrupt } from "./refusal";
import { decodeXml } from "./xml-text";

export interface XmlSink {
  /** `depth` of the root is 1. The tag is valid only during the call. */
  open(name: string, tag: Tag, depth: number): void;
  close(name: string, depth: number): void;
  /** Whether text is to be handed on now. */
  readonly wantsText: boolean;
  /** A piece of text, decoded. */
  text(text: string): void;
  /** May take whole elements that begin at `at` by itself; answers where they end, or `at` when it takes none. */
  leap?(source: string, at: number): number;
}

const GT = 62;
const SLASH = 47;
const EQUALS = 61;
const QUOTE = 34;
const APOSTROPHE = 39;
const INCOMPLETE = -1;

const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;

/** The attributes of the tag at hand: places in the text, decoded only when asked for. */
export class Tag {
  private source = "";
  private places = new Int32Array(64);
  private used = 0;

  /** The value of the attribute, or null. */
  get(name: string): string | null {
    const at = this.find(name, false);
    return at < 0 ? null : this.valueAt(at);
  }

  /** The same, whatever the attribute's prefix. */
  getLocal(name: string): string | null {
    const at = this.find(name, true);
    return at < 0 ? null : this.valueAt(at);
  }

  isTrue(name: string): boolean {
    const value = this.get(name);
    return value === "1" || value === "true";
  }

  private find(name: string, anyPrefix: boolean): number {
    const { places, source, used } = this;
    for (let at = 0; at < used; at += 4) {
      const end = places[at + 1] as number;
      const start = end - name.length;
      const from = places[at] as number;
      if (start === from || (anyPrefix && start > from && source[start - 1] === ":"))
        if (source.startsWith(name, start)) return at;
    }
    return -1;
  }

  private valueAt(at: number): string {
    const raw = this.source.slice(this.places[at + 2], this.places[at + 3]);
    if (raw.includes("<")) throw corrupt("< in an attribute");
    return decodeXml(raw);
  }

  /** Reads the attributes from `at`; answers where the tag's ">" or "/>" begins, or INCOMPLETE. */
  read(source: string, at: number): number {
    this.source = source;
    this.used = 0;
    for (let i = at; ;) {
      const before = i;
      while (isSpace(source.charCodeAt(i))) i++;
      if (i >= source.length) return INCOMPLETE;
      const code = source.charCodeAt(i);
      if (code === GT || code === SLASH) return i;
      if (i === before) throw corrupt("attributes without a blank between");
      const start = i;
      const equals = source.indexOf("=", i);
      if (equals < 0) return INCOMPLETE;
      let end = equals;
      while (isSpace(source.charCodeAt(end - 1))) end--;
      i = equals + 1;
      while (isSpace(source.charCodeAt(i))) i++;
      if (i >= source.length) return INCOMPLETE;
      const quote = source.charCodeAt(i);
      if (quote !== QUOTE && quote !== APOSTROPHE) throw corrupt("attribute without quotes");
      const close = source.indexOf(quote === QUOTE ? '"' : "'", i + 1);
      if (close < 0) return INCOMPLETE;
      if (end <= start || end - start > 200) throw corrupt("attribute name");
      this.keep(start, end, i + 1, close);
      i = close + 1;
    }
  }

  private keep(start: number, end: number, from: number, to: number): void {
    if (this.used === this.places.length) {
      const wider = new Int32Array(this.used * 2);
      wider.set(this.places);
      this.places = wider;
    }
    const { places, used } = this;
    places[used] = start;
    places[used + 1] = end;
    places[used + 2] = from;
    places[used + 3] = to;
    this.used = used + 4;
  }
}

export class XmlScanner {
  private pending = "";
  private readonly names: string[] = [];
  private readonly tag = new Tag();
  private rootSeen = false;

  constructor(private readonly sink: XmlSink) {}

  /** The next piece of the document. Throws a Refusal on anything that is not well-formed. */
  push(chunk: string, last: boolean): void {
    const source = this.pending === "" ? chunk : this.pending + chunk;
    const done = this.scan(source);
    this.pending = done === source.length ? "" : source.slice(done);
    if (this.pending.length > LIMITS.tag) throw corrupt("endless markup");
    if (!last) return;
    if (this.pending.trim() !== "" || this.names.length > 0 || !this.rootSeen) throw corrupt("XML ends early");
  }

  /** Answers up to where the text is understood. */
  private scan(source: string): number {
    let at = 0;
    for (;;) {
      const start = source.indexOf("<", at);
      if (start < 0) return at;
      if (start > at) this.between(source, at, start);
      const leapt = this.sink.leap?.(source, start) ?? start;
      const end = leapt > start ? leapt : this.markup(source, start);
      if (end === INCOMPLETE) return start;
      at = end;
    }
  }

  private between(source: string, from: number, to: number): void {
    if (this.sink.wantsText) {
      if (to - from > LIMITS.text) throw new Refusal("TOO_LARGE", "text");
      this.sink.text(decodeXml(source.slice(from, to)));
    } else if (this.names.length === 0 && source.slice(from, to).trim() !== "") {
      if (this.rootSeen || source.slice(from, to) !== "\ufeff") throw corrupt("text outside the root");
    }
  }

  private markup(source: string, start: number): number {
    const code = source.charCodeAt(start + 1);
    if (code === SLASH) return this.closeTag(source, start);
    if (code === 33) return this.declaration(source, start);
    if (code === 63) return this.instruction(source, start);
    return this.openTag(source, start);
  }

  private openTag(source: string, start: number): number {
    let end = start + 1;
    for (; end < source.length; end++) {
      const code = source.charCodeAt(end);
      if (code === GT || code === SLASH || isSpace(code)) break;
      if (code === 60 || code === EQUALS || code === QUOTE) throw corrupt("tag name");
    }
    if (end >= source.length) return INCOMPLETE;
    if (end === start + 1) throw corrupt("tag without a name");
    const closing = this.tag.read(source, end);
    if (closing === INCOMPLETE) return INCOMPLETE;
    const empty = source.charCodeAt(closing) === SLASH;
    if (empty && closing + 1 >= source.length) return INCOMPLETE;
    if (empty && source.charCodeAt(closing + 1) !== GT) throw corrupt("/ in a tag");
    if (this.names.length === 0 && this.rootSeen) throw corrupt("two roots");
    this.rootSeen = true;
    const name = source.slice(start + 1, end);
    const depth = this.names.push(name);
    if (depth > LIMITS.depth) throw corrupt("nested too deep");
    const local = localName(name);
    this.sink.open(local, this.tag, depth);
    if (empty) {
      this.names.pop();
      this.sink.close(local, depth);
    }
    return closing + (empty ? 2 : 1);
  }

  private closeTag(source: string, start: number): number {
    const end = source.indexOf(">", start + 2);
    if (end < 0) return INCOMPLETE;
    const depth = this.names.length;
    const name = this.names.pop();
    const exact = name !== undefined && source.startsWith(name, start + 2);
    if (!exact || (end !== start + 2 + name.length && source.slice(start + 2 + name.length, end).trim() !== ""))
      throw corrupt("tags close out of order");
    this.sink.close(localName(name), depth);
    return end + 1;
  }

  /** A comment or a CDATA section; anything else that begins with "<!" declares a document type. */
  private declaration(source: string, start: number): number {
    if (source.startsWith("<!--", start)) return after(source, "-->", start + 4);
    if (source.startsWith("<![CDATA[", start)) {
      const end = source.indexOf("]]>", start);
      if (end < 0) return INCOMPLETE;
      if (this.names.length === 0) throw corrupt("CDATA outside the root");
      if (this.sink.wantsText) this.sink.text(decodeXml(source.slice(start + 9, end).replace(/&/g, "&amp;")));
      return end + 3;
    }
    if ("<![CDATA[".startsWith(source.slice(start)) || "<!--".startsWith(source.slice(start))) return INCOMPLETE;
    throw new Refusal("DTD_REFUSED", source.slice(start, start + 20));
  }

  /** A processing instruction. The text has been decoded by now: a declared encoding must be the one that was. */
  private instruction(source: string, start: number): number {
    const end = source.indexOf("?>", start);
    if (end < 0) return INCOMPLETE;
    const encoding = /^<\?xml\s[^>]*encoding\s*=\s*["']([^"']*)/i.exec(source.slice(start, end))?.[1];
    if (encoding !== undefined && !/^(?:utf-?8|utf-?16(?:le|be)?|us-ascii)$/i.test(encoding))
      throw corrupt(`encoding ${encoding}`);
    return end + 2;
  }
}

function after(source: string, mark: string, from: number): number {
  const at = source.indexOf(mark, from);
  return at < 0 ? INCOMPLETE : at + mark.length;
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}
