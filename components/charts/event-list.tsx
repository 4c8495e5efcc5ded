import type { Chart } from "@/domain/chart/chart";
import { fill } from "@/domain/format";
import type { ChartWords } from "./chart-words";

/** Names of the events that stand as numbers on the drawing, each leading to its sentence further down the page. */
export function EventList({
  chart,
  words,
}: {
  chart: Chart;
  words: Pick<ChartWords, "eventsTitle" | "event">;
}) {
  return (
    <ol className="chart-event-list" aria-label={words.eventsTitle}>
      {chart.events.map(({ slug, name, date }) => (
        <li key={slug}>
          <a href={`#${slug}`}>{fill(words.event, { name, date })}</a>
        </li>
      ))}
    </ol>
  );
}
