import type { HrefTo } from "@/domain/address";
import type { Anchor } from "@/domain/figure";
import type { Locale } from "@/domain/vocabulary";
import { cellsText } from "../figures/cells-text";
import { Quote } from "../figures/quote";
import { setWords } from "../figures/set-words";

/** The sentence a figure stands in, with its number marked and its source; of a dataset the cells of its row, unquoted. */
export function EmbedQuote({ anchor, locale, hrefTo }: { anchor: Anchor; locale: Locale; hrefTo: HrefTo }) {
  const { record, sentence, sentenceLang, numberStart, numberEnd, sourceSlug, sourceTitle } = anchor;
  const source = (
    <a href={hrefTo(`/sources/${sourceSlug}`)} lang={sentenceLang}>
      {setWords(sourceTitle)}
    </a>
  );
  if (record !== null)
    return (
      <p className="chart-note">
        {cellsText(anchor, locale)} ({source})
      </p>
    );
  return (
    <Quote text={sentence} lang={sentenceLang} spans={[{ start: numberStart, end: numberEnd }]}>
      {source}
    </Quote>
  );
}
