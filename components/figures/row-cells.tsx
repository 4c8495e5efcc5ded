import { getTranslations } from "next-intl/server";
import { fill } from "@/domain/format";
import { type RowCell, rowCells } from "@/domain/row-cells";
import type { Locale } from "@/domain/vocabulary";
import { messagesOf } from "@/messages/messages";
import { MarkedSentence, type MarkedSpan } from "./quote";

/** Cells that stand in view: more of them, and long ones, are a press away. */
const inView = 6;
const longest = 160;

type Props = {
  /** The row and the names of its columns, as RFC 4180 writes them. */
  record: string;
  header: string;
  spans: readonly MarkedSpan[];
  locale: Locale;
};

/** The cells of a row under the names of their columns: the marked ones, then the others that say something. */
export async function RowCells({ record, header, spans, locale }: Props) {
  const t = await getTranslations("row");
  const cells = rowCells(record, header, spans);
  const [marked, others] = [cells.filter(isMarked), cells.filter((cell) => !isMarked(cell))];
  const short = others.filter(({ text }) => text.length <= longest).slice(0, inView - 1);
  const rest = others.filter((cell) => !short.includes(cell));
  return (
    <>
      <Cells cells={[...marked, ...short]} locale={locale} />
      {rest.length > 0 && (
        <details className="row-rest">
          <summary>{t("more", { count: rest.length })}</summary>
          <Cells cells={rest} locale={locale} />
        </details>
      )}
    </>
  );
}

const isMarked = ({ spans }: RowCell<MarkedSpan>) => spans.length > 0;

function Cells({ cells, locale }: { cells: readonly RowCell<MarkedSpan>[]; locale: Locale }) {
  const words = messagesOf(locale).chart.row;
  return (
    <dl className="row-cells">
      {cells.map((cell) => (
        <div key={cell.number} className={isMarked(cell) ? "row-value" : undefined}>
          <dt>{cell.column ?? fill(words.column, { number: cell.number })}</dt>
          <dd>
            <MarkedSentence text={cell.text} spans={cell.spans} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
