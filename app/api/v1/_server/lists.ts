import { type ListName, type ListRow, lists } from "@/db/queries/stream-lists";
import { csvOf } from "@/domain/export/csv";
import { readPlainRequest } from "@/domain/export/plain-request";
import { freeze, headOf, whole } from "./frozen";
import { badRequest } from "./problem";

export type ListFormat = "json" | "csv";
export const isListFormat = (name: string): name is ListFormat => name === "json" || name === "csv";

/** `GET /api/v1/{metrics,sources,agents}.{json,csv}`: what the slugs in a table of figures stand for. */
export async function list(request: Request, name: ListName, format: ListFormat): Promise<Response> {
  const known = format === "csv" ? ["as_of", "raw"] : ["as_of"];
  const read = readPlainRequest(new URL(request.url).searchParams, known);
  if (!read.ok) return badRequest(read.refusal);
  const { as_of, raw } = read.value;
  const frozen = await freeze(as_of);
  if (frozen instanceof Response) return frozen;
  const what = `${name}.${format}?raw=${raw ?? ""}`;
  const type = format === "csv" ? "text/csv; charset=utf-8; header=present" : "application/json";
  const head = headOf(request, frozen, what, type, false);
  const { standing, revision, opened } = frozen;
  const rows = await lists[name](opened.db, revision);
  head.headers["X-Row-Count"] = String(rows.length);
  head.headers["Content-Disposition"] =
    `attachment; filename="${standing.slug}-${name}-r${revision}.${format}"`;
  const text =
    format === "csv"
      ? csvOf(Object.keys(rows[0] ?? {}), rows, raw === "1")
      : `${JSON.stringify({ collection: standing.slug, revision, count: rows.length, [name]: rows satisfies readonly ListRow[] }, null, 1)}\n`;
  return whole(request, head, text);
}
