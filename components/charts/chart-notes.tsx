import type { Chart } from "@/domain/chart/chart";
import { fill, fillPlural, formatDecimal } from "@/domain/format";
import type { ChartWords } from "./chart-words";

type Props = {
  readonly chart: Chart;
  readonly words: ChartWords;
  /** The scale is spoken of elsewhere: where it is chosen. */
  readonly scaleSaid?: true;
};

/** What a reader must know to read the drawing right, one line each. */
export function ChartNotes({ chart, words, scaleSaid }: Props) {
  const { locale, thinned, unplaced } = chart;
  const number = (n: number) => formatDecimal(String(n), locale);
  const notes = [
    ...new Set(chart.refusals.map((refusal) => refusal.text)),
    !scaleSaid && chart.log !== "off" && words.logScale[chart.log],
    chart.log !== "on" && chart.panels.some((panel) => !panel.y.startsAtZero) && words.cropped,
    thinned && fill(words.thinned, { drawn: number(thinned.drawn), total: number(thinned.total) }),
    unplaced.length > 0 && fillPlural(words.unplaced, unplaced.length, locale),
  ].filter((note) => typeof note === "string");
  return notes.map((note) => (
    <p key={note} className="chart-note">
      {note}
    </p>
  ));
}
