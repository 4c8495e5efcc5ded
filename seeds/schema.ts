import { z } from "zod";
import { day, decimal as decimalForm, publicId as publicIdForm, slug } from "@/domain/inputs";
import {
  agentKinds,
  attributionRoles,
  comparators,
  dateBases,
  datePrecisions,
  languages,
  metricGroups,
  metricKinds,
  modalities,
  pers,
  placeKinds,
  ranks,
  statistics,
} from "@/domain/vocabulary";

/*
 * The form of each seed file. Keys are those a person writes, in snake case; an unknown key is refused, because a
 * misspelt one would otherwise be silently left out. What one value alone cannot show is checked while resolving.
 */

const text = z.string().trim().min(1, "may not be empty");
/** Words of a source: kept to the last space, nothing is trimmed. */
const verbatim = z.string().min(1, "may not be empty");
const localized = z.strictObject({ fr: text, en: text });
/** YAML reads bare 1400 as a number and would lose what was written: 1.50, 12345678901234567890. */
const decimal = z.string('must be a number in quotes, such as "1400"').pipe(decimalForm);
/** Bare 12345678 or 1234e567 would be read as a number, too. */
const publicId = z.string("must be in quotes").pipe(publicIdForm);
const sha256 = z
  .string("must be in quotes")
  .regex(/^[0-9a-f]{64}$/, "must be a sha256: 64 hexadecimal digits");
const url = z.url({ protocol: /^https?$/, error: "must be an address that starts with http or https" });
const offset = z.int().nonnegative();
/** Which one is meant where the words stand in the sentence more than once, from 1. */
const occurrence = z.int().positive().optional();
/** Name of a sentence within its file. */
const sentenceKey = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "must be a name such as pas-moins-de");

const dateClaim = z.strictObject({
  start: day.nullable(),
  end: day.nullable(),
  precision: z.enum(datePrecisions),
  basis: z.enum(dateBases),
  reasoning: localized.nullable().default(null),
});

export const collectionFile = z.strictObject({
  slug,
  title: localized,
  description: localized,
  day_counter: z.strictObject({ name: localized, day_one: day }).optional(),
});

export const unitsFile = z.array(z.strictObject({ slug, name: localized, symbol: localized })).min(1);

export const agentsFile = z
  .array(
    z.strictObject({
      slug,
      name: localized,
      in_sentence: localized.nullable().default(null),
      kind: z.enum(agentKinds),
      side: slug.nullable(),
      aliases: z.array(text).default([]),
      mark: z.int().nonnegative().nullable(),
    }),
  )
  .min(1);

export const placesFile = z
  .array(z.strictObject({ slug, name: localized, kind: z.enum(placeKinds), parent: slug.nullable() }))
  .min(1);

export const metricsFile = z
  .array(
    z.strictObject({
      slug,
      name: localized,
      definition: localized,
      group: z.enum(metricGroups),
      kind: z.enum(metricKinds),
      unit: slug,
      allowed_units: z.array(slug).min(1),
      plausible: z.strictObject({ low: decimal, high: decimal }),
      longest_silence_days: z.int().positive().nullable(),
      order: z.int().nonnegative(),
    }),
  )
  .min(1);

const attribution = z
  .array(
    z.strictObject({
      role: z.enum(attributionRoles),
      agent: slug,
      as_printed: verbatim.nullable().default(null),
    }),
  )
  .min(1);

/** The first mention is the anchor. What a mention leaves out is as in the figure. */
const mention = z.strictObject({
  sentence: sentenceKey,
  number: verbatim,
  occurrence,
  /** What words stand for ("un cinquième": "20"), in the figure's unit. */
  reads_as: decimal.optional(),
  comparator: z.enum(comparators).optional(),
  cue: verbatim.nullable().optional(),
  attribution: attribution.optional(),
});

const figure = z.strictObject({
  id: publicId,
  metric: slug,
  subject: slug.nullable(),
  place: slug.nullable(),
  value: decimal.nullable().default(null),
  low: decimal.nullable().default(null),
  high: decimal.nullable().default(null),
  unit: slug,
  comparator: z.enum(comparators),
  cue: verbatim.nullable().default(null),
  statistic: z.enum(statistics),
  per: z.enum(pers).nullable().default(null),
  modality: z.enum(modalities),
  hearsay: z.boolean(),
  period: dateClaim,
  reported_on: dateClaim,
  rank: z.enum(ranks),
  change: z.literal("first"),
  attribution,
  note: localized.nullable().default(null),
  mentions: z.array(mention).min(1),
});

/** A comparison between two figures, in per cent of `from`. What is computed is there to be seen; it is verified. */
const check = z.strictObject({
  slug,
  sentence: sentenceKey,
  words: verbatim,
  occurrence,
  from: publicId,
  to: publicId,
  stated_change_percent: decimal,
  computed_change_percent: decimal,
  note: localized.nullable().default(null),
});

/** A run of consecutive sentences, parted by one space in the document. */
const passage = z.strictObject({
  document_start: offset,
  document_end: offset,
  sentences: z
    .record(sentenceKey, verbatim)
    .refine((sentences) => Object.keys(sentences).length > 0, "must hold a sentence"),
});

export const sourceFile = z.strictObject({
  title: text,
  /** False where the document prints none and the title is our own description. */
  title_printed: z.boolean(),
  publisher: slug,
  author: text.nullable(),
  url: url.nullable(),
  archived_url: url.nullable(),
  published: dateClaim,
  lang: z.enum(languages),
  licence_note: localized,
  /** What lies in the repository is quotations; full texts enter through the desk. */
  extent: z.literal("excerpts"),
  document: z.strictObject({
    file: z.string().regex(/^[^/\\]+$/, "must be the name of a file, not a path"),
    sha256,
  }),
  passages: z.array(passage).min(1),
  figures: z.array(figure),
  checks: z.array(check).default([]),
});

export const eventsFile = z.array(
  z.strictObject({
    slug,
    name: localized,
    date: dateClaim,
    place: slug.nullable(),
    anchors: z
      .array(z.strictObject({ source: slug, sentence: sentenceKey, marked: verbatim, occurrence }))
      .min(1),
  }),
);

export type DateClaimForm = z.output<typeof dateClaim>;
export type AgentsForm = z.output<typeof agentsFile>;
export type PlacesForm = z.output<typeof placesFile>;
export type MetricsForm = z.output<typeof metricsFile>;
export type SourceForm = z.output<typeof sourceFile>;
export type FigureForm = z.output<typeof figure>;
export type MentionForm = z.output<typeof mention>;
export type AttributionForm = z.output<typeof attribution>;
export type EventsForm = z.output<typeof eventsFile>;
