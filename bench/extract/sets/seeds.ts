import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { normaliseText } from "@/domain/extract/normalise-text";
import type { CaseSet, Expected } from "../case";
import { asFractionOrPercent } from "../fraction";

const mentionSchema = z.object({
  id: z.string(),
  article: z.string(),
  start: z.int(),
  end: z.int(),
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  qualifier: z.string().nullable(),
  claimant: z.string().nullable(),
  chartable: z.enum(["yes", "optional", "no"]),
});
type Mention = z.infer<typeof mentionSchema>;

/** Optional mentions the collection charts all the same: "deux localités" and "un cinquième". */
const charted = new Set(["g03", "g37"]);

const comparators: Readonly<Record<string, string>> = {
  exact: "=",
  average: "=",
  about: "~",
  at_least: ">=",
  at_most: "<=",
};

/** The five articles of the first collection, with every number in them labelled. */
export function seedSet(devset: string): CaseSet {
  const { figures } = z
    .object({ figures: z.array(mentionSchema) })
    .parse(JSON.parse(readFileSync(join(devset, "seed-mentions.json"), "utf8")));
  const articles = [...new Set(figures.map(({ article }) => article))];
  return {
    name: "seeds",
    question: "figures",
    cases: articles.map((article) => {
      const raw = readFileSync(join(devset, "..", "seeds", article), "utf8");
      const stated = figures.filter((mention) => mention.article === article && mention.chartable !== "no");
      return {
        id: article,
        text: normaliseText(raw),
        language: "fr",
        reportedOn: null,
        expected: stated.map((mention) => expectedOf(raw, mention)),
      };
    }),
  };
}

const expectedOf = (raw: string, mention: Mention): Expected => ({
  start: normalisedOffset(raw, mention.start),
  end: normalisedOffset(raw, mention.end),
  optional: mention.chartable === "optional" && !charted.has(mention.id),
  values: mention.value === null ? null : asFractionOrPercent(String(mention.value)),
  low: mention.low === null ? null : String(mention.low),
  high: mention.high === null ? null : String(mention.high),
  comparator: mention.qualifier === null ? undefined : comparators[mention.qualifier],
  claimant: claimantOf(mention.claimant),
});

/** The labels are in English; this speaker the collection does not know by name. */
const printed: Readonly<Record<string, string>> = { "the European company": "l'entreprise européenne" };

/** What the article says of itself, or nobody says, the labels call by these names; null is not labelled. */
function claimantOf(claimant: string | null): string | null | undefined {
  if (claimant === null) return undefined;
  if (/^(article|unattributed)/.test(claimant)) return null;
  const name = claimant.replace(/ \(.*| via .*/, "");
  return printed[name] ?? name;
}

/** The digit keeps a space before it from being trimmed as the end of a line. */
const normalisedOffset = (raw: string, offset: number) =>
  normaliseText(`${raw.slice(0, offset)}0`).length - 1;
