import type { Locale } from "@/domain/vocabulary";
import en from "./desk.en.json";
import fr from "./desk.fr.json";

/** The words of the editors' desk, apart from the readers' so that their pages never carry them. English sets the keys. */
export type DeskMessages = typeof en;

const byLocale: Record<Locale, DeskMessages> = { fr, en };

export const deskMessagesOf = (locale: Locale): DeskMessages => byLocale[locale];
