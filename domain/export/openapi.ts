import { optionsOf } from "./export-request";
import { type TableFormat, tableFormatNames, tableFormats } from "./formats";
import { asOf, filterParameters, named, parameter, pathParameter } from "./openapi-parameters";
import { figureRowJsonSchema } from "./row-schema";

const problems = {
  "400": { $ref: "#/components/responses/Problem" },
  "503": { $ref: "#/components/responses/Busy" },
};
const missing = { "404": { $ref: "#/components/responses/Problem" } };
const unchanged = { "304": { description: "You have it already (If-None-Match, If-Modified-Since)." } };

const answer = (type: string, schema: object, description: string) => ({
  "200": { description, content: { [type.split(";")[0]!]: { schema } } },
});
const json = { type: "object" };
const file = { type: "string", contentMediaType: "application/octet-stream" };

const page = {
  type: "object",
  required: ["collection", "revision", "count", "figures"],
  properties: {
    collection: { type: "string" },
    revision: { type: "integer" },
    count: { type: "integer" },
    figures: { type: "array", items: { $ref: "#/components/schemas/Figure" } },
  },
};

function tablePath(format: TableFormat) {
  const schema =
    format === "json" ? page : format === "ndjson" ? { $ref: "#/components/schemas/Figure" } : file;
  const headers = {
    "X-Row-Count": { description: "How many rows follow.", schema: { type: "integer" } },
    "X-Revision": { description: "The revision they are frozen at.", schema: { type: "integer" } },
    ETag: { description: "The same for the same bytes.", schema: { type: "string" } },
  };
  const ok = answer(tableFormats[format], schema, "Every figure that the filters keep.");
  return {
    get: {
      operationId: `listFiguresAs${format[0]!.toUpperCase()}${format.slice(1)}`,
      summary: `Figures as ${format.toUpperCase()}`,
      parameters: [...filterParameters(), ...named(optionsOf(format))],
      responses: { "200": { ...ok["200"], headers }, ...unchanged, ...problems },
    },
  };
}

const simple = (
  operationId: string,
  summary: string,
  type: string,
  parameters: readonly object[],
  schema: object = json,
) => ({
  get: {
    operationId,
    summary,
    parameters,
    responses: {
      ...answer(type, schema, summary),
      ...unchanged,
      ...problems,
      ...(parameters.some((one) => "in" in one && one.in === "path") ? missing : {}),
    },
  },
});

const slug = { type: "string", pattern: "^[a-z0-9-]{1,80}$" };
const publicId = { type: "string", pattern: "^[0-9a-z]{8}$" };

function paths() {
  const lists = ["metrics", "agents", "sources"].flatMap((name) => [
    [
      `/api/v1/${name}.json`,
      simple(`list_${name}`, `The ${name} that figures name, as JSON`, "application/json", asOf()),
    ] as const,
    [
      `/api/v1/${name}.csv`,
      simple(
        `list_${name}_csv`,
        `The ${name} that figures name, as CSV`,
        "text/csv",
        [...asOf(), ...named(["raw"])],
        file,
      ),
    ] as const,
  ]);
  const drawn = [
    ...filterParameters().filter(({ name }) => name !== "metric"),
    ...named(["lang"]),
    parameter("point", publicId, "Id of the figure whose point is marked."),
    parameter("width", { enum: ["340", "620", "700", "1080"], default: "1080" }, "Width in pixels."),
  ];
  const metric = pathParameter("slug", "Slug of a metric.", slug);
  return {
    ...Object.fromEntries(tableFormatNames.map((format) => [`/api/v1/figures.${format}`, tablePath(format)])),
    "/api/v1/figures/{id}.json": simple(
      "findFigure",
      "One figure as JSON-LD, with every state readers were shown",
      "application/ld+json",
      [pathParameter("id", "Id of a figure.", publicId), ...asOf(), ...named(["lang"])],
    ),
    ...Object.fromEntries(lists),
    "/api/v1/metrics/{slug}.svg": simple(
      "drawMetricAsSvg",
      "A chart with its numbered sources, as SVG",
      "image/svg+xml",
      [metric, ...drawn],
      { type: "string" },
    ),
    "/api/v1/metrics/{slug}.png": simple(
      "drawMetricAsPng",
      "A chart with its numbered sources, as PNG",
      "image/png",
      [metric, ...drawn],
      file,
    ),
    "/api/v1/cards/collection.png": simple(
      "drawCollectionCard",
      "The whole as a card to be shared, 1200 × 630",
      "image/png",
      [...filterParameters(), ...named(["lang"])],
      file,
    ),
    "/api/v1/cards/metrics/{slug}.png": simple(
      "drawMetricCard",
      "A chart as a card to be shared, 1200 × 630",
      "image/png",
      [metric, ...drawn.filter(({ name }) => name !== "width")],
      file,
    ),
    "/api/v1/cards/figures/{id}.png": simple(
      "drawFigureCard",
      "A figure as a card to be shared, 1200 × 630",
      "image/png",
      [pathParameter("id", "Id of a figure.", publicId), ...asOf(), ...named(["lang"])],
      file,
    ),
    "/embed/{slug}": simple(
      "embedMetric",
      "A chart to stand in another page",
      "text/html",
      [metric, ...drawn.filter(({ name }) => name !== "width"), theme],
      { type: "string" },
    ),
    "/embed/figures/{id}": simple(
      "embedFigure",
      "A figure to stand in another page",
      "text/html",
      [pathParameter("id", "Id of a figure.", publicId), ...asOf(), ...named(["lang"]), theme],
      { type: "string" },
    ),
    "/oembed": oembed,
    "/changes.atom": simple(
      "followChanges",
      "What changed for readers, as a feed (RFC 4287)",
      "application/atom+xml",
      [
        ...filterParameters().filter(({ name }) => ["metric", "claimant", "from", "to"].includes(name)),
        parameter("kind", { enum: ["first", "revision", "correction", "retraction"] }, "Kind of change."),
        ...named(["lang"]),
      ],
      { type: "string" },
    ),
    "/api/v1/citations/collection": simple(
      "citeCollection",
      "How to cite the whole",
      "application/json",
      citing(),
    ),
    "/api/v1/citations/metrics/{slug}": simple("citeMetric", "How to cite a chart", "application/json", [
      metric,
      ...citing(),
    ]),
    "/api/v1/citations/figures/{id}": simple("citeFigure", "How to cite a figure", "application/json", [
      pathParameter("id", "Id of a figure.", publicId),
      ...citing(),
    ]),
    "/api/v1/datapackage.json": simple(
      "describePackage",
      "The tables as a Frictionless Data Package descriptor",
      "application/json",
      [...filterParameters(), ...named(["lang"])],
    ),
    "/api/v1/datapackage.zip": simple(
      "packTables",
      "The tables, their descriptor, licence and citation in one archive",
      "application/zip",
      [...filterParameters(), ...named(["lang"])],
      file,
    ),
    "/api/v1/figure.schema.json": simple(
      "describeFigure",
      "The JSON Schema of a figure",
      "application/schema+json",
      [],
    ),
    "/api/v1/openapi.json": simple("describeApi", "This document", "application/json", []),
  };
}

const theme = parameter("theme", { enum: ["light", "dark"] }, "As the reader prefers where left out.");

const oembed = {
  get: {
    operationId: "oembed",
    summary: "How to embed a page of this site, by oEmbed 1.0",
    parameters: [
      {
        ...parameter("url", { type: "string" }, "Address of the page of a chart or a figure."),
        required: true,
      },
      parameter("format", { enum: ["json", "xml"], default: "json" }, "Anything else is answered 501."),
      parameter("maxwidth", { type: "integer", minimum: 1 }, "Most pixels across."),
      parameter("maxheight", { type: "integer", minimum: 1 }, "Most pixels down."),
    ],
    responses: {
      "200": {
        description: "An answer of type rich.",
        content: { "application/json": { schema: json }, "text/xml": { schema: { type: "string" } } },
      },
      ...unchanged,
      ...problems,
      ...missing,
      "501": { $ref: "#/components/responses/Problem" },
    },
  },
};

const citing = () => [
  ...asOf(),
  ...named(["lang"]),
  parameter(
    "style",
    { enum: ["apa", "chicago", "bibtex", "ris", "csl-json"] },
    "One style as plain text; all of them as JSON where left out.",
  ),
];

const problemSchema = {
  type: "object",
  required: ["type", "title", "status", "detail"],
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string" },
    invalid: {
      type: "array",
      items: {
        type: "object",
        required: ["name", "reason"],
        properties: { name: { type: "string" }, reason: { type: "string" } },
      },
    },
  },
};

/** The whole of the public API as OpenAPI 3.1, made of the schemas that read requests and describe rows. */
export function openApiDocument(about: {
  readonly title: string;
  readonly description: string;
  readonly site: string;
}) {
  const { $schema: _dialect, $id: _id, ...figure } = figureRowJsonSchema() as Record<string, unknown>;
  const problem = { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } };
  return {
    openapi: "3.1.0",
    info: {
      title: about.title,
      description: about.description,
      version: "1",
      license: { name: "CC BY 4.0", identifier: "CC-BY-4.0" },
    },
    servers: [{ url: about.site || "/" }],
    security: [],
    paths: paths(),
    components: {
      schemas: { Figure: figure, Problem: problemSchema },
      responses: {
        Problem: { description: "What is wrong, by the name of the parameter (RFC 9457).", content: problem },
        Busy: {
          description: "Too many downloads at once.",
          headers: { "Retry-After": { description: "Seconds to wait.", schema: { type: "integer" } } },
          content: problem,
        },
      },
    },
  };
}
