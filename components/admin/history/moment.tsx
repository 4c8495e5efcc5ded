import type { Locale } from "@/domain/vocabulary";

/** A moment in UTC, in words: "13 Feb 2025, 14:05 UTC". */
export const momentWords = (moment: Date, locale: Locale): string =>
  `${new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: "UTC",
  }).format(moment)} UTC`;
