import { describe, expect, test } from "vitest";
import type { Refusal } from "@/domain/result";
import { deskMessagesOf } from "@/messages/desk";
import { anchorIn } from "./anchor-in";
import { listProblems } from "./list-problems";
import { nextMark } from "./next-mark";

const words = deskMessagesOf("en").lists.problem;
const problemsOf = (fields: Record<string, string[]>) =>
  listProblems({ kind: "invalid", fields } satisfies Refusal, words).fields;

describe("what is wrong with an entry", () => {
  test("is said beside its box, whether it was one of a list or alone", () => {
    expect(problemsOf({ "0.name.fr": ["Too small: expected string to have >=1 characters"] })).toEqual({
      "name.fr": words.required,
    });
    expect(problemsOf({ allowedUnits: ["figures are stated in bird"] })).toEqual({
      allowedUnits: "Figures are stated in this unit (bird): it must stay allowed.",
    });
    expect(problemsOf({ date: ["says how or why"] })).toEqual({ "date.start": words.date });
    expect(problemsOf({ slug: ["must be lower-case words joined by hyphens"] })).toEqual({
      slug: words.slug,
    });
    expect(problemsOf({ longestSilenceDays: ["Invalid input: expected number, received NaN"] })).toEqual({
      longestSilenceDays: words.number,
    });
  });

  test("is told in one line too, whatever the refusal", () => {
    expect(listProblems({ kind: "forbidden" }, words).problem).toBe(words.forbidden);
    expect(listProblems({ kind: "conflict" }, words).problem).toBe(words.conflict);
    expect(listProblems({ kind: "exists", slug: "storks" }, words).problem).toBe(words.taken);
    expect(listProblems({ kind: "invalid", fields: { x: ["unheard of"] } }, words).problem).toBe(words.other);
  });
});

describe("the sentence of an event", () => {
  const text = "Avant. La digue a cédé 🦩 le 4 mai. Après.";
  const article = { slug: "stork-report", text };

  test("is found in the text with the words that tell it", () => {
    const anchor = anchorIn(article, " La digue a cédé 🦩 le 4 mai. ", "le 4 mai")!;
    expect(text.slice(anchor.sentenceStart, anchor.sentenceEnd)).toBe("La digue a cédé 🦩 le 4 mai.");
    expect(anchor.sentence.slice(anchor.markedStart, anchor.markedEnd)).toBe("le 4 mai");
    expect(anchor.prefix + anchor.sentence + anchor.suffix).toBe(text);
  });

  test("is none where the text does not say it, or the sentence not those words", () => {
    expect(anchorIn(article, "La digue tient.", "tient")).toBeNull();
    expect(anchorIn(article, "La digue a cédé", "le 5 mai")).toBeNull();
    expect(anchorIn(article, "La digue a cédé", "")).toBeNull();
    expect(anchorIn(article, "", "")).toBeNull();
  });
});

test("a new agent gets the lowest mark that is free", () => {
  expect(nextMark([])).toBe(0);
  expect(nextMark([-1, 0, 1, 3])).toBe(2);
});
