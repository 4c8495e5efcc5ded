import type { ReactNode } from "react";
import type { Chart } from "@/domain/chart/chart";
import type { Figure } from "@/domain/figure";
import { fill, fillPlural, formatDecimal } from "@/domain/format";
import { ChartClaimants, ChartKey } from "./chart-key";
import { ChartSvg } from "./chart-svg";
import { ChartTable } from "./chart-table";
import type { ChartWords } from "./chart-words";
import { EventList } from "./event-list";
import { keepStill } from "./keep-still";
import { Still } from "./still";

export type ChartFigureProps = {
  /** The same chart at every width it may be seen at, the narrowest first: see `drawAtWidths`. */
  readonly charts: readonly Chart[];
  readonly figures: readonly Figure[];
  /** Tells it apart from the other charts of the page. */
  readonly name: string;
  /** Plain name of what is drawn, for labels that are heard. */
  readonly title: string;
  /** What stands above: heading, newest claim in words, definition. */
  readonly caption: ReactNode;
  readonly words: ChartWords;
  readonly hrefOf: (id: string) => string;
  readonly selected?: string | null;
  /** Where every figure stands row by row, for a table too long for this page. */
  readonly allHref: string;
  /** What stands right below the drawing: the explorer's button, the sentence. */
  readonly children?: ReactNode;
};

/** One chart with all it needs to be read: caption and summary, drawing, key in words, table twin. */
export function ChartFigure(props: ChartFigureProps) {
  const { charts, figures, name, title, caption, words, hrefOf, selected, allHref, children } = props;
  const widest = charts.at(-1);
  if (!widest) return null;
  const { locale } = widest;
  return (
    <figure className={`chart-figure chart-figure-${widest.variant}`}>
      <figcaption className="chart-caption" data-known={`${name} caption`}>
        {caption}
        {widest.summary.text && <p className="chart-summary">{widest.summary.text}</p>}
      </figcaption>
      <div data-known={`${name} drawing`}>
        {widest.empty ? (
          <p className="chart-note">{words.empty}</p>
        ) : (
          <>
            <ChartClaimants chart={widest} />
            {charts.map((chart) => (
              <div key={chart.width} className={`chart-at chart-at-${chart.variant}-${chart.width}`}>
                <Still
                  id={keepStill(chart, `${hrefOf("")} ${selected ?? ""}`, () => (
                    <ChartSvg chart={chart} title={title} words={words} hrefOf={hrefOf} selected={selected} />
                  ))}
                />
                {chart.eventsNumbered && <EventList chart={chart} words={words} />}
              </div>
            ))}
          </>
        )}
        <Notes chart={widest} words={words} />
      </div>
      {children}
      <div data-known={`${name} table`}>
        {!widest.empty && <ChartKey chart={widest} figures={figures} words={words} />}
        {figures.length > 0 && (
          <Still
            id={keepStill(figures, `${widest.variant} ${locale} ${hrefOf("")} ${allHref}`, () => (
              <ChartTable
                chart={widest}
                figures={figures}
                title={title}
                words={words}
                hrefOf={hrefOf}
                allHref={allHref}
              />
            ))}
          />
        )}
      </div>
    </figure>
  );
}

/** What a reader must know to read the drawing right, one line each. */
function Notes({ chart, words }: { chart: Chart; words: ChartWords }) {
  const { locale, thinned, unplaced } = chart;
  const number = (n: number) => formatDecimal(String(n), locale);
  const notes = [
    ...new Set(chart.refusals.map((refusal) => refusal.text)),
    chart.log !== "off" && words.logScale[chart.log],
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
