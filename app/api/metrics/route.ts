import { importsNow } from "@/app/_server/import-work";
import { pagesNow } from "@/app/_server/keep-pages";
import { bodiesNow } from "@/app/_server/kept-bodies";
import { databaseFamilies } from "@/app/_server/metrics/database";
import { exposition, expositionType, family } from "@/app/_server/metrics/exposition";
import { processFamilies } from "@/app/_server/metrics/process";
import { requestFamilies } from "@/app/_server/metrics/requests";
import { bearsToken, metricsToken } from "@/app/_server/metrics/token";
import { methodNotAllowed, notFound } from "../v1/_server/problem";
import { downloadsNow, drawingsNow } from "../v1/_server/turns";

export const dynamic = "force-dynamic";

/** Numbers for those who run the site, to whoever bears METRICS_TOKEN; without one set there is nothing here. */
async function metrics(request: Request): Promise<Response> {
  const token = metricsToken();
  if (token === null) return notFound();
  if (!bearsToken(request.headers.get("authorization"), token)) return closed();
  if (request.method !== "GET" && request.method !== "HEAD") return methodNotAllowed(["GET", "HEAD"]);
  const families = [
    ...requestFamilies(),
    ...workFamilies(),
    ...(await databaseFamilies()),
    ...processFamilies(),
  ];
  return new Response(exposition(families), {
    headers: { "Content-Type": expositionType, "Cache-Control": "no-store" },
  });
}

function workFamilies() {
  const downloads = downloadsNow();
  const drawings = drawingsNow();
  const imports = importsNow();
  const pages = pagesNow();
  return [
    family("gauge", "verbatim_downloads", "Tables being written, in line, and how many may be at once.", [
      [{ state: "running" }, downloads.running],
      [{ state: "waiting" }, downloads.waiting],
      [{ state: "most" }, downloads.most],
    ]),
    family("gauge", "verbatim_drawings", "Answers being made, in line, and how many may be at once.", [
      [{ state: "running" }, drawings.running],
      [{ state: "waiting" }, drawings.waiting],
      [{ state: "most" }, drawings.most],
    ]),
    family("gauge", "verbatim_imports", "Tables being taken in by this process, and in line.", [
      [{ state: "running" }, imports.running],
      [{ state: "waiting" }, imports.waiting],
    ]),
    family("counter", "verbatim_pages_total", "Pages, and answers to programs, given from memory and made.", [
      [{ from: "memory" }, pages.kept],
      [{ from: "drawing" }, pages.drawn],
    ]),
    family("gauge", "verbatim_pages_kept_bytes", "What the pages and answers kept whole in memory weigh.", [
      [{}, pages.weight],
    ]),
    family("gauge", "verbatim_bodies_kept_bytes", "What the bodies kept in memory weigh.", [
      [{}, bodiesNow().weight],
    ]),
  ];
}

const closed = () =>
  new Response(null, {
    status: 401,
    headers: { "WWW-Authenticate": 'Bearer realm="metrics"', "Cache-Control": "no-store" },
  });

export {
  metrics as DELETE,
  metrics as GET,
  metrics as HEAD,
  metrics as OPTIONS,
  metrics as PATCH,
  metrics as POST,
  metrics as PUT,
};
