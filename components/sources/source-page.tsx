import { getTranslations } from "next-intl/server";
import type { HrefTo } from "@/domain/address";
import { claimText } from "@/domain/claim-text";
import type { Figure } from "@/domain/figure";
import type { Passage, SourceWithPassages } from "@/domain/source";
import type { Locale } from "@/domain/vocabulary";
import type { ChartWords } from "../charts/chart-words";
import { DateExplained } from "../figures/date-claim";
import { MarkedSentence } from "../figures/quote";
import { Receipts } from "../figures/receipts";
import { Fact } from "../ui/fact";

type Props = { source: SourceWithPassages; locale: Locale; words: ChartWords; hrefTo: HrefTo };

/** One text as far as readers may see it: what is known of it, and its quoted passages with what was taken from each. */
export async function SourcePage({ source, locale, words, hrefTo }: Props) {
  const t = await getTranslations();
  return (
    <>
      <h1 lang={source.lang}>{source.title}</h1>
      {!source.titlePrinted && <p className="secondary">{t("sources.noTitle")}</p>}
      <SourceFacts source={source} locale={locale} />
      <section>
        <h2>{t("source.passages")}</h2>
        <p className="secondary">{t("source.passagesNote")}</p>
        {source.passages.map((passage) => (
          <PassageWithMarks
            key={passage.text.slice(0, 80) + passage.marks.map((mark) => mark.start).join()}
            passage={passage}
            source={source}
            locale={locale}
            words={words}
            hrefTo={hrefTo}
          />
        ))}
      </section>
      <Receipts />
    </>
  );
}

async function SourceFacts({ source, locale }: Pick<Props, "source" | "locale">) {
  const t = await getTranslations();
  return (
    <dl className="facts">
      <Fact term={t("sources.publisher")}>{source.publisher.name[locale]}</Fact>
      {source.author && <Fact term={t("source.author")}>{source.author}</Fact>}
      <Fact term={t("sources.published")}>
        <DateExplained claim={source.published} locale={locale} />
      </Fact>
      <Fact term={t("source.language")}>{t(`languageName.${source.lang}`)}</Fact>
      <Fact term={t("source.url")}>
        {source.url ? (
          <a href={source.url} rel="noopener external">
            {source.url}
          </a>
        ) : (
          t("source.noUrl")
        )}
      </Fact>
      {source.archivedUrl && (
        <Fact term={t("source.archived")}>
          <a href={source.archivedUrl} rel="noopener external">
            {source.archivedUrl}
          </a>
        </Fact>
      )}
      <Fact term={t("source.licence")}>{source.licenceNote[locale]}</Fact>
      <Fact term={t("source.sha256")}>
        <code className="hash">{source.sha256}</code>
      </Fact>
    </dl>
  );
}

async function PassageWithMarks({ passage, source, locale, words, hrefTo }: { passage: Passage } & Props) {
  const t = await getTranslations("source");
  const figureMarks = passage.marks.filter((mark) => mark.kind === "figure");
  const eventMarks = passage.marks.filter((mark) => mark.kind === "event");
  const hrefOf = (id: string) => hrefTo(`/figures/${id}`);
  const spans = figureMarks.map(({ start, end, figure }) => ({
    start,
    end,
    link: { id: figure.id, href: hrefOf(figure.id), label: claimText(figure, locale, words) },
  }));
  return (
    <section className="passage">
      <blockquote lang={source.lang}>
        <p>
          <MarkedSentence text={passage.text} spans={spans} />
        </p>
      </blockquote>
      <ul className="taken">
        {onePerFigure(figureMarks).map(({ figure }) => (
          <li key={figure.id}>
            {t("figure")}{" "}
            <a href={hrefOf(figure.id)}>{claimText(figure, locale, words, figure.metric.name[locale])}</a>
          </li>
        ))}
        {eventMarks.map(({ slug, start, name }) => (
          <li key={`${slug} ${start}`}>
            {t("event")} {name[locale]}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Two mentions of one figure in a passage are told once below it. */
function onePerFigure<M extends { readonly figure: Figure }>(marks: readonly M[]): M[] {
  return [...new Map(marks.map((mark) => [mark.figure.id, mark])).values()];
}

/** The figures that stand in a source, once per mention. */
export const figuresOf = (source: SourceWithPassages): Figure[] =>
  source.passages.flatMap((passage) =>
    passage.marks.flatMap((mark) => (mark.kind === "figure" ? [mark.figure] : [])),
  );
