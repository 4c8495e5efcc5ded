import { findSample } from "@/db/queries/find-sample";
import { type OpenApiDocument, openApiDocument } from "@/domain/export/openapi";
import { readPlainRequest } from "@/domain/export/plain-request";
import { figureRowJsonSchema } from "@/domain/export/row-schema";
import type { Locale } from "@/domain/vocabulary";
import { describedIn } from "@/messages/api-words";
import { type Frozen, freeze, headOf, whole } from "./frozen";
import { badRequest } from "./problem";

/** The description of the API, in a language: what `/api/v1/openapi.json` gives and the page shows. */
export async function describeApi(frozen: Frozen, lang: Locale): Promise<OpenApiDocument> {
  const { standing, site, opened, revision } = frozen;
  const sample = await findSample(opened.db, revision);
  const about = { title: standing.title[lang], description: standing.description[lang], site, sample };
  return describedIn(openApiDocument(about), lang);
}

/** `GET /api/v1/openapi.json` */
export async function openapi(request: Request): Promise<Response> {
  const read = readPlainRequest(new URL(request.url).searchParams, ["lang"]);
  if (!read.ok) return badRequest(read.refusal);
  const frozen = await freeze(undefined);
  if (frozen instanceof Response) return frozen;
  const document = await describeApi(frozen, read.value.lang === "fr" ? "fr" : "en");
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
