/**
 * Every sentence that a person reads, in two languages. Each area is a pair of files with the same keys
 * (id/<area>.ts is the source, en/<area>.ts must match it); a test fails on a key that is missing or unused.
 * Values are texts with {placeholders}.
 */
export type Locale = "id" | "en";

/** The message type of an area: every key of the Indonesian file, as plain texts. */
export type Catalogue<T extends object> = { readonly [K in keyof T]: string };

export type MessageParams = Readonly<Record<string, string | number>>;

/**
 * A message with its placeholders filled; a placeholder without a value stays visible, so that tests and people see it.
 * `{n}` is the value; `{n|file|files}` is the first word when the value is 1 and else the second.
 */
export function fill(template: string, params: MessageParams = {}): string {
  return template.replace(
    /\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g,
    (whole, name: string, one?: string, many?: string) => {
      if (!Object.hasOwn(params, name)) return whole;
      if (one === undefined) return String(params[name]);
      return String(params[name]) === "1" ? one : (many ?? "");
    },
  );
}

const NUMBER_LOCALE: Readonly<Record<Locale, string>> = { id: "id-ID", en: "en-US" };

/** Decimal text with a point ("2.15") as the language writes it ("2,15"). */
export const localDecimal = (decimal: string, locale: Locale): string =>
  locale === "id" ? decimal.replace(".", ",") : decimal;

/** An ISO day ("2023-11-21") as the language writes it ("21 November 2023"). */
export function localDate(iso: string, locale: Locale): string {
  return new Intl.DateTimeFormat(NUMBER_LOCALE[locale], {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(new Date(`${iso.slice(0, 10)}T00:00:00Z`));
}
