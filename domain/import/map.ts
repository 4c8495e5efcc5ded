import { z } from "zod";
import { day, slug } from "../inputs";
import { languages } from "../vocabulary";
import { importFields } from "./row";

/** How a table is read into figures: what each column means, once for the whole file. */
export const importMap = z.strictObject({
  dataset: z
    .strictObject({
      slug,
      title: z.string().trim().min(1),
      publisher: slug,
      url: z.url({ protocol: /^https?$/ }).nullable(),
      lang: z.enum(languages),
      published: day.nullable(),
    })
    .nullable(),
  key: z.array(z.string()),
  fields: z.partialRecord(z.enum(importFields), z.unknown()),
});
export type ImportMap = z.output<typeof importMap>;
