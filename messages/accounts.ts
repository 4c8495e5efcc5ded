import type { Locale } from "@/domain/vocabulary";
import en from "./accounts.en.json";
import fr from "./accounts.fr.json";

/** The words of signing in and of accounts, apart from the readers' so that their pages never carry them. */
export type AccountsMessages = typeof en;

const byLocale: Record<Locale, AccountsMessages> = { fr, en };

export const accountsMessagesOf = (locale: Locale): AccountsMessages => byLocale[locale];
