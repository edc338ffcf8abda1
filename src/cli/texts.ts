import { fill, type Locale, type MessageParams } from "../locale";
import { cli as english } from "../locale/en/cli";
import { excel as englishExcel } from "../locale/en/excel";
import { files as englishFiles } from "../locale/en/files";
import { plan as englishPlan } from "../locale/en/plan";
import { cli as indonesian } from "../locale/id/cli";
import { excel as indonesianExcel } from "../locale/id/excel";
import { files as indonesianFiles } from "../locale/id/files";
import { plan as indonesianPlan } from "../locale/id/plan";
import type { Problem } from "../locale/problem";

export type CliKey = keyof typeof indonesian;

/** Every area whose problems can end a command. */
const MESSAGES: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  id: { ...indonesianExcel, ...indonesianFiles, ...indonesianPlan, ...indonesian },
  en: { ...englishExcel, ...englishFiles, ...englishPlan, ...english },
};

/** A text of the command in the language asked for. */
export const say = (locale: Locale, key: CliKey, params?: MessageParams): string =>
  fill(MESSAGES[locale][key] ?? key, params);

/** What happened, what was kept and what to do, a line each; a sentence that the catalogue does not have is left out. */
export function problemLines({ code, params }: Problem, locale: Locale): string[] {
  const lines = ["what", "kept", "next"].map((part) => MESSAGES[locale][`problem.${code}.${part}`]);
  return lines.filter((line) => line !== undefined).map((line) => fill(line, params));
}
