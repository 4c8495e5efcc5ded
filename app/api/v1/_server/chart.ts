import { metricInView } from "@/app/_server/chart-figures";
import { textBody } from "@/app/_server/kept-bodies";
import { drawnOnceAt } from "@/components/charts/drawn-once";
import { thinnedWords } from "@/components/charts/thinned-words";
import { claimWords } from "@/components/figures/claim-words";
import { shownWords } from "@/components/figures/filter-words";
import { pageOutline } from "@/db/queries/list-chart-figures";
import { listEvents } from "@/db/queries/list-events";
import { findMetric } from "@/db/queries/list-metrics";
import { windowOf } from "@/domain/chart/time-window";
import { keyOf, lookParameters, writeChartView } from "@/domain/chart-view";
import { cite } from "@/domain/citation/cite";
import { pictureSvg, shownIn, sourcesOf } from "@/domain/export/picture";
import { writeFigureQuery } from "@/domain/figure-query";
import { messagesOf } from "@/messages/messages";
import { addressOfSite, findCited } from "./cited";
import { drawPng, pictureFont } from "./draw-png";
import { headOf, kept, notModified } from "./frozen";
import { drawing, tokens } from "./picture-style";
import { notFound } from "./problem";
import { type PictureRequest, readPicture } from "./read-picture";

/** `GET /api/v1/metrics/{slug}.{svg,png}`: the chart of the page with the same filters, and its sources in the picture. */
export async function chart(request: Request, slug: string, format: "svg" | "png"): Promise<Response> {
  const read = await readPicture(request, ["lang", "width", "point", ...lookParameters]);
  if (read instanceof Response) return read;
  const { frozen, query, lang, point, view } = read.asked;
  const width = Number(read.options.width ?? 1080);
  const site = addressOfSite(frozen, request);
  const type = format === "svg" ? "image/svg+xml" : "image/png";
  const head = headOf(
    request,
    frozen,
    `${slug}.${format}?${writeFigureQuery(query)}&${lang}&${width}&${point ?? ""}&${keyOf(view)}&${site}`,
    type,
    false,
  );
  if (head.unchanged) return notModified(head);
  head.headers["Content-Disposition"] = `inline; filename="${slug}-r${frozen.revision}.${format}"`;
  // A picture opened by itself is a page of this site: nothing in it may run.
  head.headers["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
  const picture = await kept(request, frozen, head, async () => {
    const svg = await drawSvg({ ...read.asked, slug, width, site });
    if (svg === null) return null;
    return format === "svg" ? textBody(svg) : { bytes: await drawPng(svg) };
  });
  return picture ?? notFound();
}

type Wanted = PictureRequest & {
  readonly slug: string;
  readonly width: number;
  readonly site: string;
};

/** The picture as SVG; null where there is no such metric. */
async function drawSvg({
  frozen,
  query,
  slug,
  lang,
  width,
  point,
  view,
  site,
}: Wanted): Promise<string | null> {
  const { db } = frozen.opened;
  const [metric, cited] = [
    await findMetric(db, slug),
    await findCited(frozen, site, lang, ["metrics", slug]),
  ];
  if (metric === null || cited === null) return null;
  const { figures, population, choices } = await metricInView(
    slug,
    query,
    frozen.revision,
    view,
    point,
    pageOutline,
  );
  const shown = shownWords(query, view, lang, choices);
  const words = claimWords(lang, figures);
  // The day of the revision, not of the visit: the same revision is the same picture for ever.
  const today = cited.published ?? "9999-12-31";
  const drawn = drawnOnceAt({
    metric,
    figures,
    population: population ?? undefined,
    keep: point === undefined ? undefined : [point],
    events: view.events ? await listEvents(db) : [],
    log: view.log,
    facets: view.facets,
    window: windowOf(query),
    locale: lang,
    today,
    variant: "page",
    width,
    words,
  });
  const title = metric.name[lang];
  const look = writeFigureQuery({ ...query, as_of: String(frozen.revision) }, writeChartView(view));
  const url = `${site}/${lang}/metrics/${slug}?${look}`; // whose page draws the same
  const hrefOf = (id: string) => `${site}/${lang}/figures/${id}?as_of=${frozen.revision}`;
  return pictureSvg({
    chart: drawn,
    drawing: await drawing({ chart: drawn, title, words, hrefOf, selected: point }),
    title,
    sources: sourcesOf(shownIn(drawn, figures)),
    sourcesMore: messagesOf(lang).share.sourcesMore,
    footer: [
      drawn.summary.text,
      ...(shown === "" ? [] : [shown]),
      ...(drawn.log === "off" ? [] : [words.logScale[drawn.log]]),
      ...thinnedWords(drawn, words),
      cite({ ...cited, url }, "apa"),
      messagesOf(lang).downloads.rights,
    ],
    colours: { paper: tokens.paper, ink: tokens.ink, faint: tokens["ink-2"] },
    font: `${pictureFont}, sans-serif`,
  });
}
