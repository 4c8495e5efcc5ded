import { getTranslations } from "next-intl/server";
import type { HrefTo } from "@/domain/address";
import { type RivalScale, scaleName } from "@/domain/chart/draw-rivals";
import { formatDay } from "@/domain/format-date";
import { rivalText, verdictText } from "@/domain/rival-text";
import type { Rivalry } from "@/domain/rivals";
import type { Locale } from "@/domain/vocabulary";
import { messagesOf } from "@/messages/messages";
import type { ChartWords } from "../charts/chart-words";
import { FigureQuote } from "../figures/figure-quote";
import { RivalDrawing, RivalKey } from "./rival-drawing";

export type RivalPairProps = {
  rivalry: Rivalry;
  scales: ReadonlyMap<string, RivalScale>;
  locale: Locale;
  words: ChartWords;
  hrefTo: HrefTo;
  /** Whether the two sentences stand below; else where they do. */
  sentences: true | { readonly href: string };
  /** Above it: what the claims are about, or nothing where the page says so already. */
  heading: "h2" | "h3" | null;
};

/** Two claims held against each other: in words, drawn, and as the sentences they come from. */
export async function RivalPair(props: RivalPairProps) {
  const { rivalry, scales, locale, words, hrefTo, sentences, heading: Heading } = props;
  const t = await getTranslations("compare");
  const { compare } = messagesOf(locale);
  const { earlier, later, days, since, times } = rivalry;
  const scale = scales.get(scaleName(rivalry));
  return (
    <article className="rival" data-pair={`${earlier.id} ${later.id}`}>
      {Heading && <Heading className="rival-about">{aboutText(rivalry, locale)}</Heading>}
      <p className="rival-words">{rivalText(rivalry, locale, words, compare.words)}</p>
      <RivalKey rivalry={rivalry} locale={locale} />
      {scale && (
        <RivalDrawing
          rivalry={rivalry}
          scale={scale}
          locale={locale}
          words={words}
          label={compare.drawing}
          hrefOf={(id) => hrefTo(`/figures/${id}`)}
        />
      )}
      <p className="rival-gap">
        <strong>{verdictText(rivalry, locale, words, compare.words)}</strong>{" "}
        {days > 0 && `${t("daysApart", { count: days })} `}
        {since && t("since", { count: times, date: formatDay(since, locale, "long") })}
      </p>
      {sentences === true ? (
        <div className="rival-quotes">
          {[earlier, later].map((figure) => (
            <div key={figure.id}>
              <FigureQuote figures={[figure]} locale={locale} words={words} hrefTo={hrefTo} />
            </div>
          ))}
        </div>
      ) : (
        <p>
          <a href={sentences.href}>{t("sideBySide")}</a>
        </p>
      )}
    </article>
  );
}

/** "Territory held: Ukraine, Kursk region". */
export function aboutText({ earlier: { metric, subject, place } }: Rivalry, locale: Locale): string {
  const about = [...new Set([subject?.name[locale], place?.name[locale]])].filter(Boolean).join(", ");
  return about === "" ? metric.name[locale] : `${metric.name[locale]} – ${about}`;
}
