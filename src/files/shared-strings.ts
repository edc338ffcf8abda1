import { LIMITS } from "./limits";
import { Refusal } from "./refusal";
import { cellText, decodeXml, detached } from "./xml-text";
import type { Tag, XmlSink } from "./xml";

/** The texts that cells name by number: rich text joined, phonetic readings left out. */
export class SharedStrings implements XmlSink {
  readonly texts: string[] = [];
  wantsText = false;
  private current = "";
  private phonetic = 0;
  private inText = false;

  open(name: string, _tag: Tag, depth: number): void {
    if (name === "t") this.wantsText = this.phonetic === 0;
    else if (name === "rPh") this.phonetic = depth;
    else if (name === "si" && depth === 2) {
      this.inText = true;
      this.current = "";
    }
  }

  /** Plain texts as nearly every writer spells them, `<si><t>Tata kelola</t></si>`, one after the other. */
  leap(source: string, at: number): number {
    if (this.inText) return at;
    for (let start = at; ;) {
      const from = source.startsWith(PLAIN, start)
        ? start + PLAIN.length
        : source.startsWith(KEEPING, start)
          ? start + KEEPING.length
          : -1;
      const to = from < 0 ? -1 : source.indexOf("<", from);
      if (to < 0 || !source.startsWith(END, to)) return start;
      this.keep(decodeXml(source.slice(from, to)));
      start = to + END.length;
    }
  }

  close(name: string, depth: number): void {
    if (name === "t") this.wantsText = false;
    else if (name === "rPh") this.phonetic = 0;
    else if (name === "si" && depth === 2) {
      this.inText = false;
      this.keep(this.current);
    }
  }

  text(text: string): void {
    this.current += text;
    if (this.current.length > LIMITS.text) throw new Refusal("TOO_LARGE", "text");
  }

  private keep(text: string): void {
    const { texts } = this;
    if (texts.length >= LIMITS.sharedStrings || text.length > LIMITS.text)
      throw new Refusal("TOO_LARGE", "shared strings");
    texts.push(detached(cellText(text)));
  }
}

const PLAIN = "<si><t>";
const KEEPING = '<si><t xml:space="preserve">';
const END = "</t></si>";
