import type { Chart } from "../chart/chart";
import { body, type Card, card, cardText, inner, smallest } from "./card";
import { firstLines } from "./wrapped";

export type ChartCard = Card & {
  readonly title: string;
  /** The newest claims in words. */
  readonly claims: readonly string[];
  /** What is left out of the picture and why: filters and moments, "" for none. */
  readonly shown: string;
  readonly chart: Chart;
  /** The chart as SVG markup of its own. */
  readonly drawing: string;
};

/** A chart as it is shared: its title, its newest claims in words, and the drawing as large as fits. */
export function chartCard(about: ChartCard): string {
  const { title, claims, shown, chart, drawing, style } = about;
  const { ink, faint } = style.colours;
  const lines: string[] = [];
  let y = body.top;
  const write = (words: string, most: number, size: number, fill: string, bold = false) => {
    for (const line of firstLines(words, most, inner, size, bold)) {
      y += Math.round(size * 1.25);
      lines.push(cardText(about, line, body.left, y, { size, fill, bold, serif: bold }));
    }
  };
  y -= 16;
  write(title, 1, 40, ink, true);
  y += 4;
  for (const claim of claims.slice(0, 2)) write(claim, claims.length === 1 ? 2 : 1, 26, ink);
  if (shown !== "") write(shown, 1, smallest, faint);
  const top = y + 14;
  const scale = Math.min(inner / chart.width, (body.bottom - top) / chart.height);
  const left = body.left + (inner - chart.width * scale) / 2;
  const place = `translate(${left.toFixed(1)} ${top}) scale(${scale.toFixed(4)})`;
  return card(about, title, [...lines, `<g transform="${place}">${drawing}</g>`]);
}
