import { bodyOf } from "@/app/api/v1/_server/body";
import { endingOf } from "@/app/api/v1/_server/figures";
import { type Frozen, freeze, headOf, notModified, whole } from "@/app/api/v1/_server/frozen";
import { notFound, problem } from "@/app/api/v1/_server/problem";
import { listSitemapFigures, listSitemapMetrics, listSitemapParts } from "@/db/queries/list-sitemap";
import { listSources } from "@/db/queries/list-sources";
import { figuresPerSitemap, type SitemapPage, sitemap, sitemapIndex } from "@/domain/sitemap";

const type = "application/xml; charset=utf-8";

/** A sitemap holds whole addresses, and the Host of a request is whatever its sender wrote. */
const untold = () =>
  problem({
    title: "Not Found",
    status: 404,
    detail: "There is no sitemap: this site was not told its own address (SITE_URL).",
  });

/** `GET /sitemap.xml`: the list of the sitemaps. */
export async function index(request: Request): Promise<Response> {
  const frozen = await freeze(undefined);
  if (frozen instanceof Response) return frozen;
  if (frozen.site === "") return untold();
  const head = headOf(request, frozen, "sitemap.xml", type, false);
  if (head.unchanged) return notModified(head);
  const parts = await listSitemapParts(frozen.opened.db, figuresPerSitemap);
  const files = [
    { path: "/sitemaps/pages.xml", changed: frozen.standing.at },
    ...parts.map(({ part, changed }) => ({ path: `/sitemaps/figures-${part}.xml`, changed })),
  ];
  return whole(request, head, sitemapIndex(files, frozen.site));
}

/** `GET /sitemaps/pages.xml`, `/sitemaps/figures-1.xml` and so on. */
export async function one(request: Request, file: string): Promise<Response> {
  const [, part] = /^figures-([1-9]\d{0,5})\.xml$/.exec(file) ?? [];
  if (part === undefined && file !== "pages.xml") return notFound();
  const frozen = await freeze(undefined);
  if (frozen instanceof Response) return frozen;
  if (frozen.site === "") return untold();
  const head = headOf(request, frozen, `sitemaps/${file}`, type, false);
  if (head.unchanged || request.method === "HEAD") return whole(request, head, "");
  const pages =
    part === undefined
      ? await plainPages(frozen)
      : await listSitemapFigures(frozen.opened.db, Number(part), figuresPerSitemap);
  if (pages.length === 0) return notFound();
  const body = await bodyOf(
    sitemap(pages, frozen.site),
    "identity",
    endingOf(request, () => {}),
  );
  return new Response(body, { headers: head.headers });
}

async function plainPages({ opened: { db }, revision, standing }: Frozen): Promise<SitemapPage[]> {
  const [moving, still] = [
    ["", "/figures", "/compare", "/changes"],
    ["/sources", "/method", "/api"],
  ];
  const sources = await listSources(db, revision);
  return [
    ...moving.map((path) => ({ path, changed: standing.at })),
    ...still.map((path) => ({ path, changed: null })),
    ...(await listSitemapMetrics(db)),
    ...sources.map(({ slug }) => ({ path: `/sources/${slug}`, changed: null })),
  ];
}
