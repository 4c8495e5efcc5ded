import type { ReactNode } from "react";
import type { Chart } from "@/domain/chart/chart";
import type { Figure } from "@/domain/figure";
import { ChartClaimants, ChartKey } from "./chart-key";
import { ChartLeft } from "./chart-left";
import { ChartNotes } from "./chart-notes";
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
  /** Numbers at points, by figure, for paper: `PrintQuotes` says what they mean. */
  readonly numbers?: ReadonlyMap<string, number> | undefined;
  /** Where every figure stands row by row, for a table too long for this page. */
  readonly allHref: string;
  /** Where one of too many claimants is drawn alone. */
  readonly aloneHref: (claimant: string) => string;
  /** On no page of ours, where a drawing would be sent twice: see `Still`. */
  readonly alone?: boolean;
  /** What stands right below the drawing: the explorer's button, the sentence. */
  readonly children?: ReactNode;
};

/** The drawing that is printed: see `chart.css`. */
const paperWidth = 700;

/** One chart with all it needs to be read: caption and summary, drawing, key in words, table twin. */
export function ChartFigure(props: ChartFigureProps) {
  const { charts, figures, name, title, caption, words, hrefOf, selected, numbers, allHref, children } =
    props;
  const widest = charts.at(-1);
  if (!widest) return null;
  /** What a drawing depends on beside what it is of: the names of all that is written into it. */
  const still = (of: object, variety: readonly unknown[], draw: () => ReactNode) =>
    props.alone ? draw() : <Still id={keepStill(of, JSON.stringify([hrefOf(""), ...variety]), draw)} />;
  const drawing = (chart: Chart, numbered: ChartFigureProps["numbers"]) =>
    still(chart, [title, selected ?? "", numbered ? [...numbered] : []], () => (
      <ChartSvg {...{ chart, title, words, hrefOf, selected }} numbers={numbered} />
    ));
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
                {drawing(chart, chart.width === paperWidth ? numbers : undefined)}
                {chart.eventsNumbered && <EventList chart={chart} words={words} />}
              </div>
            ))}
          </>
        )}
        <div className="chart-notes">
          <ChartNotes chart={widest} words={words} />
          <ChartLeft chart={widest} words={words} aloneHref={props.aloneHref} />
        </div>
      </div>
      {children}
      <div data-known={`${name} table`}>
        {!widest.empty && <ChartKey chart={widest} figures={figures} words={words} />}
        {figures.length > 0 &&
          still(figures, [widest.variant, widest.locale, title, allHref, widest.thinned?.total ?? ""], () => (
            <ChartTable chart={widest} {...{ figures, title, words, hrefOf, allHref }} />
          ))}
      </div>
    </figure>
  );
}
