import type { Chart } from "@/domain/chart/chart";
import { unattributed } from "@/domain/figure-query";
import { fillPlural, formatDecimal } from "@/domain/format";
import type { ChartWords } from "./chart-words";

type Props = {
  readonly chart: Chart;
  readonly words: ChartWords;
  /** The same chart of one claimant alone, by the name the filters know it by. */
  readonly aloneHref: (claimant: string) => string;
};

/** So many are named: the table has the rest. */
const mostNamed = 60;

/** Who has no place on a chart of too many claimants, each a link to a chart of its own. */
export function ChartLeft({ chart: { left, locale }, words, aloneHref }: Props) {
  if (left.length === 0) return null;
  return (
    <p className="chart-note chart-left">
      {fillPlural(words.left, left.length, locale)} {words.leftAlone}{" "}
      {left.slice(0, mostNamed).map(({ slug, name, count }, index) => (
        <span key={slug ?? ""}>
          {index > 0 && " · "}
          <a href={aloneHref(slug ?? unattributed)}>{name?.[locale] ?? words.unattributedLabel}</a>{" "}
          {`(${formatDecimal(String(count), locale)})`}
        </span>
      ))}
      {left.length > mostNamed && " …"}
    </p>
  );
}
