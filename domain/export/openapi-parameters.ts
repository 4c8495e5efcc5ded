import { z } from "zod";
import { type FilterName, filters } from "../figure-query";
import { type OptionName, options } from "./options";

const filterWords: Readonly<Record<FilterName, string>> = {
  metric: "Slug of a metric.",
  claimant: "Slug of who claims the value; unattributed for nobody.",
  via: "Slug of anyone in the chain of attribution of any mention: who claims, relays or publishes the value.",
  subject: "Slug of whom the value is about.",
  place: "Slug of a place.",
  source: "Slug of a source that states the figure.",
  from: "Keeps what touches this day or a later one.",
  to: "Keeps what touches this day or an earlier one.",
  known_on: "Keeps what had certainly been reported by this day.",
  as_of: options.as_of.does,
  modality: "How the claimant stands behind the value.",
  comparator: "How the number is bounded.",
  status: "published, or retracted.",
  q: "Words the sentence holds, in any order.",
  sort: "The order of rows; that of recording where left out.",
};

/** A schema that reads an address, as JSON Schema. */
function jsonSchema(schema: z.ZodType, io: "input" | "output"): object {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, { io });
  return json;
}

const parameter =
  (place: "query" | "path" | "header") => (name: string, description: string, schema: object) => ({
    name,
    in: place,
    required: place === "path",
    description,
    schema,
  });
const [inQuery, inPath, inHeader] = [parameter("query"), parameter("path"), parameter("header")];

export const slugSchema = { type: "string", pattern: "^[a-z0-9-]{1,80}$" };
export const publicIdSchema = { type: "string", pattern: "^[0-9a-z]{8}$" };

/** Embeds, which alone have a theme, are no part of the API. */
const ofTheApi = Object.entries(options).filter(([name]) => name !== "theme");

/** Every parameter once, by name: from the schemas that read it. */
export const parameters = () => ({
  ...Object.fromEntries(
    Object.entries(filters).map(([name, schema]) => [
      name,
      inQuery(name, filterWords[name as FilterName], jsonSchema(schema, "input")), // a key of the same literal
    ]),
  ),
  ...Object.fromEntries(
    ofTheApi.map(([name, { schema, does }]) => [
      name,
      inQuery(name, does, jsonSchema(schema, name === "limit" ? "output" : "input")),
    ]),
  ),
  id: inPath("id", "Id of a figure.", publicIdSchema),
  "Idempotency-Key": inHeader(
    "Idempotency-Key",
    "A word of your own for this delivery: sent again with the same body, it is answered as it was and not taken in twice.",
    { type: "string", pattern: "^[\\w.:-]{1,100}$" },
  ),
  slug: inPath("slug", "Slug of a metric.", slugSchema),
});

export type ParameterName = FilterName | OptionName | "id" | "slug" | "Idempotency-Key";

/** A reference to a parameter that stands elsewhere in the document. */
export const refer = (names: readonly ParameterName[]) =>
  [...new Set(names)].map((name) => ({ $ref: `#/components/parameters/${name}` }));
