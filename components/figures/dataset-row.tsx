import { getTranslations } from "next-intl/server";
import type { Anchor } from "@/domain/figure";
import { fill } from "@/domain/format";
import { type RowCell, rowCells } from "@/domain/row-cells";
import type { Locale } from "@/domain/vocabulary";
import { messagesOf } from "@/messages/messages";
import { Filled } from "../ui/filled";
import { MarkedSentence, type MarkedSpan } from "./quote";

type Props = { anchor: Anchor; spans: readonly MarkedSpan[]; locale: Locale };

/** Cells that stand in view: more of them, and long ones, are a press away. */
const inView = 6;
const longest = 160;

/**
 * The row of a dataset that figures stand in, for readers: which row of which table, the number under the name of its
 * column, then the other cells that say something. No quotation: nobody said it.
 */
export async function DatasetRow({ anchor, spans, locale }: Props) {
  const { record, sentence, sourceSlug, sourceTitle, sentenceLang } = anchor;
  if (record === null) return null;
  const t = await getTranslations("row");
  const cells = rowCells(sentence, record.header, spans);
  const [marked, others] = [cells.filter(isMarked), cells.filter((cell) => !isMarked(cell))];
  const short = others.filter(({ text }) => text.length <= longest).slice(0, inView - 1);
  const rest = others.filter((cell) => !short.includes(cell));
  return (
    <figure className="dataset-row">
      <figcaption>
        <Filled
          template={messagesOf(locale).row.caption}
          holes={{
            row: record.row,
            title: (
              <a href={`/${locale}/sources/${sourceSlug}`} lang={sentenceLang}>
                {sourceTitle}
              </a>
            ),
          }}
        />
        {record.url && (
          <>
            {" · "}
            <a href={record.url} rel="noopener external">
              {hostOf(record.url)}
            </a>
          </>
        )}
      </figcaption>
      <Cells cells={[...marked, ...short]} locale={locale} />
      {rest.length > 0 && (
        <details>
          <summary>{t("more", { count: rest.length })}</summary>
          <Cells cells={rest} locale={locale} />
        </details>
      )}
    </figure>
  );
}

const isMarked = ({ spans }: RowCell<MarkedSpan>) => spans.length > 0;
const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).host : url);

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
