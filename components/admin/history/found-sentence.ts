import type { FigureInput } from "@/domain/inputs";
import { readPrinted } from "@/domain/validate/printed-number";
import type { Language } from "@/domain/vocabulary";
import { anchorIn } from "../lists/anchor-in";

type Text = {
  readonly slug: string;
  readonly version: number;
  readonly text: string;
  readonly lang: Language;
};

/** The short name of an article, from the address of its page or by itself. */
export const articleIn = (typed: string): string =>
  typed
    .trim()
    .replace(/[?#].*$/, "")
    .replace(/\/$/, "")
    .split("/")
    .at(-1)!; // a split has a last part

/** A figure with a sentence before what it stood in; null where the text does not hold those words and that number. */
export function withSentence(
  figure: FigureInput,
  article: Text,
  typed: string,
  number: string,
): FigureInput | null {
  const place = anchorIn(article, typed, number.trim());
  const [anchor] = figure.mentions;
  if (place === null || anchor === undefined) return null;
  const { markedStart: numberStart, markedEnd: numberEnd, ...words } = place;
  const numberText = number.trim();
  const mention = {
    ...{ ...words, version: article.version, numberStart, numberEnd, numberText },
    readsAs: readPrinted(numberText, article.lang) ?? anchor.readsAs,
    ...{ comparator: figure.comparator, cue: figure.cue },
    attribution: anchor.attribution.map((link) => ({ ...link, asPrinted: null })),
  };
  return { ...figure, mentions: [mention, ...figure.mentions] };
}
