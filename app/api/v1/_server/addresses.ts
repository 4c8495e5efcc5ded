import type { ListName } from "@/db/queries/stream-lists";
import { tableFormatNames } from "@/domain/export/formats";
import { cardPicture } from "./card";
import { chart } from "./chart";
import { citation } from "./citation";
import { datapackage } from "./datapackage";
import { drafts } from "./drafts";
import { figure } from "./figure";
import { figures } from "./figures";
import { list } from "./lists";
import { openapi, schema } from "./openapi";

export type Handler = (request: Request, parts: Readonly<Record<string, string>>) => Promise<Response>;
/** What an address answers, by method. HEAD is GET without its body. */
export type Methods = { readonly GET?: Handler; readonly POST?: Handler };

const listNames = ["metrics", "agents", "sources"] as const satisfies readonly ListName[];

/**
 * Every address of the API as its description writes it: a test holds the two together, so that nothing answers that
 * is not described.
 */
export const addresses: Readonly<Record<string, Methods>> = {
  ...Object.fromEntries(
    tableFormatNames.flatMap((format) => [
      [`/api/v1/figures.${format}`, { GET: (request: Request) => figures(request, format) }],
      ...listNames.map((name) => [
        `/api/v1/${name}.${format}`,
        { GET: (request: Request) => list(request, name, format) },
      ]),
    ]),
  ),
  "/api/v1/figures/{id}.json": { GET: (request, { id }) => figure(request, id!) },
  "/api/v1/metrics/{slug}.svg": { GET: (request, { slug }) => chart(request, slug!, "svg") },
  "/api/v1/metrics/{slug}.png": { GET: (request, { slug }) => chart(request, slug!, "png") },
  "/api/v1/cards/collection.png": { GET: (request) => cardPicture(request, { list: "collection" }) },
  "/api/v1/cards/metrics/{slug}.png": {
    GET: (request, { slug }) => cardPicture(request, { list: "metrics", name: slug! }),
  },
  "/api/v1/cards/figures/{id}.png": {
    GET: (request, { id }) => cardPicture(request, { list: "figures", name: id! }),
  },
  "/api/v1/citations/collection": { GET: (request) => citation(request, ["collection"]) },
  "/api/v1/citations/metrics/{slug}": { GET: (request, { slug }) => citation(request, ["metrics", slug!]) },
  "/api/v1/citations/figures/{id}": { GET: (request, { id }) => citation(request, ["figures", id!]) },
  "/api/v1/datapackage.json": { GET: (request) => datapackage(request, "json") },
  "/api/v1/datapackage.zip": { GET: (request) => datapackage(request, "zip") },
  "/api/v1/drafts": { POST: drafts },
  "/api/v1/figure.schema.json": { GET: schema },
  "/api/v1/openapi.json": { GET: openapi },
};

const forms: Readonly<Record<string, string>> = { id: "[0-9a-z]{8}", slug: "[a-z0-9-]{1,80}" };

const known = Object.entries(addresses).map(([template, methods]) => {
  const source = template
    .split(/\{(\w+)\}/)
    .map((part, index) => (index % 2 === 1 ? `(?<${part}>${forms[part]})` : part.replaceAll(".", "\\.")));
  return { form: new RegExp(`^${source.join("")}$`), methods };
});

/** What an address answers, and the parts of its path; null where there is nothing. */
export function addressAt(pathname: string): { methods: Methods; parts: Record<string, string> } | null {
  for (const { form, methods } of known) {
    const found = form.exec(pathname);
    if (found) return { methods, parts: { ...found.groups } };
  }
  return null;
}
