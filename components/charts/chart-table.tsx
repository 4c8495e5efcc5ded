import type { Chart } from "@/domain/chart/chart";
import { stretchOf } from "@/domain/chart/time";
import { attributionText } from "@/domain/claim-text";
import type { Figure } from "@/domain/figure";
import { fill, formatDecimal, formatQuantity } from "@/domain/format";
import { formatDate } from "@/domain/format-date";
import type { Locale } from "@/domain/vocabulary";
import type { ChartWords } from "./chart-words";

type TableProps = {
  readonly chart: Chart;
  readonly figures: readonly Figure[];
  readonly title: string;
  readonly words: ChartWords;
  readonly hrefOf: (id: string) => string;
  /** Where every figure stands row by row. */
  readonly allHref: string;
};

/** A table of more rows than this shows the newest only: so many on a page, so many on a card. */
const LONG = 300;
const newest = { page: 100, card: 20 } as const;

/** The chart's twin: the same claims with the same ids, in the same order. Folded on cards. */
export function ChartTable(props: TableProps) {
  const { chart, title, words, allHref } = props;
  const { total, rows } = rowsOf(props);
  const table = (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="chart-table-scroll" aria-label={`${words.tableTitle} – ${title}`} tabIndex={0}>
      <Table {...props} figures={rows} />
      {rows.length < total && (
        <p className="chart-note">
          {fill(words.tableCut, {
            shown: number(rows.length, chart.locale),
            total: number(total, chart.locale),
          })}{" "}
          <a href={allHref}>{words.tableAll}</a>
        </p>
      )}
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

const number = (count: number, locale: Locale) => formatDecimal(String(count), locale);

/** All rows in the order of the chart, or the newest of too many. */
function rowsOf({ chart, figures }: TableProps): { total: number; rows: readonly Figure[] } {
  const total = Math.max(chart.thinned?.total ?? 0, figures.length);
  const ordered = inTableOrder(figures);
  return { total, rows: total > LONG ? ordered.slice(-newest[chart.variant]) : ordered };
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
        {figures.map((figure) => (
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

/** A country is told once where it is both whom and where the claim is about. */
const aboutOf = ({ subject, place }: Figure, locale: Locale): string =>
  [...new Set([subject?.name[locale], place?.name[locale]])].filter(Boolean).join(", ");

const notesOf = (figure: Figure, words: ChartWords): string =>
  [
    (figure.supersededBy !== null || figure.rank === "deprecated") && words.superseded,
    figure.change === "correction" && words.corrected,
    figure.status === "retracted" && words.retracted,
  ]
    .filter(Boolean)
    .join(", ");
