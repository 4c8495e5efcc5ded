import { notFound } from "next/navigation";
import { isLocale } from "@/domain/locale";
import type { Locale } from "@/domain/vocabulary";

/** The language of the address. The proxy lets no other through; a page asked past it does not exist. */
export function readLocale(segment: string): Locale {
  if (!isLocale(segment)) notFound();
  return segment;
}
