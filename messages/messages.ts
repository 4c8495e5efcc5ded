import type {} from "next-intl";
import type { Locale } from "@/domain/vocabulary";
import type { AccountsMessages } from "./accounts";
import changesEn from "./changes.en.json";
import changesFr from "./changes.fr.json";
import type { DeskMessages } from "./desk";
import en from "./en.json";
import findEn from "./find.en.json";
import findFr from "./find.fr.json";
import fr from "./fr.json";
import shareEn from "./share.en.json";
import shareFr from "./share.fr.json";

const english = { ...en, ...changesEn, ...findEn, ...shareEn };

/** The words of the interface. English sets the keys; the others are held to them by the compiler and by a test. */
export type Messages = typeof english;

const byLocale: Record<Locale, Messages> = {
  fr: { ...fr, ...changesFr, ...findFr, ...shareFr },
  en: english,
};

export const messagesOf = (locale: Locale): Messages => byLocale[locale];

declare module "next-intl" {
  interface AppConfig {
    /** Those of the desk are there on the desk's pages alone. */
    Messages: Messages & { accounts: AccountsMessages; desk: DeskMessages };
    Locale: Locale;
  }
}
