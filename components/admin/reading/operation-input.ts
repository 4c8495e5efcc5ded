import { z } from "zod";
import { dateClaimInput, decimal, publicId, slug } from "@/domain/inputs";
import { agentKinds, attributionRoles, comparators, modalities, pers, statistics } from "@/domain/vocabulary";

/** What the reading view asks for, as it comes in: nothing of it is trusted before it was read here. */

const span = z.strictObject({ start: z.int().nonnegative(), end: z.int().nonnegative() });
const words = z.string().max(4000);

const card = z.strictObject({
  value: decimal.nullable(),
  low: decimal.nullable(),
  high: decimal.nullable(),
  comparator: z.enum(comparators),
  cue: words.nullable(),
  unit: slug.nullable(),
  statistic: z.enum(statistics),
  per: z.enum(pers).nullable(),
  metric: slug.nullable(),
  subject: slug.nullable(),
  place: slug.nullable(),
  attribution: z
    .array(
      z.strictObject({ role: z.enum(attributionRoles), agent: slug.nullable(), asPrinted: words.nullable() }),
    )
    .max(10),
  unattributed: z.boolean(),
  modality: z.enum(modalities),
  hearsay: z.boolean(),
  period: dateClaimInput,
  reportedOn: dateClaimInput,
});

const id = z.int32(); // as the database numbers them
const key = z.int();
const chosen = z.strictObject({ id, number: span, card, sentence: span });

/** Most suggestions of one operation: what a screen holds, many times over. */
const most = 500;

const operationInput = z.discriminatedUnion("kind", [
  z.strictObject({ key, kind: z.literal("accept"), figures: z.array(chosen).min(1).max(most) }),
  z.strictObject({ key, kind: z.literal("same"), figures: z.tuple([chosen]), as: z.union([id, publicId]) }),
  z.strictObject({ key, kind: z.literal("reject"), ids: z.tuple([id]) }),
  z.strictObject({ key, kind: z.literal("undo"), ids: z.array(id).min(1).max(most) }),
]);

/** A call of `decide` as it comes in: the source, the operation, and what it asks for beside itself. */
export const decideInput = z.strictObject({
  source: slug,
  operation: operationInput,
  publicIds: z.array(publicId).max(most),
  as: z.string().max(80).nullable(),
});

/** The suggestions that something which is no operation speaks of, to refuse each by its number; 0 where it names none. */
export const idsSpokenOf = z
  .union([
    z
      .object({ figures: z.array(z.object({ id })).min(1).max(most) })
      .transform(({ figures }) => figures.map((one) => one.id)),
    z.object({ ids: z.array(id).min(1).max(most) }).transform(({ ids }) => ids),
  ])
  .catch([0]);

/** An agent made from the words a text prints. */
export const newAgentInput = z.strictObject({
  agent: z.strictObject({
    fr: z.string().trim().min(1).max(300),
    en: z.string().trim().min(1).max(300),
    kind: z.enum(agentKinds),
    side: slug.nullable(),
  }),
  alias: words.nullable(),
});
