import { describe, expect, test } from "vitest";
import { mostAround, passageAround } from "./passage-around";

const around = (passage: string, sentence: string) => {
  const start = passage.indexOf(sentence);
  return passageAround(passage, start, start + sentence.length, "en");
};

describe("what stands around a sentence", () => {
  test("is the one sentence before it and the one after", () => {
    const passage =
      "It was May. The marsh was full. We counted 500 storks. None were ringed. Then it rained.";
    expect(around(passage, "We counted 500 storks.")).toEqual({
      before: "The marsh was full.",
      after: "None were ringed.",
    });
  });

  test("is nothing where the passage begins or ends with it", () => {
    expect(around("We counted 500 storks.", "We counted 500 storks.")).toEqual({ before: null, after: null });
    expect(around("We counted 500 storks. It rained.", "We counted 500 storks.").before).toBeNull();
  });

  test("is cut at a word where it is long, and says so", () => {
    const long = `${"marsh ".repeat(100).trim()}.`;
    const { before, after } = around(`${long} We counted 500 storks. ${long}`, "We counted 500 storks.");
    expect(before).toMatch(/^… marsh marsh/);
    expect(after).toMatch(/marsh …$/);
    for (const words of [before!, after!]) expect(words.length).toBeLessThanOrEqual(mostAround + 2);
  });
});
