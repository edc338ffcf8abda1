import type { Locale } from "../locale";

const KEY = "spbe.locale";

/** Bahasa Indonesia unless Excel speaks English. */
export const localeOf = (displayLanguage: string | undefined): Locale =>
  /^en\b/i.test(displayLanguage ?? "") ? "en" : "id";

/** The language that the person chose in the pane, or null. Some hosts refuse storage; then it is simply not remembered. */
export function rememberedLocale(): Locale | null {
  try {
    const value = localStorage.getItem(KEY);
    return value === "id" || value === "en" ? value : null;
  } catch {
    return null;
  }
}

export function rememberLocale(locale: Locale): void {
  try {
    localStorage.setItem(KEY, locale);
  } catch {
    // Not remembered; the choice still holds until the pane is reloaded.
  }
}
