import { isListName } from "@/db/queries/stream-lists";
import { isTableFormat } from "@/domain/export/formats";
import { datapackage } from "../_server/datapackage";
import { figures } from "../_server/figures";
import { isListFormat, list } from "../_server/lists";
import { openapi, schema } from "../_server/openapi";
import { notFound } from "../_server/problem";
import { preflight } from "../_server/public-headers";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ file: string }> };

/** What stands directly under /api/v1: tables, lists, the package of both, and what describes them. */
async function answer(request: Request, { params }: Context): Promise<Response> {
  const { file } = await params;
  const [name = "", format = "", ...rest] = file.split(".");
  if (rest.length > 0) return file === "figure.schema.json" ? schema(request) : notFound();
  if (name === "figures" && isTableFormat(format)) return figures(request, format);
  if (isListName(name) && isListFormat(format)) return list(request, name, format);
  if (name === "datapackage" && (format === "json" || format === "zip")) return datapackage(request, format);
  return file === "openapi.json" ? openapi(request) : notFound();
}

export { answer as GET, answer as HEAD, preflight as OPTIONS };
