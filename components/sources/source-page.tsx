import { getTranslations } from "next-intl/server";
import type { HrefTo } from "@/domain/address";
import { claimText } from "@/domain/claim-text";
import type { Figure } from "@/domain/figure";
import type { LinkCheck } from "@/domain/link-check";
import type { Dataset, Passage, SourceWithPassages } from "@/domain/source";
import type { Locale } from "@/domain/vocabulary";
import type { ChartWords } from "../charts/chart-words";
import { DateExplained } from "../figures/date-claim";
import { MarkedSentence } from "../figures/quote";
import { Receipts } from "../figures/receipts";
import { setWords } from "../figures/set-words";
import { Fact } from "../ui/fact";
import { type DatasetHrefs, DatasetRows } from "./dataset-rows";
import { LinkWords } from "./link-words";

type Props = {
  source: SourceWithPassages;
  /** How its addresses answered when they were last asked. */
  links: readonly LinkCheck[];
  locale: Locale;
  words: ChartWords;
  hrefTo: HrefTo;
  rowsFrom: DatasetHrefs["rows"];
  /** Whether the page shows the rows of a dataset from its first on. */
  isFirst: boolean;
};

/**
 * One text as far as readers may see it: what is known of it, and its quoted passages with what was taken from each;
 * of a dataset, a page of its rows.
 */
export async function SourcePage({ source, links, locale, words, hrefTo, rowsFrom, isFirst }: Props) {
  const hrefs = { figure: (id: string) => hrefTo(`/figures/${id}`), rows: rowsFrom };
  return (
    <>
      <h1 lang={source.lang}>{setWords(source.title)}</h1>
      <SourceFacts source={source} links={links} locale={locale} />
      {source.dataset && <DatasetRows dataset={source.dataset} {...{ isFirst, hrefs, locale, words }} />}
      {(source.dataset === null || source.passages.length > 0) && (
        <Passages source={source} locale={locale} words={words} hrefTo={hrefTo} />
      )}
      <Receipts />
    </>
  );
}

type PassagesProps = Pick<Props, "source" | "locale" | "words" | "hrefTo">;

async function Passages({ source, locale, words, hrefTo }: PassagesProps) {
  const t = await getTranslations();
  return (
    <section className="section">
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
  );
}

async function SourceFacts({ source, links, locale }: Pick<Props, "source" | "links" | "locale">) {
  const t = await getTranslations();
  const { dataset } = source;
  const checkOf = (kind: LinkCheck["kind"]) => links.find((link) => link.kind === kind);
  return (
    <>
      {!source.titlePrinted && <p className="secondary">{t("sources.noTitle")}</p>}
      <dl className="facts">
        {dataset && <Fact term={t("source.kind")}>{t("source.table")}</Fact>}
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
          <LinkWords check={checkOf("original")} archivedUrl={source.archivedUrl} locale={locale} />
        </Fact>
        {source.archivedUrl && (
          <Fact term={t("source.archived")}>
            <a href={source.archivedUrl} rel="noopener external">
              {source.archivedUrl}
            </a>
            <LinkWords check={checkOf("archived")} locale={locale} />
          </Fact>
        )}
        <Fact term={t("source.licence")}>{source.licenceNote[locale]}</Fact>
        {dataset ? (
          <DatasetFacts dataset={dataset} />
        ) : (
          <Fact term={t("source.sha256")}>
            <code className="hash">{source.sha256}</code>
          </Fact>
        )}
      </dl>
    </>
  );
}

async function DatasetFacts({ dataset: { rowCount, versions } }: { dataset: Dataset }) {
  const t = await getTranslations("source");
  return (
    <>
      <Fact term={t("rowsUsed")}>{t("rows", { count: rowCount })}</Fact>
      <Fact term={versions.length > 1 ? t("versions") : t("file")}>
        {versions.map(({ number, fileName, sha256 }) => (
          <p key={number}>
            {versions.length > 1 ? t("versionLine", { number, name: fileName ?? "" }) : fileName}{" "}
            <code className="hash">{sha256}</code>
          </p>
        ))}
      </Fact>
    </>
  );
}

async function PassageWithMarks({
  passage,
  source,
  locale,
  words,
  hrefTo,
}: { passage: Passage } & PassagesProps) {
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

/** The figures that stand in a source, once per mention; of a dataset, those on the page. */
export const figuresOf = (source: SourceWithPassages): Figure[] => [
  ...source.passages.flatMap((passage) =>
    passage.marks.flatMap((mark) => (mark.kind === "figure" ? [mark.figure] : [])),
  ),
  ...(source.dataset?.rows.flatMap((row) => row.figures.map(({ figure }) => figure)) ?? []),
];
