import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Case, CaseSet } from "../case";

const read = <T>(file: string, schema: z.ZodType<T>): T =>
  schema.parse(JSON.parse(readFileSync(file, "utf8")));

/** French numbers in words, each the whole text. */
export const numberWordsSet = (devset: string): CaseSet => ({
  name: "number words fr",
  question: "whole",
  cases: read(
    join(devset, "number-words-fr.json"),
    z.array(z.object({ text: z.string(), value: z.number() })),
  ).map(({ text, value }) => caseOf(text, [String(value)])),
});

/** Words in a row that are no French number: whatever is found is an extra. */
export const invalidWordsSet = (devset: string): CaseSet => ({
  name: "invalid words fr",
  question: "whole",
  cases: read(join(devset, "invalid-fr.json"), z.array(z.string())).map((text) => caseOf(text, [])),
});

const caseOf = (text: string, values: readonly string[]): Case => ({
  id: text,
  text,
  language: "fr",
  reportedOn: null,
  expected: values.map((value) => ({
    start: 0,
    end: text.length,
    optional: false,
    values: [value],
  })),
});
