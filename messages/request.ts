import { getRequestConfig } from "next-intl/server";
import { isLocale } from "@/domain/locale";
import { messagesOf } from "./messages";

/** Hands next-intl the words of the language in the address. */
export default getRequestConfig(async ({ requestLocale }) => {
  const asked = await requestLocale;
  const locale = isLocale(asked) ? asked : "en";
  return { locale, messages: messagesOf(locale), timeZone: "UTC" };
});
