import type { ReactNode } from "react";
import type { HrefTo } from "@/domain/address";
import type { Anchor } from "@/domain/figure";
import { fill } from "@/domain/format";
import { hostOf } from "@/domain/host-of";
import type { Locale } from "@/domain/vocabulary";
import { messagesOf } from "@/messages/messages";
import { Filled } from "../ui/filled";
import type { MarkedSpan } from "./quote";
import { RowCells } from "./row-cells";
import { setWords } from "./set-words";

type Props = {
  anchor: Anchor;
  spans: readonly MarkedSpan[];
  as?: "mark" | "b";
  locale: Locale;
  hrefTo: HrefTo;
  /** What else is told of it, behind where it comes from. */
  children?: ReactNode;
};

/**
 * The row of a dataset that figures stand in, for readers: which row of which table and where to see it, then its
 * cells. No quotation: nobody said it.
 */
export function DatasetRow({ anchor, spans, as, locale, hrefTo, children }: Props) {
  const { record, sentence, sourceSlug, sourceTitle, sentenceLang } = anchor;
  if (record === null) return null;
  const { row, chart } = messagesOf(locale);
  const source = `/sources/${sourceSlug}`;
  const place = `?version=${record.version}&row=${record.row}`;
  return (
    <figure className="dataset-row">
      <figcaption>
        <Filled
          template={row.caption}
          holes={{
            row: <a href={hrefTo(source + place)}>{fill(chart.row.short, { row: record.row })}</a>,
            title: (
              <a href={hrefTo(source)} lang={sentenceLang}>
                {setWords(sourceTitle)}
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
        {children && <> · {children}</>}
      </figcaption>
      <RowCells record={sentence} header={record.header} {...{ spans, as, locale }} words={chart.row} />
    </figure>
  );
}
