import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { isLocale, preferredLocale } from "@/domain/locale";
import type { Locale } from "@/domain/vocabulary";
import { accountsMessagesOf } from "./accounts";
import { deskMessagesOf } from "./desk";
import { messagesOf } from "./messages";

/** The cookie in which the desk keeps the language chosen there. */
export const deskLocaleCookie = "desk_locale";

/** Hands next-intl the words of the language in the address; the desk, whose addresses have none, its own as well. */
export default getRequestConfig(async ({ requestLocale }) => {
  const asked = await requestLocale;
  if (isLocale(asked)) return { locale: asked, messages: messagesOf(asked), timeZone: "UTC" };
  const locale = await deskLocale();
  const ofDesk = { accounts: accountsMessagesOf(locale), desk: deskMessagesOf(locale) };
  return { locale, messages: { ...messagesOf(locale), ...ofDesk }, timeZone: "UTC" };
});

/** The language of the desk: the one chosen there, else the one the browser asks for. */
async function deskLocale(): Promise<Locale> {
  const chosen = (await cookies()).get(deskLocaleCookie)?.value;
  return isLocale(chosen) ? chosen : preferredLocale((await headers()).get("accept-language"));
}
