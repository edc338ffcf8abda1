import type { Locale } from "../locale";
import { CommandProblem } from "./answer";
import { say, type CliKey } from "./texts";

/** How the texts of options become numbers; what is none ends the command with a sentence that names it. */
export interface OptionValues {
  /** A whole number from 1 up. */
  readonly count: (text: string) => number;
  /** Whole numbers, separated by commas, semicolons or blanks. */
  readonly counts: (text: string) => readonly number[];
  /** A year of four digits. */
  readonly year: (text: string) => number;
}

export function optionValues(locale: Locale): OptionValues {
  const whole = (pattern: RegExp, key: CliKey) => (text: string) => {
    if (pattern.test(text.trim())) return Number(text);
    throw new CommandProblem({ code: "USAGE", params: { detail: say(locale, key, { word: text }) } });
  };
  const count = whole(/^[1-9]\d{0,3}$/, "cli.usage.count");
  return {
    count,
    counts: (text) =>
      text
        .split(/[,;\s]+/)
        .filter(Boolean)
        .map(count),
    year: whole(/^[12]\d{3}$/, "cli.usage.year"),
  };
}

/** The language of a call: "--lang en" or "--lang=en", the last one counts. */
export const localeOf = (args: readonly string[]): Locale => {
  const named = args.flatMap((arg, at) =>
    arg === "--lang" ? (args[at + 1] ?? "") : (/^--lang=(.*)$/.exec(arg)?.[1] ?? []),
  );
  return named.at(-1) === "en" ? "en" : "id";
};
