import type { Chart } from "@/domain/chart/chart";
import { stretchOf } from "@/domain/chart/time";
import { attributionText } from "@/domain/claim-text";
import type { Figure } from "@/domain/figure";
import { formatQuantity } from "@/domain/format";
import { formatDate } from "@/domain/format-date";
import type { Locale } from "@/domain/vocabulary";
import type { ChartWords } from "./chart-words";

type TableProps = {
  readonly chart: Chart;
  readonly figures: readonly Figure[];
  readonly title: string;
  readonly words: ChartWords;
  readonly hrefOf: (id: string) => string;
};

/** The chart's twin: the same claims with the same ids, in the same order. Folded on cards. */
export function ChartTable(props: TableProps) {
  const { chart, title, words } = props;
  const table = (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="chart-table-scroll" aria-label={`${words.tableTitle} – ${title}`} tabIndex={0}>
      <Table {...props} />
    </section>
  );
  if (chart.variant === "page") return table;
  return (
    <details className="chart-table-fold">
      <summary>{words.tableTitle}</summary>
      {table}
    </details>
  );
}

function Table({ chart, figures, title, words, hrefOf }: TableProps) {
  const { locale } = chart;
  // One subject and place for all is what the title says already.
  const withAbout = new Set(figures.map((figure) => aboutOf(figure, locale))).size > 1;
  const withNotes = figures.some((figure) => notesOf(figure, words) !== "");
  return (
    <table className="chart-table">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{words.table.date}</th>
          <th scope="col">{words.table.value}</th>
          <th scope="col">{words.table.claimant}</th>
          {withAbout && <th scope="col">{words.table.about}</th>}
          <th scope="col">{words.table.reportedOn}</th>
          {withNotes && <th scope="col">{words.table.notes}</th>}
        </tr>
      </thead>
      <tbody>
        {inTableOrder(figures).map((figure) => (
          <tr key={figure.id} data-figure={figure.id}>
            <th scope="row">{dateText(figure.period, locale, words)}</th>
            <td className="chart-value">
              <a href={hrefOf(figure.id)}>
                {formatQuantity(figure, locale, words, { statistic: true }) ?? figure.cue ?? words.noNumber}
              </a>
            </td>
            <td>{attributionText(figure, locale, words)}</td>
            {withAbout && <td>{aboutOf(figure, locale)}</td>}
            <td>{dateText(figure.reportedOn, locale, words)}</td>
            {withNotes && <td>{notesOf(figure, words)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function inTableOrder(figures: readonly Figure[]): Figure[] {
  const when = (figure: Figure) => stretchOf(figure.period) ?? stretchOf(figure.reportedOn);
  const middle = (figure: Figure) => {
    const stretch = when(figure);
    return stretch ? stretch.from + stretch.to : Number.POSITIVE_INFINITY;
  };
  return figures
    .map((figure) => ({ figure, at: middle(figure) }))
    .sort((a, b) => (a.at === b.at ? 0 : a.at - b.at))
    .map(({ figure }) => figure);
}

function dateText(date: Figure["period"], locale: Locale, words: ChartWords): string {
  const text = formatDate(date, locale) ?? words.dateUnknown;
  const basis = words.basis[date.basis];
  return basis ? `${text} (${basis})` : text;
}

const aboutOf = ({ subject, place }: Figure, locale: Locale): string =>
  [subject?.name[locale], place?.name[locale]].filter(Boolean).join(", ");

const notesOf = (figure: Figure, words: ChartWords): string =>
  [
    (figure.supersededBy !== null || figure.rank === "deprecated") && words.superseded,
    figure.change === "correction" && words.corrected,
    figure.status === "retracted" && words.retracted,
  ]
    .filter(Boolean)
    .join(", ");
