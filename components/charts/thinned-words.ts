import type { Chart } from "@/domain/chart/chart";
import { fill, fillPlural, formatDecimal } from "@/domain/format";
import type { ChartWords } from "./chart-words";

/** What a chart leaves out, in words: marks where they are too dense, claimants where they are too many. */
export function thinnedWords({ thinned, left, locale }: Chart, words: ChartWords): string[] {
  const number = (count: number) => formatDecimal(String(count), locale);
  return [
    ...(thinned ? [fill(words.thinned, { drawn: number(thinned.drawn), total: number(thinned.total) })] : []),
    ...(left.length > 0 ? [fillPlural(words.left, left.length, locale)] : []),
  ];
}
