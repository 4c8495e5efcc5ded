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
  },
  "Why there is no answer, as problem details (RFC 9457).",
  ["invalid"],
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
    Problem: problem,
  };
}
