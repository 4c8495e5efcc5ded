import type { Locale } from "@/domain/vocabulary";

/** What the server says, to our own script alone, of what it could not take in. */
export const unsentWord = "unsent";
/** The same of what it would not take in, from someone who has asked for too much. */
export const refusedWord = "refused";

type ProblemWords = {
  title: string;
  text: string;
  again: string;
  desk: string;
  /** Of what was sent while the database could not be written to. */
  unsent: { title: string; text: string; again: string; reload: string };
  /** Of what was sent by someone who has asked for too much. */
  refused: string;
  /** Of what was sent and never answered. */
  unconfirmed: string;
};

/** The words of the error page, apart from the others so that the browser is not sent them all. */
export const problemWords: Record<Locale, ProblemWords> = {
  fr: {
    title: "Une panne de notre côté",
    text: "Elle est consignée. Les données sont sauves. Réessayer peut suffire.",
    again: "Réessayer",
    desk: "Vers la rédaction",
    unsent: {
      title: "Pas encore enregistré",
      text: "La base de données ne répond pas pour l’instant. Rien n’a été changé.",
      again: "Ce que vous avez saisi est toujours là\u202f: envoyez-le de nouveau dans un moment.",
      reload:
        "Rechargez cette page dans un moment\u202f: le formulaire sera envoyé de nouveau, tel que vous l’avez rempli.",
    },
    refused:
      "Trop de pages ont été demandées depuis votre adresse. Rien n’a été changé. Ce que vous avez saisi est toujours là\u202f: envoyez-le de nouveau dans un moment.",
    unconfirmed:
      "Aucune réponse n’est venue. Ce que vous avez saisi est toujours là\u202f; avant de l’envoyer de nouveau, voyez s’il n’est pas déjà enregistré.",
  },
  en: {
    title: "Something broke on our side",
    text: "It has been logged. The data are safe. Trying again may work.",
    again: "Try again",
    desk: "To the desk",
    unsent: {
      title: "Not saved yet",
      text: "The database does not answer just now. Nothing was changed.",
      again: "What you typed is still here: send it again in a moment.",
      reload: "Reload this page in a moment: the form is sent again, as you filled it in.",
    },
    refused:
      "Too many pages were asked for from your address. Nothing was changed. What you typed is still here: send it again in a moment.",
    unconfirmed:
      "No answer came. What you typed is still here; before you send it again, look whether it was saved.",
  },
};
