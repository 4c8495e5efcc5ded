import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Locale } from "@/domain/vocabulary";
import type { Case, CaseSet } from "../case";

const goldenSchema = z.array(z.object({ id: z.string(), text: z.string(), sentences: z.array(z.string()) }));
type Golden = z.infer<typeof goldenSchema>[number];

/** Where sentences end, by the golden rules of pragmatic_segmenter. */
export function goldenSet(devset: string, language: Locale): CaseSet {
  const file = join(devset, `golden-${language}.json`);
  return {
    name: `sentences ${language}`,
    question: "sentences",
    cases: goldenSchema
      .parse(JSON.parse(readFileSync(file, "utf8")))
      .map((golden) => caseOf(golden, language)),
  };
}

function caseOf({ id, text, sentences }: Golden, language: Locale): Case {
  let from = 0;
  const expected = sentences.map((sentence) => {
    const start = text.indexOf(sentence, from);
    if (start < 0) throw new Error(`${id} does not hold its own sentence: ${sentence}`);
    from = start + sentence.length;
    return { start, end: from, optional: false };
  });
  return { id, text, language, reportedOn: null, expected };
}
