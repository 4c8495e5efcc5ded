import type { Locale } from "@/domain/vocabulary";
import en from "./imports.en.json";
import fr from "./imports.fr.json";

/** The words of the pages that bring whole tables in. English sets the keys. */
export type ImportMessages = typeof en;

const byLocale: Record<Locale, ImportMessages> = { fr, en };

export const importMessagesOf = (locale: Locale): ImportMessages => byLocale[locale];
