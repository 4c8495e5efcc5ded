import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { CaseSet } from "../case";

const sentenceSchema = z.object({
  id: z.string(),
  text: z.string(),
  nums: z.array(z.object({ form: z.string(), start: z.int(), end: z.int() })),
});

/** The numerals with digits of a French treebank. Dates are numerals too, so only recall says something. */
export function treebankSet(devset: string): CaseSet {
  const lines = readFileSync(join(devset, "fr-gsd-dev.jsonl"), "utf8").trimEnd().split("\n");
  return {
    name: "treebank fr digits",
    question: "numerals",
    cases: lines
      .map((line) => sentenceSchema.parse(JSON.parse(line)))
      .map(({ id, text, nums }) => ({
        id,
        text,
        language: "fr",
        reportedOn: null,
        expected: nums
          .filter(({ form }) => /\d/.test(form))
          .map(({ start, end }) => ({ start, end, optional: false })),
      })),
  };
}
