import { describe, expect, test } from "vitest";
import { problemsAfter, type SpecimenFile } from "./specimen";

/** What is replaced, by what, the beginning of what is then said, and of the words at which that points. */
export type ProblemCase = readonly [from: string | RegExp, to: string, said: string, at: string];

/** Tests that each change to a file of the specimen is answered in these words, and at these words of the file. */
export function describeProblems(about: string, file: SpecimenFile, cases: readonly ProblemCase[]): void {
  describe(about, () => {
    test.each(cases)("%s → %s: %s", (from, to, said, at) => {
      const problems = problemsAfter(file, from, to);
      const expected = { file, said: beginsWith(said), at: beginsWith(at) };
      expect(problems, JSON.stringify(problems, null, 1)).toContainEqual(expected);
    });
  });
}

const beginsWith = (words: string) =>
  expect.stringMatching(`^${words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`);
