import type { Locale } from "@/domain/vocabulary";

/** The words of the error page, apart from the others so that the browser is not sent them all. */
export const problemWords: Record<Locale, { title: string; text: string; again: string; desk: string }> = {
  fr: {
    title: "Une panne de notre côté",
    text: "Elle est consignée. Les données sont sauves. Réessayer peut suffire.",
    again: "Réessayer",
    desk: "Vers la rédaction",
  },
  en: {
    title: "Something broke on our side",
    text: "It has been logged. The data are safe. Trying again may work.",
    again: "Try again",
    desk: "To the desk",
  },
};
