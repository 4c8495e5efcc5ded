import { describe, expect, test } from "vitest";
import { type OpenApiDocument, openApiDocument } from "@/domain/export/openapi";
import french from "./api.fr.json";
import { describedIn, sentencesOf } from "./api-words";

const document = openApiDocument({
  title: "Storks",
  description: "Of the Example Marsh.",
  site: "",
  sample: { metric: "storks", claimant: "marsh", figure: "00000001" },
});

/** The sentences that are ours: not what the collection says of itself. */
const ours = ({ info, ...rest }: OpenApiDocument) => {
  const { title: _title, description: _description, ...own } = info;
  return new Set(sentencesOf({ own, rest }));
};

describe("the description of the API in French", () => {
  test("has every sentence of it, and none that is not in it", () => {
    expect(Object.keys(french).sort()).toEqual([...ours(document)].sort());
  });
  test("is the same document otherwise, and leaves alone what the collection says of itself", () => {
    const told = describedIn(document, "fr");
    expect(told.info).toMatchObject({ title: "Storks", description: "Of the Example Marsh." });
    expect(ours(told)).toEqual(new Set(Object.values(french)));
    expect(Object.keys(told.paths)).toEqual(Object.keys(document.paths));
    expect(told.components.parameters).toMatchObject({ metric: { name: "metric", in: "query" } });
    expect(describedIn(document, "en")).toBe(document);
  });
  test("is set as French is", () => {
    for (const words of Object.values(french))
      expect(words).not.toMatch(/['"“”]|\.\.\.|[^\u202f][;!?](?=\s|$)|[^\u00a0]:(?=\s|$)/);
  });
});
