import type { Locale } from "@/domain/vocabulary";

/** A moment as its day in UTC, in words. */
export const dayWords = (moment: Date, locale: Locale): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" }).format(moment);
