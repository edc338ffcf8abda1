import type { Assessment } from "../../assessment/assessment";
import { indexDocument } from "../../assessment/index-document";
import { roundHalfUp, type Ratio } from "../../assessment/ratio";
import { indicatorsOf, levelsOf, scoreOf, type Score } from "../../assessment/score";
import type { Locale } from "../../locale";
import { localDecimal } from "../../locale";
import { type Answer, EXIT } from "../answer";
import { readAssessmentFile } from "../input";
import { table } from "../table";
import { say } from "../texts";

export interface IndexOptions {
  readonly instrument?: string;
}

/** `spbe index FILE`: the exact index and what it is made of. */
export async function indexCommand(file: string, options: IndexOptions, locale: Locale): Promise<Answer> {
  const assessment = await readAssessmentFile(file, options.instrument);
  return { document: indexDocument(assessment), lines: indexLines(assessment, locale), exitCode: EXIT.fine };
}

const decimalText = (value: Ratio, locale: Locale): string => localDecimal(roundHalfUp(value, 2), locale);

/** Index and predicate in one line; while anything is missing, the lower bound and how much is answered. */
export function indexLine({ instrument }: Assessment, score: Score, locale: Locale): string {
  const total = indicatorsOf(instrument).length;
  const known = { indexName: instrument.indexName, index: decimalText(score.index, locale) };
  return score.predicate
    ? say(locale, "cli.index.line", { ...known, predicate: score.predicate.name })
    : say(locale, "cli.index.incomplete", { ...known, done: total - score.missing.length, total });
}

/** Index and predicate, then domains and aspects. */
export function indexLines(assessment: Assessment, locale: Locale): string[] {
  const score = scoreOf(assessment.instrument, levelsOf(assessment));
  const differs =
    score.predicateOfRounded && score.predicateOfRounded !== score.predicate
      ? [say(locale, "cli.index.differs", { rounded: score.predicateOfRounded.name })]
      : [];
  const parts = table(
    ["", say(locale, "cli.heading.part"), `>${say(locale, "cli.heading.value")}`],
    [
      ...score.domains.map(({ domain, value }) => [`D${domain.number}`, domain.name, decimalText(value, locale)]),
      ...score.aspects.map(({ aspect, value }) => [`A${aspect.number}`, aspect.name, decimalText(value, locale)]),
    ],
  );
  return [indexLine(assessment, score, locale), ...differs, "", ...parts];
}
