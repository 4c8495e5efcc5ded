import { z } from "zod";
import {
  agentKinds,
  attributionRoles,
  changeKinds,
  comparators,
  dateBases,
  datePrecisions,
  extents,
  languages,
  metricGroups,
  metricKinds,
  modalities,
  pers,
  placeKinds,
  publicationRoutes,
  ranks,
  statistics,
} from "./vocabulary";

/**
 * What each verb takes, whoever asks: form, seed file, import or API. Parsed once, at the door of the mutation.
 */

/** `YYYY-MM-DD`, a day that exists. */
export const day = z.iso.date();
/** A decimal string; an empty box is refused, never read as zero. */
export const decimal = z.string().regex(/^-?\d+(\.\d+)?$/, "must be a number such as 1400 or 0.5");
export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be lower-case words joined by hyphens");
/** Eight characters of Crockford's base 32, which leaves out i, l, o and u. */
export const publicId = z.string().regex(/^[0-9a-hjkmnp-tv-z]{8}$/, "must be eight characters of base 32");
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, "must be a SHA-256 in hexadecimal");
const words = z.string().trim().min(1).max(4000);
const localized = z.strictObject({ fr: words, en: words });
const offset = z.int().nonnegative();

export const dateClaimInput = z
  .strictObject({
    start: day.nullable(),
    end: day.nullable(),
    precision: z.enum(datePrecisions),
    basis: z.enum(dateBases),
    reasoning: localized.nullable(),
  })
  .refine(
    (claim) => claim.start === null || claim.end === null || claim.start <= claim.end,
    "must not end before it starts",
  )
  .refine((claim) => (claim.precision === "unknown") === (claim.start === null), "is unknown, or has a start")
  .refine(
    (claim) => !["computed", "inferred"].includes(claim.basis) || claim.reasoning !== null,
    "says how or why",
  );

export const unitInput = z.strictObject({ slug, name: localized, symbol: localized });

export const agentInput = z.strictObject({
  slug,
  name: localized,
  inSentence: localized.nullable(),
  kind: z.enum(agentKinds),
  side: slug.nullable(),
  mark: z.int().nonnegative().max(32_767).nullable(),
  aliases: z.array(words),
});

export const placeInput = z.strictObject({
  slug,
  name: localized,
  kind: z.enum(placeKinds),
  parent: slug.nullable(),
});

export const metricInput = z.strictObject({
  slug,
  name: localized,
  definition: localized,
  group: z.enum(metricGroups),
  kind: z.enum(metricKinds),
  unit: slug,
  allowedUnits: z.array(slug).min(1),
  plausibleLow: decimal.nullable(),
  plausibleHigh: decimal.nullable(),
  longestSilenceDays: z.int().positive().nullable(),
  position: z.int().nonnegative().max(32_767),
});

export const sourceInput = z.strictObject({
  slug,
  title: words,
  titlePrinted: z.boolean(),
  publisher: slug,
  author: words.nullable(),
  url: z.url({ protocol: /^https?$/ }).nullable(),
  archivedUrl: z.url({ protocol: /^https?$/ }).nullable(),
  published: dateClaimInput,
  lang: z.enum(languages),
  licenceNote: localized,
  version: z.strictObject({
    extent: z.enum(extents),
    text: z.string().min(1),
    sha256,
    documentSha256: sha256.nullable(),
    documentName: words.nullable(),
    passages: z
      .array(z.strictObject({ start: offset, end: offset, documentStart: offset.nullable() }))
      .min(1),
  }),
});

const place = {
  source: slug,
  sentenceStart: offset,
  sentenceEnd: offset,
  sentence: z.string().min(1),
  prefix: z.string(),
  suffix: z.string(),
};

export const mentionInput = z.strictObject({
  ...place,
  /** The version of the source it stands in, by number; the newest where absent. */
  version: z.int().positive().optional(),
  /** The row of the dataset it stands in, where it is no sentence. */
  record: z.int().positive().optional(),
  numberStart: offset,
  numberEnd: offset,
  numberText: z.string().min(1),
  readsAs: decimal.nullable(),
  comparator: z.enum(comparators),
  cue: words.nullable(),
  attribution: z.array(
    z.strictObject({ role: z.enum(attributionRoles), agent: slug, asPrinted: words.nullable() }),
  ),
});

export const figureInput = z.strictObject({
  publicId,
  metric: slug,
  subject: slug.nullable(),
  place: slug.nullable(),
  value: decimal.nullable(),
  low: decimal.nullable(),
  high: decimal.nullable(),
  unit: slug,
  comparator: z.enum(comparators),
  cue: words.nullable(),
  statistic: z.enum(statistics),
  per: z.enum(pers).nullable(),
  modality: z.enum(modalities),
  hearsay: z.boolean(),
  period: dateClaimInput,
  reportedOn: dateClaimInput,
  rank: z.enum(ranks),
  supersedes: publicId.nullable(),
  note: localized.nullable(),
  /** Says on purpose that the text names nobody who claims or estimates the value. */
  unattributed: z.boolean().optional(),
  /** The anchor first; each says who speaks and how firmly in that very sentence. */
  mentions: z.array(mentionInput).min(1),
});

const rowVersion = z.int().positive();
/** A figure as somebody read it: a save on what has changed since is a conflict. */
const figureAsRead = { publicId, rowVersion };
/** Why warnings are gone past, by the name of the rule. */
const reasons = z.record(z.string(), words);
/** New information, or the repair of our own error: readers are told which. */
const change = z.enum(changeKinds).exclude(["first", "retraction"]);

export const revisionInput = figureInput.extend({ rowVersion, change, changeReason: words });

export const submitInput = z.strictObject({
  figures: z.array(z.strictObject({ ...figureAsRead, reasons })).min(1),
});

export const approveInput = z.strictObject({
  /** `reasons` answer the warnings that arose since the draft was submitted. */
  figures: z.array(z.strictObject({ ...figureAsRead, reasons: reasons.optional() })).min(1),
  comment: words.nullable(),
});

export const sendBackInput = z.strictObject({ ...figureAsRead, comment: words });
export const retractInput = z.strictObject({ ...figureAsRead, reason: words });
export const discardInput = z.strictObject(figureAsRead);
export const restoreInput = z.strictObject({
  ...figureAsRead,
  number: z.int().positive(),
  change,
  reason: words,
});
export const reviewSettingInput = z.strictObject({ review: z.literal("off").nullable() });
export const recordsSettingInput = z.strictObject({ records: z.literal("published").nullable() });

export const publishInput = z.strictObject({
  publicIds: z.array(publicId).min(1),
  route: z.enum(publicationRoutes),
  summary: words,
});

export const eventInput = z.strictObject({
  slug,
  name: localized,
  date: dateClaimInput.refine(
    (date) => date.start !== null,
    "must be known: an event is a mark on the time axis",
  ),
  place: slug.nullable(),
  anchors: z.array(z.strictObject({ ...place, markedStart: offset, markedEnd: offset })).min(1),
});

export const figureCheckInput = z.strictObject({
  slug,
  ...place,
  markedStart: offset,
  markedEnd: offset,
  from: publicId,
  to: publicId,
  statedChangePercent: decimal,
  note: localized.nullable(),
});

export const collectionInput = z.strictObject({
  slug,
  title: localized,
  description: localized,
  seedsSha256: sha256.nullable(),
  settings: z.strictObject({
    dayCounter: z.strictObject({ name: localized, dayOne: day }).optional(),
    review: z.literal("off").optional(),
    records: z.literal("published").optional(),
  }),
});

export type DateClaimInput = z.output<typeof dateClaimInput>;
export type UnitInput = z.output<typeof unitInput>;
export type AgentInput = z.output<typeof agentInput>;
export type PlaceInput = z.output<typeof placeInput>;
export type MetricInput = z.output<typeof metricInput>;
export type SourceInput = z.output<typeof sourceInput>;
export type FigureInput = z.output<typeof figureInput>;
export type EventInput = z.output<typeof eventInput>;
export type FigureCheckInput = z.output<typeof figureCheckInput>;
export type CollectionInput = z.output<typeof collectionInput>;
