import { LIMITS } from "./limits";
import { Refusal } from "./refusal";
import { cellText, detached } from "./xml-text";
import type { Tag, XmlSink } from "./xml";

/** The texts that cells name by number: rich text joined, phonetic readings left out. */
export class SharedStrings implements XmlSink {
  readonly texts: string[] = [];
  wantsText = false;
  private current = "";
  private phonetic = 0;

  open(name: string, _tag: Tag, depth: number): void {
    if (name === "t") this.wantsText = this.phonetic === 0;
    else if (name === "rPh") this.phonetic = depth;
    else if (name === "si" && depth === 2) this.current = "";
  }

  close(name: string, depth: number): void {
    if (name === "t") this.wantsText = false;
    else if (name === "rPh") this.phonetic = 0;
    else if (name === "si" && depth === 2) {
      if (this.texts.length >= LIMITS.sharedStrings)
        throw new Refusal("TOO_LARGE", "shared strings", { limit: LIMITS.sharedStrings });
      this.texts.push(detached(cellText(this.current)));
    }
  }

  text(text: string): void {
    this.current += text;
    if (this.current.length > LIMITS.text) throw new Refusal("TOO_LARGE", "text", { limit: LIMITS.text });
  }
}
