import type { Locale } from "@/domain/vocabulary";

type Words = { readonly title: string; readonly text: string };
type RefusalWords = {
  /** To whoever has asked for more new pages than one client may. */
  readonly often: Words;
  /** Where so many wait for new pages that one more would wait too long. */
  readonly busy: Words;
  readonly again: string;
  /** Of a form that was sent: nothing was taken in, and how to send it again. */
  readonly reload: string;
};

/** What is said where a page is not drawn, apart from the others so that no page carries it. */
export const refusalWords: Record<Locale, RefusalWords> = {
  fr: {
    often: {
      title: "Un instant, s’il vous plaît",
      text: "Trop de pages nouvelles ont été demandées depuis votre adresse. Réessayez dans {seconds}\u00a0s. Les pages déjà lues restent ouvertes à tous.",
    },
    busy: {
      title: "Un instant, s’il vous plaît",
      text: "Beaucoup de pages nouvelles sont demandées en ce moment. Réessayez dans {seconds}\u00a0s.",
    },
    again: "Réessayer",
    reload:
      "Rien n’a été changé. Rechargez cette page dans un moment\u202f: le formulaire sera envoyé de nouveau, tel que vous l’avez rempli.",
  },
  en: {
    often: {
      title: "One moment, please",
      text: "Too many new pages were asked for from your address. Try again in {seconds}\u00a0s. Pages that were read before stay open to everyone.",
    },
    busy: {
      title: "One moment, please",
      text: "Many new pages are being asked for just now. Try again in {seconds}\u00a0s.",
    },
    again: "Try again",
    reload: "Nothing was changed. Reload this page in a moment: the form is sent again, as you filled it in.",
  },
};
