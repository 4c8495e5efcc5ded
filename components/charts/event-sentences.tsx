import { getTranslations } from "next-intl/server";
import type { HrefTo } from "@/domain/address";
import type { Event } from "@/domain/figure";
import type { Locale } from "@/domain/vocabulary";
import { DateWithBasis } from "../figures/date-claim";
import { Quote } from "../figures/quote";
import { setWords } from "../figures/set-words";

type Props = { events: readonly Event[]; locale: Locale; hrefTo: HrefTo };

/** The events of a time axis, each with the sentence that dates or tells it. */
export async function EventSentences({ events, locale, hrefTo }: Props) {
  if (events.length === 0) return null;
  const t = await getTranslations();
  return (
    <section className="section" id="events">
      <h2>{t("metric.events")}</h2>
      <ol className="event-sentences">
        {events.map((event) => (
          <li key={event.slug} id={event.slug}>
            <h3>{event.name[locale]}</h3>
            <p className="secondary">
              <DateWithBasis claim={event.date} locale={locale} />
              {event.date.reasoning && `. ${event.date.reasoning[locale]}`}
            </p>
            {event.anchors.map((anchor) => (
              <Quote
                key={`${anchor.sourceSlug} ${anchor.sentenceStart}`}
                text={anchor.sentence}
                lang={anchor.sentenceLang}
                spans={[{ start: anchor.markedStart, end: anchor.markedEnd }]}
                as="b"
              >
                {t("quote.from")}{" "}
                <a href={hrefTo(`/sources/${anchor.sourceSlug}`)} lang={anchor.sentenceLang}>
                  {setWords(anchor.sourceTitle)}
                </a>
              </Quote>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}
