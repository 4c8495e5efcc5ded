import type { ReactNode } from "react";
import type { Anchor } from "@/domain/figure";
import type { Locale } from "@/domain/vocabulary";
import { DatasetRow } from "./dataset-row";
import { type MarkedSpan, Quote } from "./quote";

type Props = {
  anchor: Anchor;
  spans: readonly MarkedSpan[];
  locale: Locale;
  /** What leads to the source of a quotation ("In"). */
  lead?: ReactNode;
};

/** What a figure stands in: a sentence, quoted, or a row of a dataset, which is not. */
export function Words({ anchor, spans, locale, lead }: Props) {
  const { record, sentence, sentenceLang, sourceSlug, sourceTitle } = anchor;
  if (record !== null) return <DatasetRow anchor={anchor} spans={spans} locale={locale} />;
  return (
    <Quote text={sentence} lang={sentenceLang} spans={spans}>
      {lead}
      <a href={`/${locale}/sources/${sourceSlug}`} lang={sentenceLang}>
        {sourceTitle}
      </a>
    </Quote>
  );
}
