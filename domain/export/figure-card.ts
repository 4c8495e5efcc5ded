import { body, type Card, card, cardText, inner } from "./card";
import { firstLines, wrapped } from "./wrapped";

export type FigureCard = Card & {
  /** The value in words: "about 500 km²". */
  readonly value: string;
  /** Who says so, on what terms and for when. */
  readonly headline: string;
  readonly said: {
    readonly text: string;
    /** Where the number stands in it, in UTF-16 units; null where no sentence is quoted but a row told. */
    readonly mark: { readonly start: number; readonly end: number } | null;
  };
  /** How wide text in the serif is drawn, in pixels: what the marker must cover. */
  readonly measure: (text: string, size: number) => number;
};

type Line = { readonly text: string; readonly start: number };

/** A figure as it is shared: its value, who says so, and the sentence with the number marked. */
export function figureCard(about: FigureCard): string {
  const { value, headline, style } = about;
  const { ink } = style.colours;
  const size = [88, 68, 52, 40].find((one) => wrapped(value, inner, one, true).length === 1) ?? 32;
  const lines: string[] = [];
  let y = body.top + Math.round(size * 0.86) - 8;
  const [big = ""] = firstLines(value, 1, inner, size, true);
  lines.push(cardText(about, big, body.left, y, { size, fill: ink, bold: true }));
  y += 12;
  for (const line of firstLines(headline, 2, inner, 30)) {
    y += 40;
    lines.push(cardText(about, line, body.left, y, { size: 30, fill: ink }));
  }
  return card(about, headline, [...lines, ...sentence(about, y + 32)]);
}

/** The words in the largest letters they fit in; where they never do, the lines around the number. */
function sentence(about: FigureCard, top: number): string[] {
  const { said, style } = about;
  const { ink, hairline } = style.colours;
  const indent = said.mark === null ? 0 : 24;
  const room = body.bottom - top - 8;
  const step = (size: number) => Math.round(size * 1.36);
  const set = (size: number) => linesOf(said.text, (inner - indent) * 0.93, size);
  const sizes = [36, 32, 28, 25];
  const size = sizes.find((one) => set(one).length * step(one) <= room) ?? sizes.at(-1)!;
  const shown = around(set(size), said.mark?.start ?? 0, Math.max(1, Math.floor(room / step(size))));
  const rule =
    said.mark === null
      ? []
      : [
          `<path d="M${body.left + 1.5} ${top + 8}v${shown.length * step(size)}" stroke="${hairline}" stroke-width="3"/>`,
        ];
  const written = shown.flatMap((line, index) => {
    const y = top + (index + 1) * step(size);
    return [
      ...marked(about, line, body.left + indent, y, size),
      cardText(about, line.text.trimEnd(), body.left + indent, y, { size, fill: ink, serif: indent > 0 }),
    ];
  });
  return [...rule, ...written];
}

function linesOf(text: string, width: number, size: number): Line[] {
  let start = 0;
  return wrapped(text, width, size).map((line) => {
    const at = start;
    start += line.length;
    return { text: line, start: at };
  });
}

/** As many lines as there is room for, that of the number among them, with ellipses where some are left out. */
function around(lines: readonly Line[], mark: number, most: number): Line[] {
  if (lines.length <= most) return [...lines];
  const at = lines.findLastIndex(({ start }) => start <= mark);
  const first = Math.max(0, Math.min(at - Math.floor((most - 1) / 2), lines.length - most));
  const kept = lines.slice(first, first + most);
  if (first > 0) kept[0] = { text: `… ${kept[0]!.text}`, start: kept[0]!.start - 2 };
  const last = kept.at(-1)!;
  if (first + most < lines.length) kept[most - 1] = { ...last, text: `${last.text.trimEnd()} …` };
  return kept;
}

/** The marker behind the part of the number that stands in this line. */
function marked(
  { said: { mark }, measure, style }: FigureCard,
  line: Line,
  x: number,
  y: number,
  size: number,
): string[] {
  if (mark === null) return [];
  const [start, end] = [mark.start - line.start, mark.end - line.start].map((at) =>
    Math.max(0, Math.min(line.text.trimEnd().length, at)),
  ) as [number, number]; // of two
  if (start >= end) return [];
  const through = measure(line.text.slice(0, end), size);
  const width = measure(line.text.slice(start, end), size);
  const [left, height] = [x + through - width - 4, Math.round(size * 1.2)];
  return [
    `<rect x="${left.toFixed(1)}" y="${y - Math.round(size * 0.92)}" width="${(width + 8).toFixed(1)}" height="${height}" fill="${style.colours.highlight}"/>`,
  ];
}
