import { indexDocument } from "../../assessment/index-document";
import { roundHalfUp } from "../../assessment/ratio";
import { indicatorsOf, levelsOf, scoreOf } from "../../assessment/score";
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

/** Index and predicate in one line, then domains and aspects. */
export function indexLines(assessment: Parameters<typeof indexDocument>[0], locale: Locale): string[] {
  const { instrument } = assessment;
  const score = scoreOf(instrument, levelsOf(assessment));
  const decimal = (value: Parameters<typeof roundHalfUp>[0]): string => localDecimal(roundHalfUp(value, 2), locale);
  const total = indicatorsOf(instrument).length;
  const first = score.predicate
    ? say(locale, "cli.index.line", {
        indexName: instrument.indexName,
        index: decimal(score.index),
        predicate: score.predicate.name,
      })
    : say(locale, "cli.index.incomplete", {
        indexName: instrument.indexName,
        index: decimal(score.index),
        done: total - score.missing.length,
        total,
      });
  const differs =
    score.predicateOfRounded && score.predicateOfRounded !== score.predicate
      ? [say(locale, "cli.index.differs", { rounded: score.predicateOfRounded.name })]
      : [];
  const parts = table(
    ["", say(locale, "cli.heading.part"), `>${say(locale, "cli.heading.value")}`],
    [
      ...score.domains.map(({ domain, value }) => [`D${domain.number}`, domain.name, decimal(value)]),
      ...score.aspects.map(({ aspect, value }) => [`A${aspect.number}`, aspect.name, decimal(value)]),
    ],
  );
  return [first, ...differs, "", ...parts];
}
