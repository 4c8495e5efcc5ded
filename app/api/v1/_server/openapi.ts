import { describeApi } from "@/app/_server/describe-api";
import { readPlainRequest } from "@/domain/export/plain-request";
import { figureRowJsonSchema } from "@/domain/export/row-schema";
import { type Frozen, freeze, headOf, whole } from "./frozen";
import { badRequest } from "./problem";

/** `GET /api/v1/openapi.json` */
export async function openapi(request: Request): Promise<Response> {
  const read = readPlainRequest(new URL(request.url).searchParams, ["lang"]);
  if (!read.ok) return badRequest(read.refusal);
  const frozen = await freeze(undefined);
  if (frozen instanceof Response) return frozen;
  const { opened, standing, revision } = frozen;
  const lang = read.value.lang === "fr" ? "fr" : "en";
  const document = await describeApi(opened.db, standing, revision, lang);
  return written(request, frozen, "application/json", document);
}

/** `GET /api/v1/figure.schema.json` */
export async function schema(request: Request): Promise<Response> {
  const read = readPlainRequest(new URL(request.url).searchParams, []);
  if (!read.ok) return badRequest(read.refusal);
  const frozen = await freeze(undefined);
  if (frozen instanceof Response) return frozen;
  return written(request, frozen, "application/schema+json", figureRowJsonSchema());
}

function written(request: Request, frozen: Frozen, type: string, document: object): Response {
  const text = `${JSON.stringify(document, null, 1)}\n`;
  return whole(request, headOf(request, frozen, text, type, false), text);
}
