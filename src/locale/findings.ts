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
  const texts: Texts = locale === "id" ? id : en;
  const key = `finding.${finding.code}${finding.variant === "" ? "" : `.${finding.variant}`}`;
  const params = Object.fromEntries(
    Object.entries(finding.params).map(([name, value]) => [name, localValue(name, value, locale, texts)]),
  );
  return {
    message: fill(texts[`${key}.message`] ?? key, params),
    advice: fill(texts[`${key}.advice`] ?? "", params),
  };
}

/** Days are ISO texts in parameters whose name ends in "date"; `parts` are ids of the catalogue. */
function localValue(name: string, value: string | number, locale: Locale, texts: Texts): string {
  if (typeof value === "number") return localDecimal(String(value), locale);
  if (/date$/i.test(name) && /^\d{4}-\d{2}-\d{2}$/.test(value)) return localDate(value, locale);
  if (name !== "parts") return value;
  return value
    .split(", ")
    .map((part) => texts[`finding.part.${part}`] ?? part)
    .join(", ");
}

type Texts = Readonly<Record<string, string>>;
