import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { readSeeds } from "./read";
import { article, linesOf, readSpecimen, writeSpecimen } from "./testing/specimen";

describe("a sound folder of seeds", () => {
  const seeds = readSpecimen();
  const [source] = seeds.sources;
  const [planted, promised, oaks] = seeds.figures;

  test("joins the passages by an empty line and hashes what comes of it", () => {
    const { text, sha256, passages } = source!.version;
    expect(text).toBe(
      "Selon la mairie, près de 1 400 arbres ont été plantés le 3 mars, dont un cinquième de chênes.\n\n" +
        "Elle en avait promis 500 en février.\n\n" +
        "Une association parle de 1 400 arbres.",
    );
    expect(sha256).toBe(createHash("sha256").update(text).digest("hex"));
    expect(passages).toEqual([
      { start: 0, end: 93, documentStart: 20 },
      { start: 95, end: 131, documentStart: 114 },
      { start: 133, end: 171, documentStart: 152 },
    ]);
  });

  test("counts document offsets in UTF-16 units", () => {
    for (const { start, end, documentStart } of source!.version.passages) {
      expect(article.slice(documentStart!, documentStart! + end - start)).toBe(
        source!.version.text.slice(start, end),
      );
    }
  });

  test("finds each sentence in the version and each number in its sentence", () => {
    const { text } = source!.version;
    for (const mention of seeds.figures.flatMap((figure) => figure.mentions)) {
      expect(text.slice(mention.sentenceStart, mention.sentenceEnd)).toBe(mention.sentence);
      expect(mention.sentence.slice(mention.numberStart, mention.numberEnd)).toBe(mention.numberText);
      expect(text.slice(0, mention.sentenceStart).endsWith(mention.prefix)).toBe(true);
      expect(text.slice(mention.sentenceEnd).startsWith(mention.suffix)).toBe(true);
      expect(mention.prefix.length).toBe(Math.min(32, mention.sentenceStart));
    }
    expect(planted!.mentions[0]).toMatchObject({ numberStart: 25, numberEnd: 30, readsAs: "1400" });
  });

  test("takes words for what the file says they read as", () => {
    expect(oaks!.mentions[0]).toMatchObject({ numberText: "un cinquième", readsAs: "20" });
  });

  test.each([
    ["entre 500 et 600", "", "500"],
    ["quelques centaines d’arbres", '        reads_as: "600"\n', "600"],
  ])("takes a range from %s", (printed, readsAs, expected) => {
    const dir = writeSpecimen("sources/green-town.yml", (text) =>
      text
        .replace(/checks:.*/s, "")
        .replace("document_end: 150", `document_end: ${150 - 3 + printed.length}`)
        .replace(/document_start: 152\n {4}document_end: 190/, "document_start: 252\n    document_end: 290")
        .replace("promis 500", `promis ${printed}`)
        .replace('value: "500"', 'low: "500"\n    high: "600"')
        .replace('comparator: "="\n    statistic: point', "comparator: range\n    statistic: point")
        .replace('number: "500"\n', `number: ${printed}\n${readsAs}`),
    );
    const read = readSeeds(dir);
    expect(Array.isArray(read) ? linesOf(dir, read) : read.figures[1]!.mentions[0]!.readsAs).toEqual(
      expected,
    );
  });

  test("gives a mention its own bound and speaker, and the anchor the figure's", () => {
    expect(planted!.mentions.map(({ comparator, cue }) => [comparator, cue])).toEqual([
      ["~", "près de"],
      ["=", null],
    ]);
    expect(planted!.mentions.map(({ attribution }) => attribution[0]!.agent)).toEqual(["town-hall", "club"]);
    expect(promised!.mentions[0]!.attribution[0]).toEqual({
      role: "claimed_by",
      agent: "town-hall",
      asPrinted: "la mairie",
    });
  });

  test("marks the words of events and comparisons", () => {
    const [{ anchors } = { anchors: [] }] = seeds.events;
    expect(anchors.map((one) => one.sentence.slice(one.markedStart, one.markedEnd))).toEqual(["le 3 mars"]);
    const [check] = seeds.checks;
    expect(check!.sentence.slice(check!.markedStart, check!.markedEnd)).toBe("promis 500");
  });

  test("has one hash for the same files", () => {
    expect(seeds.collection.seedsSha256).toBe(readSpecimen().collection.seedsSha256);
  });
});
