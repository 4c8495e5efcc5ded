import { z } from "zod";
import { delivery } from "../import/delivery";
import { importFields } from "../import/row";
import { perDelivery } from "./limits";
import { type ListKind, listColumns } from "./list-columns";
import { publicIdSchema } from "./openapi-parameters";
import { citationStyles } from "./options";
import { figureRowJsonSchema, rowJsonSchema } from "./row-schema";

const text = { type: "string" };
const integer = { type: "integer" };

const object = (
  properties: Readonly<Record<string, object>>,
  description: string,
  optional: string[] = [],
) => ({
  type: "object",
  description,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  properties,
});

/** The name a list's rows have in the document. */
export const schemaOf = { metrics: "Metric", agents: "Agent", sources: "Source" } as const satisfies Record<
  ListKind,
  string
>;

/** A document of rows, and what stands beside them. */
export const pageOf = (name: string, schema: string) =>
  object(
    {
      collection: text,
      revision: integer,
      count: integer,
      [name]: { type: "array", items: { $ref: `#/components/schemas/${schema}` } },
    },
    "The rows, how many they are, and the revision they are frozen at.",
  );

const problem = object(
  {
    type: text,
    title: text,
    status: integer,
    detail: text,
    invalid: { type: "array", items: object({ name: text, reason: text }, "A parameter at fault, and why.") },
    refused: { type: "array", items: { $ref: "#/components/schemas/RefusedCell" } },
  },
  "Why there is no answer, as problem details (RFC 9457).",
  ["invalid", "refused"],
);

const claim = object(
  {
    "@context": { type: "object" },
    "@type": { const: "Claim" },
    "@id": text,
    identifier: publicIdSchema,
    version: integer,
    inCollectionRevision: integer,
    text,
    inLanguage: text,
    creativeWorkStatus: text,
    author: { type: "object" },
    datePublished: text,
    about: { type: "object" },
    appearance: { type: "array", items: { type: "object" } },
    abstract: text,
    license: text,
    figure: { $ref: "#/components/schemas/Figure" },
    revisions: { type: "array", items: { type: "object" } },
  },
  "A figure as a schema.org Claim: every sentence that states it as Web Annotation selectors, and every state readers were shown.",
  ["author", "datePublished", "abstract"],
);

const refusedCell = object(
  {
    row: integer,
    column: { type: ["string", "null"] },
    cell: text,
    rule: text,
    reason: text,
  },
  "A cell that keeps its row from being taken in: rows count from 1, as sent; of a file, as a spreadsheet shows them.",
);

const deliveryAnswer = object(
  {
    import: {
      type: ["string", "null"],
      description: "Id of the import they are a batch of; null where nothing was written.",
    },
    page: { type: ["string", "null"], description: "Its page at the desk." },
    dry_run: { type: "boolean", description: "Whether nothing was to be written." },
    counts: {
      type: "object",
      description:
        "How many rows and figures, and how many are new, changed, unchanged, refused, empty, missing, or need their sentence.",
    },
    refused: {
      type: "array",
      description: "The cells that keep rows from being taken in: at most a thousand.",
      items: { $ref: "#/components/schemas/RefusedCell" },
    },
    warnings: {
      type: "array",
      description: "What the checks warn of, by rule: reasons are asked for at the desk.",
      items: { type: "object" },
    },
    creates: { type: "object", description: "What was not there yet and is recorded with the rows." },
    sums: { type: "object", description: "Exact sums of value, low and high, to hold against your own." },
  },
  "What became of the rows: how many are new, changed, unchanged and refused, and the import they are a batch of.",
);

/** What is sent, from the schema that reads it. The lists are as a map has them: docs/importing.md. */
function deliverySchema() {
  const { $schema: _dialect, ...json } = z.toJSONSchema(delivery.omit({ rows: true, lists: true }), {
    io: "input",
  }) as { $schema?: string; properties: object; required: string[] };
  const cell = { type: ["string", "number", "boolean", "null"] };
  const row = {
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(importFields.map((name) => [name, cell])),
  };
  const rows = { type: "array", minItems: 1, maxItems: perDelivery.rows, items: row };
  const { description } = delivery.shape.rows;
  return {
    ...json,
    required: [...json.required, "rows"],
    properties: {
      ...json.properties,
      lists: { type: "object", description: delivery.shape.lists.description },
      rows: { ...rows, description },
    },
  };
}

/** The shapes of what is answered, by name. */
export function schemas() {
  const { $schema: _dialect, $id: _id, ...figure } = figureRowJsonSchema() as Record<string, unknown>;
  return {
    Figure: figure,
    ...Object.fromEntries(
      Object.entries(listColumns).map(([name, columns]) => [
        schemaOf[name as ListKind], // a key of the same literal
        rowJsonSchema(columns),
      ]),
    ),
    Claim: claim,
    Citations: object(
      Object.fromEntries(citationStyles.map((style) => [style, text])),
      "One citation in every style.",
    ),
    Delivery: deliverySchema(),
    DeliveryAnswer: deliveryAnswer,
    RefusedCell: refusedCell,
    Problem: problem,
  };
}
