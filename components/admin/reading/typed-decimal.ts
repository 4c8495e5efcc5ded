import type { Locale } from "@/domain/vocabulary";

/**
 * A number as typed, on its way to a decimal string: spaces are left out, and the decimal comma of French becomes a
 * point. An empty box is null, never zero; what is no number stays as typed, to be found wrong and not lost.
 */
export function typedDecimal(typed: string, locale: Locale): string | null {
  const plain = typed.replace(/[\s\u00a0\u202f]/g, "");
  if (plain === "") return null;
  return locale === "fr" ? plain.replace(",", ".") : plain.replace(/,(?=\d{3}(\D|$))/g, "");
}
