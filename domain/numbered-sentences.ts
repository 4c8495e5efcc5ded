import type { Anchor, Figure } from "./figure";

/** A sentence or a row, by the number that stands at its points. */
export type NumberedSentence = { readonly number: number; readonly figures: readonly Figure[] };

/** Rows of two versions of a dataset may begin at the same place. */
export const placeOf = ({ sourceSlug, record, sentenceStart }: Anchor): string =>
  `${sourceSlug} ${record?.version ?? ""} ${sentenceStart}`;

/** The sentences behind figures, each once, numbered from 1 in the order of the figures, as many as `most`. */
export function numberedSentences(figures: readonly Figure[], most: number): NumberedSentence[] {
  const places = new Map<string, Figure[]>();
  for (const figure of figures) {
    const place = placeOf(figure.anchor);
    const together = places.get(place);
    if (together) together.push(figure);
    else if (places.size < most) places.set(place, [figure]);
  }
  return [...places.values()].map((together, index) => ({ number: index + 1, figures: together }));
}
