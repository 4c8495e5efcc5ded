import { networkAsking } from "@/app/_server/client";
import { errorFacts, log, loggedAddress } from "@/app/_server/log";
import { hangUpOn, sayOfBody, unsayOfBody } from "@/app/_server/raw-response";
import { isSortKey } from "@/db/queries/list-figures";
import { type FigureExport, findExport, findExportPage } from "@/db/queries/stream-figures";
import { type About, streamTable, tooLong } from "@/db/queries/stream-table";
import { writeCursor } from "@/domain/cursor";
import { type ExportRequest, readExportRequest, writeExportRequest } from "@/domain/export/export-request";
import { type TableFormat, tableFormats } from "@/domain/export/formats";
import { bodyOf, type Ending } from "./body";
import { type Frozen, freeze, headOf, notModified } from "./frozen";
import { badRequest, tooBusy } from "./problem";
import { takeTurn } from "./turns";

/** `GET /api/v1/figures.{csv,…}`: the figures a reader sees, with the filters in the address. */
export async function figures(request: Request, format: TableFormat): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const isKey = ({ sort }: ExportRequest["query"], key: string) =>
    sort === undefined ? key === "" : isSortKey(sort, key);
  const read = readExportRequest(format, searchParams, isKey);
  if (!read.ok) return badRequest(read.refusal);
  const asked = read.value;
  const frozen = await freeze(asked.query.as_of);
  if (frozen instanceof Response) return frozen;
  const after = searchParams.get("after") ?? "";
  const compress = format !== "xlsx" && format !== "parquet";
  const head = headOf(
    request,
    frozen,
    `figures.${format}?${writeExportRequest(asked)}&after=${after}`,
    tableFormats[format],
    compress,
  );
  if (head.unchanged) return notModified(head);
  // A page is read on the connections that all share, and waits for nobody's table.
  const release =
    asked.limit === null ? await takeTurn(networkAsking(request.headers), request.signal) : () => {};
  if (release === null) return tooBusy(10);
  try {
    const found = await find(frozen, asked, request.signal);
    const headers = { ...head.headers, ...ofFile(request, frozen, asked, found) };
    const refusal = tooLong(format, found.count);
    if (refusal !== null) {
      release();
      return badRequest([{ name: "format", reason: refusal }]);
    }
    const encoding =
      head.encoding !== "identity" && sayOfBody("Content-Encoding", head.encoding)
        ? head.encoding
        : "identity";
    if (request.method === "HEAD") {
      release();
      return new Response(null, { headers });
    }
    const bytes = streamTable(asked, aboutOf(frozen, asked), found, request.signal);
    const ending = endingOf(request, release);
    return new Response(await bodyOf(bytes, encoding, ending), { headers });
  } catch (error) {
    release();
    unsayOfBody("Content-Encoding"); // the answer that says so is not compressed
    throw error;
  }
}

function find(
  { opened, revision, site }: Frozen,
  { query, lang, limit, cursor }: ExportRequest,
  signal: AbortSignal,
): Promise<FigureExport> {
  const selection = { query, revision, lang, site };
  return limit === null
    ? findExport(opened, selection, signal)
    : findExportPage(opened, selection, limit, cursor ?? undefined);
}

function ofFile(
  request: Request,
  frozen: Frozen,
  asked: ExportRequest,
  { count, next }: FigureExport,
): Record<string, string> {
  const name = fileName(frozen, asked);
  return {
    "X-Row-Count": String(count),
    "Content-Disposition":
      asked.limit === null ? `attachment; filename="${name}"` : `inline; filename="${name}"`,
    ...(next === null ? {} : { Link: `<${nextAddress(request, frozen, next)}>; rel="next"` }),
  };
}

/** What a file says of itself. */
export const aboutOf = ({ standing, revision, site }: Frozen, asked: ExportRequest): About => ({
  slug: standing.slug,
  title: standing.title[asked.lang],
  revision,
  site,
  request: writeExportRequest(asked),
});

/** Where the next page is, frozen at the revision of this one. */
export function nextAddress(
  request: Request,
  { site, revision }: Frozen,
  next: { key: string; id: string },
): string {
  const { pathname, searchParams } = new URL(request.url);
  searchParams.set("after", writeCursor({ direction: "after", ...next }));
  searchParams.set("as_of", String(revision));
  return `${site}${pathname}?${searchParams}`;
}

/** `kursk-figures-r12.csv`: what it is and how it stood; of one metric, its name too. */
function fileName({ standing, revision }: Frozen, { query, format }: ExportRequest): string {
  const { as_of: _revision, sort: _sort, metric, ...others } = query;
  const some = Object.keys(others).length > 0 ? "-filtered" : "";
  return `${standing.slug}-${metric ?? "figures"}${some}-r${revision}.${format}`;
}

/** What becomes of a download at its end. A failure in the middle of it reaches nobody but the log: it can only be broken. */
export const endingOf = (request: Request, release: () => void): Ending => ({
  signal: request.signal,
  onEnd: release,
  onBreak: (error) =>
    log("error", "a download broke", { path: loggedAddress(request.url), ...errorFacts(error) }),
  hangUp: hangUpOn(),
});
