import { networkAsking } from "@/app/_server/client";
import { findExport } from "@/db/queries/stream-figures";
import { gzip } from "@/db/queries/stream-gzip";
import { type ListName, lists } from "@/db/queries/stream-lists";
import { streamTable } from "@/db/queries/stream-table";
import { cite } from "@/domain/citation/cite";
import { csvOf } from "@/domain/export/csv";
import {
  dataPackage,
  type ListResource,
  type PackageFacts,
  packageLicence,
  packageReadme,
  withRevision,
} from "@/domain/export/datapackage";
import { type ExportRequest, readExportRequest, writeExportRequest } from "@/domain/export/export-request";
import { textEntry, type ZipEntry, zip } from "@/domain/export/zip";
import { bodyOf } from "./body";
import { addressOfSite, citedCollection } from "./cited";
import { aboutOf, endingOf } from "./figures";
import { type Frozen, freeze, headOf, notModified, whole } from "./frozen";
import { badRequest, tooBusy } from "./problem";
import { takeTurn } from "./turns";

const listNames = ["metrics", "agents", "sources"] as const satisfies readonly ListName[];

/** `GET /api/v1/datapackage.{json,zip}`: the tables under the filters in view, described and, as an archive, together. */
export async function datapackage(request: Request, format: "json" | "zip"): Promise<Response> {
  const read = readExportRequest("ndjson", new URL(request.url).searchParams, () => false);
  if (!read.ok) return badRequest(read.refusal);
  const asked = read.value;
  const frozen = await freeze(asked.query.as_of);
  if (frozen instanceof Response) return frozen;
  const what = `datapackage.${format}?${writeExportRequest(asked)}&site=${addressOfSite(frozen, request)}`;
  const head = headOf(
    request,
    frozen,
    what,
    format === "json" ? "application/json" : "application/zip",
    false,
  );
  if (head.unchanged) return notModified(head);
  const tables = await readLists(frozen);
  if (format === "json")
    return whole(
      request,
      head,
      `${JSON.stringify(describe(request, frozen, asked, tables, "api"), null, 1)}\n`,
    );
  const { slug } = frozen.standing;
  head.headers["Content-Disposition"] = `attachment; filename="${slug}-r${frozen.revision}.zip"`;
  if (request.method === "HEAD") return new Response(null, { headers: head.headers });
  const release = await takeTurn(networkAsking(request.headers), request.signal);
  if (release === null) return tooBusy(10);
  const { query, lang } = asked;
  const selection = { query, lang, revision: frozen.revision, site: frozen.site };
  const found = await findExport(frozen.opened, selection, request.signal).catch((error) => {
    release();
    throw error;
  });
  head.headers["X-Row-Count"] = String(found.count);
  const figures = streamTable(
    { format: "csv", raw: false, excel: false },
    aboutOf(frozen, asked),
    found,
    request.signal,
  );
  const facts = factsOf(request, frozen, asked, tables, "archive");
  const entries: ZipEntry[] = [
    textEntry("README.md", packageReadme(facts, found.count)),
    textEntry("LICENSE.md", packageLicence),
    textEntry(
      "CITATION.txt",
      `${facts.citation}\n\n${cite(citedCollection(frozen, addressOfSite(frozen, request), lang), "bibtex")}`,
    ),
    textEntry("datapackage.json", `${JSON.stringify(dataPackage(facts), null, 1)}\n`),
    ...tables.map(({ name, text }) => textEntry(`data/${name}.csv`, text)),
    { name: "data/figures.csv", bytes: figures },
  ];
  const body = await bodyOf(zip(entries, gzip), "identity", endingOf(request, release));
  return new Response(body, { headers: head.headers });
}

type Table = {
  readonly name: (typeof listNames)[number];
  readonly columns: readonly string[];
  readonly text: string;
};

const readLists = ({ opened, revision }: Frozen): Promise<Table[]> =>
  Promise.all(
    listNames.map(async (name) => {
      const rows = await lists[name](opened.db, revision);
      const columns = Object.keys(rows[0] ?? {});
      return { name, columns, text: csvOf(columns, rows) };
    }),
  );

const describe = (...facts: Parameters<typeof factsOf>) => dataPackage(factsOf(...facts));

function factsOf(
  request: Request,
  frozen: Frozen,
  asked: ExportRequest,
  tables: readonly Table[],
  where: "api" | "archive",
): PackageFacts {
  const { standing, revision } = frozen;
  const about = aboutOf(frozen, asked);
  const site = addressOfSite(frozen, request);
  const path = (name: string, query: string) =>
    where === "api" ? `${site}/api/v1/${name}.csv?${query}` : `data/${name}.csv`;
  const resources = tables
    .filter(({ columns }) => columns.length > 0)
    .map(({ name, columns }): ListResource => ({ name, columns, path: path(name, `as_of=${revision}`) }));
  return {
    ...about,
    site,
    description: standing.description[asked.lang],
    citation: cite(citedCollection(frozen, site, asked.lang), "apa"),
    figuresPath: path("figures", withRevision(about.request, revision)),
    lists: resources,
  };
}
