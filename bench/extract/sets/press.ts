import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { normaliseText } from "@/domain/extract/normalise-text";
import { comparators, type Locale, modalities, pers } from "@/domain/vocabulary";
import type { CaseSet } from "../case";
import { asFractionOrPercent } from "../fraction";

const decimal = z
  .string()
  .regex(/^\d+(\.\d+)?$/)
  .nullable();
const day = z.iso.date();

/** One reported figure as labelled; `claimant` is the phrase as a reader would name it, null for nobody. */
export const labelSchema = z.strictObject({
  number_text: z.string().min(1),
  start: z.int(),
  end: z.int(),
  value: decimal,
  low: decimal,
  high: decimal,
  comparator: z.enum(comparators),
  unit: z.string(),
  per: z.enum(pers).nullable(),
  claimant: z.string().nullable(),
  period_start: day.nullable(),
  period_end: day.nullable(),
  modality: z.enum(modalities),
  hearsay: z.boolean(),
});

const passageSchema = z.strictObject({
  id: z.string(),
  split: z.enum(["dev", "held"]),
  text: z.string(),
  reported_on: day,
  figures: z.array(labelSchema),
});
export type Passage = z.infer<typeof passageSchema>;

/** The passages of a language written for this bench, in file order. Throws where a line is not one. */
export function readPress(language: Locale): Passage[] {
  const file = join(import.meta.dirname, "..", `press-${language}.jsonl`);
  const lines = readFileSync(file, "utf8").trimEnd().split("\n");
  return lines.map((line) => passageSchema.parse(JSON.parse(line)));
}

/** `dev` is there to build by, `held` to measure only. */
export function pressSet(language: Locale, split: Passage["split"]): CaseSet {
  const passages = readPress(language).filter((passage) => passage.split === split);
  return {
    name: `press-${language} ${split}`,
    question: "figures",
    cases: passages.map(({ id, text, reported_on, figures }) => ({
      id,
      text: unchanged(text),
      language,
      reportedOn: reported_on,
      expected: figures.map((figure) => ({
        ...figure,
        optional: false,
        values: figure.value === null ? null : asFractionOrPercent(figure.value),
      })),
    })),
  };
}

/** The labels count in the text as it stands, the reader in the normalised one: they must be one and the same. */
function unchanged(text: string): string {
  if (normaliseText(text) !== text) throw new Error(`A passage is not normalised: ${text}`);
  return text;
}
