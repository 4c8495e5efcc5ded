import { z } from "zod";
import { isHidden } from "../chart-view";
import { filters } from "../figure-query";
import { locales } from "../vocabulary";

export const largestPage = 10_000;

/** The styles a citation comes in. */
export const citationStyles = ["apa", "chicago", "bibtex", "ris", "csl-json"] as const;
/** The widths a chart is drawn at, in pixels. */
export const chartWidths = ["340", "620", "700", "1080"] as const;

const flag = z.enum(["0", "1"]).default("0");

/** What an address of the API may ask for beside the filters: how each is read, what it does, what it must be. */
export const options = {
  as_of: {
    schema: filters.as_of,
    says: "must be the number of a revision",
    does: "The revision of the collection to answer from; the newest where left out.",
  },
  lang: {
    schema: z.enum(locales).default("en"),
    says: `must be ${locales.join(" or ")}`,
    does: "Language of names and of the figures' pages.",
  },
  columns: {
    schema: z.string(),
    says: "is read by the page alone",
    does: "The page's choice of columns: taken, and without effect here.",
  },
  raw: {
    schema: flag,
    says: "must be 1 or 0",
    does: "1: text cells as they are, even where a spreadsheet would run them.",
  },
  excel: {
    schema: flag,
    says: "must be 1 or 0",
    does: "1: for French Excel: byte order mark, semicolons, decimal commas.",
  },
  limit: {
    schema: z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number)
      .pipe(z.int().min(1).max(largestPage)),
    says: `must be a whole number from 1 to ${largestPage}`,
    does: "A page of so many rows; Link says where the next one is. Every row where left out.",
  },
  after: {
    schema: z.string(),
    says: "is no cursor of this table and sort",
    does: "The cursor of a page, as found in Link.",
  },
  style: {
    schema: z.enum(citationStyles),
    says: "must be apa, chicago, bibtex, ris or csl-json",
    does: "One style alone; all of them as JSON where left out.",
  },
  dry_run: {
    schema: flag,
    says: "must be 1 or 0",
    does: "1: says what would become of the rows, and writes nothing.",
  },
  only: {
    schema: z.enum(["valid", "all"]).default("valid"),
    says: "must be valid or all",
    does: "valid: takes in the rows that can be; all: none unless all can be.",
  },
  point: {
    schema: z.string().regex(/^[0-9a-z]{8}$/),
    says: "must be the id of a figure",
    does: "Id of the figure whose point is marked.",
  },
  ghosts: {
    schema: flag,
    says: "must be 1 or 0",
    does: "1: draws what was later replaced or retracted, and marks it as such.",
  },
  events: {
    schema: z.enum(["0", "1"]).default("1"),
    says: "must be 1 or 0",
    does: "0: draws no events.",
  },
  log: {
    schema: flag,
    says: "must be 1 or 0",
    does: "1: draws a logarithmic axis, unless bars stand on zero or a value is not above it.",
  },
  facets: {
    schema: flag,
    says: "must be 1 or 0",
    does: "1: draws a plot for each claimant.",
  },
  hide: {
    schema: z
      .string()
      .max(2000)
      .refine((list) => list.split(",").every(isHidden)),
    says: "must be claimant:slug, subject:slug or place:slug, several by commas",
    does: "What is out of sight: claimant:slug, subject:slug, place:slug, several by commas.",
  },
  theme: {
    schema: z.enum(["light", "dark"]),
    says: "must be light or dark",
    does: "Colours of an embed; as the reader prefers where left out.",
  },
  width: {
    schema: z.enum(chartWidths).default("1080"),
    says: "must be 340, 620, 700 or 1080",
    does: "Width of the picture in pixels.",
  },
} as const;

export type OptionName = keyof typeof options;
export const isOption = (name: string): name is OptionName => Object.hasOwn(options, name);
