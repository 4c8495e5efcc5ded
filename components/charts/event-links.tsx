import type { Chart, ChartEvent } from "@/domain/chart/chart";
import type { Panel } from "@/domain/chart/panel";
import { fill } from "@/domain/format";
import type { ChartWords } from "./chart-words";

type Props = {
  readonly chart: Chart;
  readonly panel: Panel;
  readonly words: Pick<ChartWords, "event">;
};

/**
 * The events of a panel as links to their sentences, each saying before which point it comes, so that the arrow keys
 * find it in its place in time. Where claimants have panels of their own the list below the chart has the events.
 */
export function EventLinks({ chart, panel, words }: Props) {
  if (chart.panels.length > 1) return null;
  const told = new Map(chart.events.map((event) => [event.slug, event]));
  return panel.events.map(({ slug, x, y1, y2, label }) => {
    const event = told.get(slug);
    return (
      event && (
        <a
          key={slug}
          href={`#${slug}`}
          className="chart-event"
          aria-label={sayEvent(event, words)}
          data-event={slug}
          data-before={panel.points.find((point) => point.x >= x)?.id}
        >
          <path className="chart-event-line" d={`M${x},${y1}V${y2}`} />
          <circle className="chart-event-spot" cx={label.text === "" ? x : label.x} cy={label.y - 4} r="7" />
        </a>
      )
    );
  });
}

const sayEvent = ({ name, date }: ChartEvent, words: Props["words"]) => fill(words.event, { name, date });
