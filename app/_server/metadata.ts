import type { Metadata } from "next";
import type { Localized } from "@/domain/figure";
import { isLocale } from "@/domain/locale";
import { locales } from "@/domain/vocabulary";

/** Title, description and the same page in the other language. `path` is the address without its language. */
export function pageMetadata(
  locale: string,
  path: string,
  title?: Localized | null,
  description?: Localized | null,
): Metadata {
  if (!isLocale(locale)) return {};
  return {
    ...(title ? { title: title[locale] } : {}),
    ...(description ? { description: description[locale].slice(0, 300) } : {}),
    alternates: { languages: Object.fromEntries(locales.map((one) => [one, `/${one}${path}`])) },
  };
}
