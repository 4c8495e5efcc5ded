import { gzip } from "@/db/queries/stream-gzip";
import { type ListName, lists } from "@/db/queries/stream-lists";
import { join } from "@/domain/export/bytes";
import { withRevision } from "@/domain/export/datapackage";
import { type TableFormat, tableFormats } from "@/domain/export/formats";
import { listColumns } from "@/domain/export/list-columns";
import { listOptions } from "@/domain/export/list-request";
import { readPlainRequest } from "@/domain/export/plain-request";
import { type SmallTable, writeTable } from "@/domain/export/small-table";
import { type Frozen, freeze, headOf, kept } from "./frozen";
import { badRequest, notFound } from "./problem";

/** `GET /api/v1/{metrics,sources,agents}.{csv,…}`: what the slugs in a table of figures stand for. */
export async function list(request: Request, name: ListName, format: TableFormat): Promise<Response> {
  const read = readPlainRequest(new URL(request.url).searchParams, listOptions(format));
  if (!read.ok) return badRequest(read.refusal);
  const { as_of } = read.value;
  const form = { raw: read.value.raw === "1", excel: read.value.excel === "1" };
  const frozen = await freeze(as_of);
  if (frozen instanceof Response) return frozen;
  const head = headOf(
    request,
    frozen,
    `${name}.${format}?${form.raw}&${form.excel}`,
    tableFormats[format],
    false,
  );
  head.headers["Content-Disposition"] =
    `attachment; filename="${frozen.standing.slug}-${name}-r${frozen.revision}.${format}"`;
  const table = await kept(request, frozen, head, async () => {
    const made = await tableOf(frozen, name);
    const pieces: Uint8Array[] = [];
    for await (const piece of writeTable(made, format, form, gzip)) pieces.push(piece);
    return { bytes: new Uint8Array(join(pieces)), headers: { "X-Row-Count": String(made.rows.length) } };
  });
  return table ?? notFound();
}

async function tableOf({ opened, standing, revision, site }: Frozen, name: ListName): Promise<SmallTable> {
  const address = `${site}/api/v1/${name}.xlsx?${withRevision("", revision)}`;
  return {
    name,
    columns: listColumns[name],
    rows: await lists[name](opened.db, revision),
    head: { collection: standing.slug, revision },
    notes: [
      ["collection", standing.title.en],
      ["site", site],
      ["revision", String(revision)],
      ["same state for ever", address],
      ["licence", "CC BY 4.0 for the compilation"],
    ],
  };
}
