import { openApiDocument } from "@/domain/export/openapi";
import { readPlainRequest } from "@/domain/export/plain-request";
import { figureRowJsonSchema } from "@/domain/export/row-schema";
import { freeze, headOf, whole } from "./frozen";
import { badRequest } from "./problem";

async function described(
  request: Request,
  type: string,
  document: (title: string, description: string, site: string) => object,
) {
  const read = readPlainRequest(new URL(request.url).searchParams, []);
  if (!read.ok) return badRequest(read.refusal);
  const frozen = await freeze(undefined);
  if (frozen instanceof Response) return frozen;
  const { title, description } = frozen.standing;
  const text = JSON.stringify(document(title.en, description.en, frozen.site), null, 1);
  return whole(request, headOf(request, frozen, text, type, false), `${text}\n`);
}

/** `GET /api/v1/openapi.json` */
export const openapi = (request: Request): Promise<Response> =>
  described(request, "application/json", (title, description, site) =>
    openApiDocument({ title, description, site }),
  );

/** `GET /api/v1/figure.schema.json` */
export const schema = (request: Request): Promise<Response> =>
  described(request, "application/schema+json", figureRowJsonSchema);
