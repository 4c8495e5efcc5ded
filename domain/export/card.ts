import { firstLines } from "./wrapped";
import { escapeXml } from "./xlsx";

/** What a page shows of itself where its address is shared: the size that networks and messengers ask for. */
export const cardSize = { width: 1200, height: 630 } as const;

export type CardStyle = {
  readonly colours: Readonly<Record<"paper" | "ink" | "faint" | "hairline" | "highlight", string>>;
  readonly sans: string;
  readonly serif: string;
};

export type Card = {
  readonly style: CardStyle;
  /** The name of the site, at the top. */
  readonly name: string;
  /** What the card is of, in small letters at the top. */
  readonly kicker: string;
  /** Sources, state and address, at the bottom: each one line. */
  readonly footer: readonly string[];
};

const margin = 56;
export const inner = cardSize.width - 2 * margin;
/** A network shows a card at half its size: smaller letters than these are not read there. */
export const smallest = 23;
/** Between these lines stands what the card is of. */
export const body = { top: 104, bottom: 540, left: margin } as const;

type Letters = {
  readonly size: number;
  readonly fill: string;
  readonly bold?: boolean;
  readonly serif?: boolean;
  readonly end?: boolean;
};

/** One line of a card. */
export function cardText(
  { style }: Pick<Card, "style">,
  words: string,
  x: number,
  y: number,
  letters: Letters,
): string {
  const { size, fill, bold, serif, end } = letters;
  const font = serif ? style.serif : style.sans;
  return `<text x="${x}" y="${y}" font-family="${escapeXml(font)}" font-size="${size}" fill="${fill}"${bold ? ' font-weight="600"' : ""}${end ? ' text-anchor="end"' : ""} xml:space="preserve">${escapeXml(words)}</text>`;
}

/** A card around what it is of. */
export function card(about: Card, title: string, inside: readonly string[]): string {
  const { style, name, kicker, footer } = about;
  const { paper, ink, faint, hairline } = style.colours;
  const { width, height } = cardSize;
  const line = (words: string, y: number) => {
    const [fits = ""] = firstLines(words, 1, inner, smallest);
    return cardText(about, fits, margin, y, { size: smallest, fill: faint });
  };
  const [head = ""] = firstLines(kicker, 1, inner - 160, 24);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<title>${escapeXml(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${paper}"/>`,
    cardText(about, head, margin, 66, { size: 24, fill: faint }),
    cardText(about, name, cardSize.width - margin, 66, { size: 24, fill: ink, serif: true, end: true }),
    `<path d="M${margin} 552.5h${inner}" stroke="${hairline}"/>`,
    ...inside,
    ...footer.map((words, index) => line(words, 583 + index * 30)),
    "</svg>\n",
  ].join("\n");
}
