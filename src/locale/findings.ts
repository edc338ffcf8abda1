import { fill, localDate, localDecimal, type Locale } from ".";
import { findings as en } from "./en/findings";
import { findings as id } from "./id/findings";

/** What the sentences need of a finding. */
export interface FindingFacts {
  readonly code: string;
  readonly variant: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** A finding in words: what does not hold, and the next step. */
export interface FindingText {
  readonly message: string;
  readonly advice: string;
}

export function findingText(finding: FindingFacts, locale: Locale): FindingText {
  const texts: Readonly<Record<string, string>> = locale === "id" ? id : en;
  const key = `finding.${finding.code}${finding.variant === "" ? "" : `.${finding.variant}`}`;
  const params = Object.fromEntries(
    Object.entries(finding.params).map(([name, value]) => [name, localValue(name, value, locale)]),
  );
  return {
    message: fill(texts[`${key}.message`] ?? key, params),
    advice: fill(texts[`${key}.advice`] ?? "", params),
  };
}

/** Days are ISO texts in parameters whose name ends in "date". */
const localValue = (name: string, value: string | number, locale: Locale): string =>
  typeof value === "number"
    ? localDecimal(String(value), locale)
    : /date$/i.test(name)
      ? localDate(value, locale)
      : value;
