import { cardFigures, metricInView, withCards } from "@/app/_server/chart-figures";
import { figureCounts } from "@/app/_server/figure-counts";
import { drawnOnceAt } from "@/components/charts/drawn-once";
import { cellsText } from "@/components/figures/cells-text";
import { claimWords } from "@/components/figures/claim-words";
import { filterWords, shownWords } from "@/components/figures/filter-words";
import { findFigure } from "@/db/queries/find-figure";
import { cardOutline } from "@/db/queries/list-chart-figures";
import { findMetric, listMetrics } from "@/db/queries/list-metrics";
import { lowWidth } from "@/domain/chart/sizes";
import { windowOf } from "@/domain/chart/time-window";
import { headlineText } from "@/domain/claim-text";
import type { Card } from "@/domain/export/card";
import { chartCard } from "@/domain/export/chart-card";
import { figureCard } from "@/domain/export/figure-card";
import { listCard } from "@/domain/export/list-card";
import { shownIn, sourceTitles } from "@/domain/export/picture";
import type { Figure } from "@/domain/figure";
import { fill, formatQuantity } from "@/domain/format";
import { formatDay } from "@/domain/format-date";
import { latestFigures } from "@/domain/latest-figures";
import { messagesOf } from "@/messages/messages";
import { serifRuler } from "./draw-png";
import { drawing, tokens } from "./picture-style";
import type { PictureRequest } from "./read-picture";

/** What every card says: the site, its sources, the revision, and where to open it. */
function cardOf(
  { frozen, lang }: PictureRequest,
  figures: readonly Figure[],
  path: string,
): Omit<Card, "kicker"> {
  const { share, site } = messagesOf(lang);
  const { standing, revision } = frozen;
  const day = standing.at?.toISOString().slice(0, 10);
  const titles = sourceTitles(figures, share.sourcesMore, lang);
  const state = day
    ? fill(share.asOfDay, { revision, day: formatDay(day, lang) })
    : fill(share.asOf, { revision });
  const address =
    frozen.site === "" ? site.name : `${frozen.site.replace(/^https?:\/\//, "")}/${lang}${path}`;
  const { paper, ink, "ink-2": faint, hairline, highlight, sans, serif } = tokens;
  return {
    style: { colours: { paper, ink, faint, hairline, highlight }, sans, serif },
    name: site.name,
    footer: [
      ...(titles === "" ? [] : [fill(share.sources, { titles })]),
      `${address} · ${state} · CC BY 4.0`,
    ],
  };
}

/** The whole of it: what it is and the newest claims. */
export async function drawCollectionCard(asked: PictureRequest): Promise<string> {
  const { frozen, lang, query } = asked;
  const { db } = frozen.opened;
  const counts = await figureCounts(query, frozen.revision);
  const { shown: told } = withCards(await listMetrics(db), counts);
  const slugs = told.map(({ slug }) => slug);
  const charts = await cardFigures(query, frozen.revision, counts, slugs, false);
  const figures = inTimeOrder([...charts.values()].flatMap((one) => one.figures));
  const words = claimWords(lang, figures);
  const claims = told.flatMap((metric) => {
    const [latest] = latestFigures(figures.filter((figure) => figure.metric.slug === metric.slug));
    return latest ? [{ name: metric.name[lang], text: headlineText(latest, lang, words) }] : [];
  });
  return listCard({
    ...cardOf(asked, figures, ""),
    kicker: messagesOf(lang).site.motto,
    title: frozen.standing.title[lang],
    intro: filterWords(query, lang, figures) || frozen.standing.description[lang],
    claims,
  });
}

/** Sources are named in the order in which figures stand in time. */
const inTimeOrder = (figures: readonly Figure[]): Figure[] => {
  const key = ({ period, reportedOn, id }: Figure) => `${period.start ?? reportedOn.start ?? ""} ${id}`;
  return [...figures].sort((a, b) => (key(a) < key(b) ? -1 : 1));
};

/** A chart as its page shows it under the same filters, the point that is shared marked. */
export async function drawMetricCard(asked: PictureRequest, slug: string): Promise<string | null> {
  const { frozen, lang, query, point, view } = asked;
  const { opened, revision, standing } = frozen;
  const metric = await findMetric(opened.db, slug);
  if (metric === null) return null;
  const { figures, population, choices } = await metricInView(
    slug,
    query,
    revision,
    view,
    point,
    cardOutline,
  );
  const words = claimWords(lang, figures);
  const chart = drawnOnceAt({
    metric,
    figures,
    population: population ?? undefined,
    keep: point === undefined ? undefined : [point],
    events: [],
    log: view.log,
    facets: view.facets,
    window: windowOf(query),
    locale: lang,
    // The day of the revision, not of the visit: the same revision is the same picture for ever.
    today: standing.at?.toISOString().slice(0, 10) ?? "9999-12-31",
    variant: "card",
    low: true,
    width: lowWidth,
    words,
  });
  const title = metric.name[lang];
  const meant = figures.filter(({ id }) => id === point);
  const said = meant.length > 0 ? meant : latestFigures(figures);
  return chartCard({
    ...cardOf(asked, [...new Set([...shownIn(chart, figures), ...said])], `/metrics/${slug}`),
    kicker: standing.title[lang],
    title,
    claims: said.length > 0 ? said.map((one) => headlineText(one, lang, words)) : [words.empty],
    shown: shownWords(query, view, lang, choices),
    chart,
    drawing: await drawing({ chart, title, words, hrefOf: (id) => `#${id}`, selected: point }),
  });
}

/** One figure: its value, who says so, and its sentence with the number marked. */
export async function drawFigureCard(asked: PictureRequest, id: string): Promise<string | null> {
  const { frozen, lang } = asked;
  const figure = await findFigure(frozen.opened.db, id, frozen.revision);
  if (figure === null) return null;
  const words = claimWords(lang, [figure]);
  const { anchor, cue } = figure;
  const { sentence, numberStart: start, numberEnd: end, record } = anchor;
  return figureCard({
    ...cardOf(asked, [figure], `/figures/${id}`),
    kicker: figure.metric.name[lang],
    value: formatQuantity(figure, lang, words, { statistic: true }) ?? cue ?? words.noNumber,
    headline: statusWords(figure, lang) + headlineText(figure, lang, words),
    said:
      record === null
        ? { text: sentence, mark: { start, end } }
        : { text: cellsText(anchor, lang), mark: null },
    measure: await serifRuler(),
  });
}

/** A retracted figure never travels as if it stood. */
const statusWords = ({ status }: Figure, lang: PictureRequest["lang"]): string =>
  status === "retracted" ? `${messagesOf(lang).status.retracted.toLocaleUpperCase(lang)} – ` : "";
