import type { ReactNode } from "react";
import type { HrefTo } from "@/domain/address";
import type { Anchor } from "@/domain/figure";
import type { Locale } from "@/domain/vocabulary";
import { DatasetRow } from "./dataset-row";
import { type MarkedSpan, Quote } from "./quote";
import { setWords } from "./set-words";

type Props = {
  anchor: Anchor;
  spans: readonly MarkedSpan[];
  locale: Locale;
  hrefTo: HrefTo;
  /** What leads to the source of a quotation ("In"). */
  lead?: ReactNode;
};

/** What a figure stands in: a sentence, quoted, or a row of a dataset, which is not. */
export function Words({ anchor, spans, locale, hrefTo, lead }: Props) {
  const { record, sentence, sentenceLang, sourceSlug, sourceTitle } = anchor;
  if (record !== null) return <DatasetRow anchor={anchor} spans={spans} locale={locale} hrefTo={hrefTo} />;
  return (
    <Quote text={sentence} lang={sentenceLang} spans={spans}>
      {lead}
      <a href={hrefTo(`/sources/${sourceSlug}`)} lang={sentenceLang}>
        {setWords(sourceTitle)}
      </a>
    </Quote>
  );
}
