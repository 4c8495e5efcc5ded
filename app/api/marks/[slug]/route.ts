import { claimWords } from "@/components/figures/claim-words";
import type { Reader } from "@/db/client";
import { currentState } from "@/db/queries/current-state";
import { findMoment } from "@/db/queries/find-moment";
import { explorerOutline } from "@/db/queries/list-chart-figures";
import { listEvents } from "@/db/queries/list-events";
import { findMetric } from "@/db/queries/list-metrics";
import { addressesIn } from "@/domain/address";
import { toFigureLines } from "@/domain/chart/figure-lines";
import { readChartView } from "@/domain/chart-view";
import { invalidFilters } from "@/domain/export/export-request";
import { type FigureQuery, readFigureQuery } from "@/domain/figure-query";
import { metricAmong } from "../../../_server/chart-figures";
import { today } from "../../../_server/clock";
import { newestRevision, reader } from "../../../_server/database";
import { type Body, keptBody, textBody } from "../../../_server/kept-bodies";
import { badRequest, notFound } from "../../v1/_server/problem";

export const dynamic = "force-dynamic";

const slugForm = /^[a-z0-9-]{1,80}$/;
const own = ["lang", "ghosts", "hide", "among", "facets"];

/**
 * What the explorer of our own pages draws: the figures of a metric, or the outline of a dense one. No public format:
 * settings on the first line and a figure on each other, so that a browser need not read all of it at once.
 */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  if (!slugForm.test(slug)) return notFound();
  const { searchParams } = new URL(request.url);
  const reading = readFigureQuery(searchParams, own);
  const invalid = [...invalidFilters(reading, own)];
  if (invalid.length > 0) return badRequest(invalid);
  const db = await reader();
  const stood = { db, state: await currentState(db) };
  const what = `marks ${today()} ${await newestRevision()} ${slug} ${searchParams}`;
  const marks = await keptBody(stood, what, () => marksOf(db, slug, reading.query, searchParams));
  if (marks === null) return notFound();
  return new Response(request.method === "HEAD" ? null : marks.bytes, {
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "private, no-cache" },
  });
}

async function marksOf(
  db: Reader,
  slug: string,
  query: FigureQuery,
  searchParams: URLSearchParams,
): Promise<Body | null> {
  const metric = await findMetric(db, slug);
  if (metric === null) return null;
  const locale = searchParams.get("lang") === "fr" ? "fr" : "en";
  const newest = await newestRevision();
  const revision = Math.min(Number(query.as_of ?? newest), newest);
  const view = readChartView(searchParams);
  const among = (searchParams.get("among") ?? "").split(",").filter(Boolean);
  const { figures, population, choices } = await metricAmong(
    slug,
    query,
    revision,
    view,
    among,
    explorerOutline,
  );
  // Its day and its links are those of the page that asks: frozen where that is.
  const asOf = Number(query.as_of ?? newest) > newest ? undefined : query.as_of;
  const frozenAt = asOf === undefined ? null : await findMoment(db, revision);
  const settings = {
    metric,
    population: population ?? undefined,
    events: await listEvents(db),
    locale,
    today: frozenAt?.toISOString().slice(0, 10) ?? today(),
    variant: "page",
    explored: true,
    facets: view.facets || undefined,
    words: claimWords(locale, choices),
    title: metric.name[locale],
    hrefPattern: addressesIn(locale, asOf)("/figures/{id}"),
  };
  const { names, lines } = toFigureLines(figures);
  return textBody([{ settings, names }, ...lines].map((line) => JSON.stringify(line)).join("\n"));
}
