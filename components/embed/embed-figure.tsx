import type { HrefTo } from "@/domain/address";
import { headlineText } from "@/domain/claim-text";
import type { FigureWithMentions } from "@/domain/figure";
import { formatQuantity } from "@/domain/format";
import type { Locale } from "@/domain/vocabulary";
import { messagesOf } from "@/messages/messages";
import { claimWords } from "../figures/claim-words";
import { EmbedQuote } from "./embed-quote";

type Props = { figure: FigureWithMentions; locale: Locale; hrefTo: HrefTo; page: string };

/** One figure in another site's page: its value, who says so, and its sentence. */
export function EmbedFigure({ figure, locale, hrefTo, page }: Props) {
  const words = claimWords(locale, [figure]);
  const { figure: says } = messagesOf(locale);
  const value = formatQuantity(figure, locale, words, { statistic: true }) ?? figure.cue ?? words.noNumber;
  return (
    <article>
      <p className="chart-note">{figure.metric.name[locale]}</p>
      <p className="embed-value">{value}</p>
      <h1 className="headline">
        <a href={page}>{headlineText(figure, locale, words)}</a>
      </h1>
      {figure.status === "retracted" && <p className="banner">{says.retractedNote}</p>}
      <EmbedQuote anchor={figure.anchor} locale={locale} hrefTo={hrefTo} />
    </article>
  );
}
