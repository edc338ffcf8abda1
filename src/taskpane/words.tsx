import { createContext, Fragment, useContext, type ReactNode } from "react";
import type { Ratio } from "../assessment/ratio";
import { roundHalfUp } from "../assessment/ratio";
import { fill, localDate, localDecimal, type Locale, type MessageParams } from "../locale";
import type { Problem } from "../locale/problem";
import type { evidence } from "../locale/id/evidence";
import { pane } from "../locale/id/pane";
import type { planning } from "../locale/id/planning";
import type { returns } from "../locale/id/returns";

export type Key = keyof typeof pane | keyof typeof planning | keyof typeof returns | keyof typeof evidence;
/** Every sentence that the pane can show, its own and those that come with problems and summaries from below. */
export type Messages = Readonly<Record<string, string>>;

/** How one language writes what the pane shows. */
export interface Words {
  readonly locale: Locale;
  readonly t: (key: Key, params?: MessageParams) => string;
  /** Like `t`; what stands between ** is strong. */
  readonly rich: (key: Key, params?: MessageParams) => ReactNode;
  /** A message of another area by its key, or the key itself where no language has it. */
  readonly say: (key: string, params?: MessageParams) => string;
  readonly number: (value: Ratio, places?: number) => string;
  /** Index points with their sign, four places: "+0,0250", "−0,0130", "0,0000". */
  readonly points: (value: Ratio) => string;
  readonly decimal: (text: string) => string;
  readonly level: (level: number | null) => string;
  /** Hundredths of a percent: 250 → "2,50%"; without trailing zeros where `short`. */
  readonly percent: (weight: number, short?: boolean) => string;
  readonly date: (iso: string) => string;
  readonly time: (iso: string) => string;
  readonly problem: (problem: Problem) => { readonly what: string; readonly kept: string; readonly next: string };
  readonly list: (items: readonly (string | number)[]) => string;
}

const TIME: Readonly<Record<Locale, string>> = { id: "id-ID", en: "en-GB" };

export function wordsOf(locale: Locale, messages: Messages): Words {
  const say = (key: string, params?: MessageParams): string => fill(messages[key] ?? key, params);
  const optional = (key: string, params: MessageParams): string =>
    Object.hasOwn(messages, key) ? say(key, params) : "";
  const decimal = (text: string): string => localDecimal(text, locale);
  return {
    locale,
    say,
    t: say,
    decimal,
    rich: (key, params) =>
      (messages[key] ?? key)
        .split("**")
        .map((part, i) => (
          <Fragment key={i}>{i % 2 ? <strong>{fill(part, params)}</strong> : fill(part, params)}</Fragment>
        )),
    number: (value, places = 2) => decimal(roundHalfUp(value, places)),
    points: (value) => {
      const size = decimal(roundHalfUp({ ...value, numerator: Math.abs(value.numerator) }, 4));
      if (value.numerator === 0) return size;
      return `${value.numerator < 0 ? "−" : "+"}${size}`;
    },
    level: (level) => (level === null ? "–" : decimal(String(level))),
    percent: (weight, short = false) =>
      `${decimal(short ? String(weight / 100) : `${Math.floor(weight / 100)}.${String(weight % 100).padStart(2, "0")}`)}%`,
    date: (iso) => localDate(iso, locale),
    time: (iso) =>
      new Intl.DateTimeFormat(TIME[locale], { hour: "2-digit", minute: "2-digit", hour12: false }).format(
        new Date(iso),
      ),
    problem: ({ code, params }) => ({
      what: Object.hasOwn(messages, `problem.${code}.what`)
        ? say(`problem.${code}.what`, params)
        : say("error.unknown.what", { code }),
      kept: optional(`problem.${code}.kept`, params),
      next: optional(`problem.${code}.next`, params),
    }),
    list: (items) =>
      new Intl.ListFormat(TIME[locale], { style: "long", type: "conjunction" }).format(
        items.map((item) => String(item)),
      ),
  };
}

const WordsContext = createContext<Words>(wordsOf("id", pane));
export const WordsProvider = WordsContext.Provider;
export const useWords = (): Words => useContext(WordsContext);
