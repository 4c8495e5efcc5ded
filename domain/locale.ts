import { type Locale, locales } from "./vocabulary";

export const isLocale = (word: unknown): word is Locale => locales.includes(word as Locale);

export const otherLocale = (locale: Locale): Locale => (locale === "fr" ? "en" : "fr");

/**
 * The language to greet a reader in, by the `Accept-Language` of RFC 9110 §12.5.4: the highest weight wins, the
 * earlier of two equals; English where none is ours.
 */
export function preferredLocale(acceptLanguage: string | null): Locale {
  const wanted = (acceptLanguage ?? "")
    .slice(0, 500)
    .split(",")
    .map((part, position) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const weight = parameters.map((one) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(one)?.[1]).find(Boolean);
      return { language: tag.trim().toLowerCase().split("-")[0], weight: Number(weight ?? 1), position };
    })
    .filter(({ language, weight }) => isLocale(language) && weight > 0)
    .sort((a, b) => b.weight - a.weight || a.position - b.position);
  return isLocale(wanted[0]?.language) ? wanted[0].language : "en";
}
