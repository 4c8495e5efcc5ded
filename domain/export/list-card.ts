import { body, type Card, card, cardText, inner, smallest } from "./card";
import { firstLines, wrapped } from "./wrapped";

export type ListCard = Card & {
  readonly title: string;
  readonly intro: string;
  /** What is newest of each thing measured, in words. */
  readonly claims: readonly { readonly name: string; readonly text: string }[];
};

/** A collection as it is shared: what it is, and the newest claims in words, as many as there is room for. */
export function listCard(about: ListCard): string {
  const { title, intro, claims, style } = about;
  const { ink, faint } = style.colours;
  const lines: string[] = [];
  let y = body.top - 16;
  const write = (words: string, most: number, size: number, fill: string, serif = false) => {
    for (const line of firstLines(words, most, inner, size, serif)) {
      y += Math.round(size * 1.28);
      lines.push(cardText(about, line, body.left, y, { size, fill, serif, bold: serif }));
    }
  };
  write(title, 2, 48, ink, true);
  y += 6;
  write(intro, 1, 24, faint);
  y += 10;
  for (const { name, text } of claims) {
    if (y + 84 > body.bottom) break;
    y += 10;
    write(name, 1, smallest, faint);
    // A claim keeps its date: rather in smaller letters than cut.
    write(text, 1, wrapped(text, inner, 28).length === 1 ? 28 : 24, ink);
  }
  return card(about, title, lines);
}
