import type { Locale } from "@/domain/vocabulary";

/** A moment as its day in UTC, in words: "13 Feb 2025". */
export const dayWords = (moment: Date, locale: Locale): string =>
  new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, {
    dateStyle: "medium",
    timeZone: "UTC",
  }).format(moment);
