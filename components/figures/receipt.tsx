import { getTranslations } from "next-intl/server";
import type { HrefTo } from "@/domain/address";
import type { FigureHistory } from "@/domain/change";
import { headlineText } from "@/domain/claim-text";
import { type Anchor, type FigureWithMentions, langOfWords } from "@/domain/figure";
import { formatQuantity } from "@/domain/format";
import type { Reach } from "@/domain/passage-around";
import type { FigureCheck } from "@/domain/source";
import type { Locale } from "@/domain/vocabulary";
import { messagesOf } from "@/messages/messages";
import { History } from "../changes/history";
import type { ChartWords } from "../charts/chart-words";
import { Fact } from "../ui/fact";
import { Filled } from "../ui/filled";
import { AttributionChain } from "./attribution-chain";
import { Cite } from "./cite";
import { DateExplained } from "./date-claim";
import { FigureChecks } from "./figure-checks";
import { InReach } from "./in-reach";
import { Words } from "./words";

type Props = {
  figure: FigureWithMentions;
  checks: readonly FigureCheck[];
  words: ChartWords;
  locale: Locale;
  /** Revision of the collection the page shows: part of the citation. */
  revision: number;
  /** Every state of it that readers were shown up to then. */
  history: FigureHistory;
  /** The source of each mention, in their order. */
  reach: readonly Reach[];
  hrefTo: HrefTo;
};

/**
 * What lies behind one point: the sentence with its number marked, who says so and how firmly, for when and how we
 * know, and every other sentence that says the same. The panel that a chart opens shows this very element.
 */
export async function Receipt({ figure, checks, words, locale, revision, history, reach, hrefTo }: Props) {
  const t = await getTranslations();
  const [anchor, ...others] = figure.mentions;
  const inRows = others.some(({ record }) => record !== null);
  return (
    <article id="receipt" className="receipt" data-figure-id={figure.id}>
      <h1 id="receipt-headline" className="headline">
        {headlineText(figure, locale, words)}
      </h1>
      {figure.status === "retracted" && (
        <div className="banner">
          <p>{t("figure.retractedNote")}</p>
          {figure.retractedBecause && <p>{t("figure.because", { reason: figure.retractedBecause })}</p>}
        </div>
      )}
      {figure.supersededBy && (
        <p className="banner">
          <a href={hrefTo(`/figures/${figure.supersededBy}`)}>{t("figure.superseded")}</a>
        </p>
      )}
      <Mention mention={anchor!} reach={reach[0]} {...{ figure, locale, words, hrefTo }} />
      <Facts figure={figure} locale={locale} words={words} hrefTo={hrefTo} />
      {figure.note && (
        <section>
          <h2>{t("figure.note")}</h2>
          <p>{figure.note[locale]}</p>
        </section>
      )}
      {others.length > 0 && (
        <section className="mentions">
          <h2>{t(inRows ? "figure.mentionsMixed" : "figure.mentions", { count: others.length })}</h2>
          {others.map((mention, index) => (
            <Mention
              key={`${mention.sourceSlug} ${mention.record?.version ?? ""} ${mention.sentenceStart}`}
              mention={mention}
              reach={reach[index + 1]}
              {...{ figure, locale, words, hrefTo }}
            />
          ))}
        </section>
      )}
      <FigureChecks checks={checks} figure={figure} locale={locale} words={words} />
      <History history={history} locale={locale} />
      <p className="object">
        <a className="on-screen" href={hrefTo(`/figures/${figure.id}/objection`)}>
          {t("objection.open")}
        </a>
      </p>
      <Cite figure={figure} anchor={anchor!} locale={locale} revision={revision} />
    </article>
  );
}

type MentionProps = FactsProps & { mention: Anchor; reach: Reach | undefined };

/** One sentence that states the figure, with the bound and the speaker of this very sentence. */
async function Mention({ mention, reach, figure, locale, words, hrefTo }: MentionProps) {
  const { comparator, cue, attribution } = mention;
  const value = formatQuantity({ ...figure, comparator }, locale, words, { statistic: true });
  const unattributed = !attribution.some(
    (link) => link.role === "claimed_by" || link.role === "estimated_by",
  );
  return (
    <section className="mention" data-mention={mention.sentenceStart}>
      <Words
        anchor={mention}
        spans={[{ start: mention.numberStart, end: mention.numberEnd }]}
        locale={locale}
        hrefTo={hrefTo}
      />
      {reach && <InReach anchor={mention} reach={reach} locale={locale} />}
      <p className="mention-value">
        <data value={figure.value ?? undefined} data-comparator={comparator}>
          {value ?? words.noNumber}
        </data>
        {cue && (
          <>
            {" "}
            (
            <Filled
              template={messagesOf(locale).figure.printedAs}
              holes={{ words: <span lang={langOfWords(mention)}>{cue}</span> }}
            />
            )
          </>
        )}
      </p>
      <AttributionChain
        attribution={attribution}
        unattributed={unattributed}
        lang={langOfWords(mention)}
        locale={locale}
      />
    </section>
  );
}

type FactsProps = { figure: FigureWithMentions; locale: Locale; words: ChartWords; hrefTo: HrefTo };

async function Facts({ figure, locale, words, hrefTo }: FactsProps) {
  const t = await getTranslations();
  const { metric, subject, place, period, reportedOn, modality, hearsay, statistic } = figure;
  return (
    <dl className="facts">
      <Fact term={t("figure.metric")}>
        <a href={hrefTo(`/metrics/${metric.slug}`)}>{metric.name[locale]}</a>
      </Fact>
      <Fact term={t("figure.value")}>
        {formatQuantity(figure, locale, words) ?? words.noNumber}
        {statistic !== "point" && <span className="secondary"> {t(`statistic.${statistic}`)}</span>}
      </Fact>
      {subject && <Fact term={t("figure.about")}>{subject.name[locale]}</Fact>}
      {place && <Fact term={t("figure.place")}>{place.name[locale]}</Fact>}
      <Fact term={t("figure.period")}>
        <DateExplained claim={period} locale={locale} />
      </Fact>
      <Fact term={t("figure.reported")}>
        <DateExplained claim={reportedOn} locale={locale} />
      </Fact>
      <Fact term={t("figure.modality")}>
        {t(`modality.${modality}`)}
        {hearsay && <p className="reasoning">{t("figure.hearsay")}</p>}
      </Fact>
      {figure.supersedes && (
        <Fact term={t("changes.field.supersedes")}>
          <a href={hrefTo(`/figures/${figure.supersedes}`)}>{t("figure.supersedes")}</a>
        </Fact>
      )}
    </dl>
  );
}
