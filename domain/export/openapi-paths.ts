import { lookParameters } from "../chart-view";
import { filterNames } from "../figure-query";
import { optionsOf } from "./export-request";
import { citationTypes, type TableFormat, tableFormatNames, tableFormats } from "./formats";
import { type ListKind, listColumns } from "./list-columns";
import { listOptions } from "./list-request";
import { type HeaderName, readRefusals, referToHeaders, refuse, writeRefusals } from "./openapi-answers";
import { type ParameterName, refer } from "./openapi-parameters";
import { pageOf, schemaOf } from "./openapi-schemas";
import { citationStyles } from "./options";

/** Things of the collection that examples are about: nothing of it is known here. */
export type Sample = {
  readonly metric: string | null;
  readonly claimant: string | null;
  readonly figure: string | null;
};

export type Tag = "figures" | "lists" | "charts" | "package" | "citations" | "write" | "description";
type Get = {
  readonly id: string;
  readonly tag: Tag;
  readonly summary: string;
  readonly types: Readonly<Record<string, object>>;
  readonly parameters: readonly ParameterName[];
  readonly headers?: readonly HeaderName[];
  /** Addresses to try; those of things that are not there are left out. */
  readonly examples: readonly (string | null)[];
};

const cached: readonly HeaderName[] = ["X-Revision", "ETag", "Last-Modified", "Access-Control-Allow-Origin"];
const ofTable: readonly HeaderName[] = ["X-Row-Count", "Content-Disposition", ...cached];

type Operation = {
  readonly operationId: string;
  readonly tags: readonly Tag[];
  readonly summary: string;
  readonly parameters: readonly { readonly $ref: string }[];
  readonly responses: Readonly<Record<string, object>> & {
    readonly "200": {
      readonly description: string;
      readonly headers: object;
      readonly content: object;
    };
  };
  /** Addresses that can be opened as they stand. */
  readonly "x-examples": readonly string[];
};
type Post = Operation & {
  readonly security: readonly object[];
  readonly requestBody: { readonly content: Readonly<Record<string, { readonly example?: object }>> };
};
export type PathItem = { readonly get?: Operation; readonly post?: Post };

function get({ id, tag, summary, types, parameters, headers = cached, examples }: Get): PathItem {
  const content = Object.fromEntries(
    Object.entries(types).map(([type, schema]) => [type.split(";")[0]!, { schema }]),
  );
  const there = parameters.some((name) => name === "id" || name === "slug") ? (["404"] as const) : [];
  return {
    get: {
      operationId: id,
      tags: [tag],
      summary,
      parameters: refer(parameters),
      responses: {
        "200": { description: summary, headers: referToHeaders(headers), content },
        ...refuse([...readRefusals, ...there]),
      },
      "x-examples": examples.filter((one) => one !== null),
    },
  };
}

const bytes = { type: "string", contentMediaType: "application/octet-stream" };
const text = { type: "string" };
const refTo = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const capital = (word: string) => word[0]!.toUpperCase() + word.slice(1);

/** What a format's body is: rows that a schema tells of, or a file. */
function bodyOf(format: TableFormat, list: string, row: string): object {
  if (format === "json") return pageOf(list, row);
  if (format === "ndjson") return refTo(row);
  return format === "csv" || format === "tsv" ? text : bytes;
}

/** An address with what is known of a query. */
function asking(address: string, parts: Readonly<Record<string, string | null>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parts)) if (value !== null) query.set(name, value);
  return query.size === 0 ? address : `${address}?${query}`;
}

function figureTable(format: TableFormat, { metric, claimant }: Sample) {
  const address = `/api/v1/figures.${format}`;
  const some: Readonly<Record<TableFormat, Readonly<Record<string, string | null>>>> = {
    csv: { metric },
    tsv: { sort: "-period", lang: "fr" },
    json: { claimant, limit: "2" },
    ndjson: { metric, claimant },
    xlsx: { metric, lang: "fr" },
    parquet: { as_of: "1" },
  };
  return get({
    id: `figuresAs${capital(format)}`,
    tag: "figures",
    summary: `Every figure that the filters keep, as ${format.toUpperCase()}.`,
    types: { [tableFormats[format]]: bodyOf(format, "figures", "Figure") },
    parameters: [...filterNames, ...optionsOf(format)],
    headers: format === "json" ? [...ofTable, "Link"] : ofTable,
    examples: [
      asking(address, some[format]),
      ...(format === "csv" ? [asking(address, { metric, lang: "fr", excel: "1" })] : []),
    ],
  });
}

const listTable = (name: ListKind, format: TableFormat) =>
  get({
    id: `${name}As${capital(format)}`,
    tag: "lists",
    summary: `The ${name} that figures name, as ${format.toUpperCase()}.`,
    types: { [tableFormats[format]]: bodyOf(format, name, schemaOf[name]) },
    parameters: listOptions(format),
    headers: ofTable,
    examples: [`/api/v1/${name}.${format}`],
  });

const styles = {
  "application/json": refTo("Citations"),
  ...Object.fromEntries(citationStyles.map((style) => [citationTypes[style], text])),
};

const citing = (id: string, summary: string, of: string | null, part?: "id" | "slug") =>
  get({
    id,
    tag: "citations",
    summary,
    types: styles,
    parameters: [...(part ? [part] : []), "as_of", "lang", "style"],
    examples: ["", "?style=bibtex", "?style=chicago&lang=fr"].map((asked) =>
      of === null ? null : `/api/v1/citations/${of}${asked}`,
    ),
  });

const card = (id: string, what: string, of: string | null, part?: "id" | "slug") =>
  get({
    id,
    tag: "charts",
    summary: `${what} as a card to be shared, 1200 × 630.`,
    types: { "image/png": bytes },
    parameters: [
      ...(part ? [part] : []),
      ...filterNames.filter((name) => part !== "slug" || name !== "metric"),
      "lang",
      "point",
      ...(part === "slug" ? lookParameters : []),
    ],
    headers: ["Content-Disposition", ...cached],
    examples: [of === null ? null : `/api/v1/cards/${of}.png?lang=fr`],
  });

/** A row to try, of what the collection has; null where it has nothing. */
const rowToTry = ({ metric, claimant }: Sample) =>
  metric === null || claimant === null
    ? null
    : {
        dataset: {
          slug: "rows-by-script",
          title: "Rows handed in by a script",
          publisher: claimant,
          url: null,
          lang: "en",
          published: null,
        },
        rows: [{ metric, claimant, value: "1", period_start: "2025-01-31" }],
      };

/** The one address that takes something: rows, as drafts. */
function handIn(sample: Sample): PathItem {
  const content = { "application/json": { schema: refTo("DeliveryAnswer") } };
  const example = rowToTry(sample);
  const form = {
    type: "object",
    required: ["file", "map"],
    properties: {
      file: { ...bytes, description: "A table: CSV, TSV or XLSX." },
      map: { ...text, description: "How it is read, as JSON: docs/importing.md, Maps." },
    },
  };
  return {
    post: {
      operationId: "handInDrafts",
      tags: ["write"],
      summary: "Hands in rows as drafts of whoever made the token.",
      parameters: refer(["dry_run", "only", "Idempotency-Key"]),
      security: [{ token: [] }],
      requestBody: {
        content: {
          "application/json": { schema: refTo("Delivery"), ...(example === null ? {} : { example }) },
          "multipart/form-data": { schema: form },
        } as Post["requestBody"]["content"],
      },
      responses: {
        "200": {
          description:
            "What would become of the rows, or that the collection says all of it already: nothing was written.",
          headers: {},
          content,
        },
        "201": { description: "What became of the rows.", content },
        ...refuse(writeRefusals),
      },
      "x-examples": [],
    },
  };
}

/** Every address of the API and what it answers. */
export function paths(sample: Sample): Readonly<Record<string, PathItem>> {
  const { metric, figure } = sample;
  const lists = Object.keys(listColumns) as ListKind[]; // the keys of that literal
  const chart = (format: "svg" | "png", type: string) =>
    get({
      id: `chartAs${capital(format)}`,
      tag: "charts",
      summary: `The chart of a metric with its numbered sources in the picture, as ${format.toUpperCase()}.`,
      types: { [type]: format === "svg" ? text : bytes },
      parameters: [
        "slug",
        ...filterNames.filter((name) => name !== "metric"),
        "lang",
        "width",
        "point",
        ...lookParameters,
      ],
      headers: ["Content-Disposition", ...cached],
      examples: [metric === null ? null : `/api/v1/metrics/${metric}.${format}?lang=fr&width=700`],
    });
  return {
    ...Object.fromEntries(
      tableFormatNames.map((format) => [`/api/v1/figures.${format}`, figureTable(format, sample)]),
    ),
    "/api/v1/figures/{id}.json": get({
      id: "figure",
      tag: "figures",
      summary:
        "One figure as JSON-LD, with every sentence that states it and every state readers were shown.",
      types: { "application/ld+json": refTo("Claim") },
      parameters: ["id", "as_of", "lang"],
      examples: [figure === null ? null : `/api/v1/figures/${figure}.json`],
    }),
    ...Object.fromEntries(
      lists.flatMap((name) =>
        tableFormatNames.map((format) => [`/api/v1/${name}.${format}`, listTable(name, format)]),
      ),
    ),
    "/api/v1/metrics/{slug}.svg": chart("svg", "image/svg+xml"),
    "/api/v1/metrics/{slug}.png": chart("png", "image/png"),
    "/api/v1/cards/collection.png": card("cardOfCollection", "The whole", "collection"),
    "/api/v1/cards/metrics/{slug}.png": card("cardOfChart", "A chart", metric && `metrics/${metric}`, "slug"),
    "/api/v1/cards/figures/{id}.png": card("cardOfFigure", "A figure", figure && `figures/${figure}`, "id"),
    "/api/v1/datapackage.json": get({
      id: "packageDescriptor",
      tag: "package",
      summary: "What the tables hold, column by column: the descriptor of a Frictionless Data Package.",
      types: { "application/json": { type: "object" } },
      parameters: [...filterNames, "lang", "columns"],
      examples: ["/api/v1/datapackage.json"],
    }),
    "/api/v1/datapackage.zip": get({
      id: "packageArchive",
      tag: "package",
      summary:
        "The tables as CSV, their descriptor, a README, the licence, the citation and the query that made them.",
      types: { "application/zip": bytes },
      parameters: [...filterNames, "lang", "columns"],
      headers: ofTable,
      examples: ["/api/v1/datapackage.zip", asking("/api/v1/datapackage.zip", { metric, lang: "fr" })],
    }),
    "/api/v1/citations/collection": citing("citeCollection", "How to cite the whole.", "collection"),
    "/api/v1/citations/metrics/{slug}": citing(
      "citeChart",
      "How to cite a chart.",
      metric && `metrics/${metric}`,
      "slug",
    ),
    "/api/v1/citations/figures/{id}": citing(
      "citeFigure",
      "How to cite a figure.",
      figure && `figures/${figure}`,
      "id",
    ),
    "/api/v1/drafts": handIn(sample),
    "/api/v1/figure.schema.json": get({
      id: "figureSchema",
      tag: "description",
      summary: "The JSON Schema of a figure as a row.",
      types: { "application/schema+json": { type: "object" } },
      parameters: [],
      examples: ["/api/v1/figure.schema.json"],
    }),
    "/api/v1/openapi.json": get({
      id: "openapi",
      tag: "description",
      summary: "This description, as OpenAPI 3.1.",
      types: { "application/json": { type: "object" } },
      parameters: ["lang"],
      examples: ["/api/v1/openapi.json", "/api/v1/openapi.json?lang=fr"],
    }),
  };
}
