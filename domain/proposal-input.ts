import { z } from "zod";
import type { Proposal } from "./extract/proposal";
import { day, decimal, slug } from "./inputs";
import { attributionRoles, comparators, datePrecisions, modalities, pers, statistics } from "./vocabulary";

/**
 * A proposal as another process hands it over: `domain/extract/proposal.ts` checked at the door. Loose, so that what a
 * later reader adds to its proposals is kept.
 */
const span = { start: z.int().nonnegative(), end: z.int().nonnegative() };
const guess = <T extends z.ZodType>(value: T) =>
  z.looseObject({ value, sure: z.number().min(0).max(1), why: z.string() });

const quantity = z.looseObject({
  number: z.looseObject(span),
  value: decimal.nullable(),
  low: decimal.nullable(),
  high: decimal.nullable(),
  comparator: z.enum(comparators),
  cue: z.looseObject({ ...span, words: z.string() }).nullable(),
  unit: z.looseObject({ ...span, slug: z.string().nullable(), words: z.string() }).nullable(),
  statistic: z.enum(statistics),
  per: z.enum(pers).nullable(),
});

const link = z.looseObject({
  role: z.enum(attributionRoles),
  agent: slug.nullable(),
  words: z.string(),
  span: z.looseObject(span),
});

const period = z.looseObject({
  start: day,
  end: day,
  precision: z.enum(datePrecisions),
  words: z.looseObject({ ...span, words: z.string() }).nullable(),
  how: z.string(),
});

export const proposalInput: z.ZodType<Proposal, Proposal> = z
  .looseObject({
    sentence: z.looseObject(span),
    quantity,
    mask: z.looseObject({ rule: z.string().min(1), reason: z.string() }).nullable(),
    claimants: guess(z.array(link)).nullable(),
    period: guess(period).nullable(),
    metric: guess(slug).nullable(),
    subject: guess(slug).nullable(),
    modality: guess(z.enum(modalities)),
    hearsay: guess(z.boolean()),
    score: z.number(),
    because: z.array(z.string()),
  })
  .refine(
    ({ sentence, quantity: { number } }) =>
      sentence.start <= number.start && number.start < number.end && number.end <= sentence.end,
    "must have its number inside its sentence",
  );
