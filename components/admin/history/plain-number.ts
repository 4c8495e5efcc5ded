import type { Locale } from "@/domain/vocabulary";

/** A decimal as it is typed, with the comma of French; what is no number stays as it is. */
export const plainNumber = (value: string | null, locale: Locale): string | null =>
  value !== null && locale === "fr" ? value.replace(".", ",") : value;
