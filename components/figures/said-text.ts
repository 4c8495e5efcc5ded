import { headlineText } from "@/domain/claim-text";
import type { Figure } from "@/domain/figure";
import { fill } from "@/domain/format";
import { inQuotes } from "@/domain/in-quotes";
import type { Locale } from "@/domain/vocabulary";
import { messagesOf } from "@/messages/messages";
import type { ChartWords } from "../charts/chart-words";

/** A claim to be pasted elsewhere: who says it, its hedge, its date and its source stay with it. */
export const saidText = (figure: Figure, locale: Locale, words: ChartWords): string =>
  fill(messagesOf(locale).share.said, {
    claim: headlineText(figure, locale, words),
    source: inQuotes(figure.anchor.sourceTitle, locale),
  });
