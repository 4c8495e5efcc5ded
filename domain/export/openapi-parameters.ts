import { z } from "zod";
import { filters } from "../figure-query";
import { locales } from "../vocabulary";
import { largestPage } from "./export-request";

const filterWords: Readonly<Record<keyof typeof filters, string>> = {
  metric: "Slug of a metric.",
  claimant: "Slug of who claims the value; unattributed for nobody.",
  via: "Slug of anyone in the chain of attribution of any mention: who claims, relays or publishes the value.",
  subject: "Slug of whom the value is about.",
  place: "Slug of a place.",
  from: "Keeps what touches this day or a later one.",
  to: "Keeps what touches this day or an earlier one.",
  known_on: "Keeps what had certainly been reported by this day.",
  as_of: "The revision of the collection to answer from; the newest where left out.",
  modality: "How the claimant stands behind the value.",
  comparator: "How the number is bounded.",
  status: "published, or retracted.",
  q: "Words the sentence holds, in any order.",
  sort: "The order of rows; by figure_id where left out.",
};

const optionSchemas: Readonly<Record<string, { readonly schema: object; readonly description: string }>> = {
  lang: {
    schema: { enum: [...locales], default: "en" },
    description: "Language of names and of the figures' pages.",
  },
  columns: {
    schema: { type: "string" },
    description: "The page's choice of columns: taken, and without effect here.",
  },
  raw: {
    schema: { enum: ["0", "1"], default: "0" },
    description: "1: text cells as they are, even where a spreadsheet would run them.",
  },
  excel: {
    schema: { enum: ["0", "1"], default: "0" },
    description: "1: for French Excel: byte order mark, semicolons, decimal commas.",
  },
  limit: {
    schema: { type: "integer", minimum: 1, maximum: largestPage },
    description: "A page of so many rows; Link says where the next one is. Every row where left out.",
  },
  after: { schema: { type: "string" }, description: "The cursor of a page, as found in Link." },
};

/** A parameter of an address, which may be left out. */
export const parameter = (name: string, schema: object, description: string) => ({
  name,
  in: "query",
  required: false,
  description,
  schema,
});

/** The filters, from the schemas that read them. */
export const filterParameters = () =>
  Object.entries(filters).map(([name, schema]) => {
    const { $schema: _dialect, ...json } = z.toJSONSchema(schema, { io: "input" });
    return parameter(name, json, filterWords[name as keyof typeof filters]); // a key of the same literal
  });

/** Further parameters, by name. */
export const named = (names: readonly string[]) =>
  names.map((name) => parameter(name, optionSchemas[name]!.schema, optionSchemas[name]!.description));
export const asOf = () => filterParameters().filter(({ name }) => name === "as_of");
/** A part of a path. */
export const pathParameter = (name: string, description: string, schema: object) => ({
  name,
  in: "path",
  required: true,
  description,
  schema,
});
