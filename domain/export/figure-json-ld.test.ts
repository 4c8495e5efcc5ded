import { describe, expect, test } from "vitest";
import { day, figure as made, metrics } from "../chart/figures.fixture";
import type { Anchor, Figure } from "../figure";
import { figureJsonLd } from "./figure-json-ld";

const told = (figure: Figure, mentions: readonly Anchor[]) =>
  figureJsonLd(
    {
      ...{ ...figure, anchor: mentions[0]!, mentions },
      ...{ note: null, retractedBecause: null, changedBecause: null },
    },
    { figure_url: "https://example.org/en/figures/x" },
    [],
    { revision: 3, site: "https://example.org" },
  );

describe("a figure as JSON-LD", () => {
  const figure = made({ metric: Object.values(metrics)[0]!, period: day("2031-05-04"), value: "1500" });
  const row: Anchor = {
    ...figure.anchor,
    ...{
      sourceSlug: "table",
      sourceTitle: "Table",
      sentence: '2031,"1,500"',
      sentenceStart: 20,
      sentenceEnd: 32,
    },
    ...{ numberStart: 6, numberEnd: 11, prefix: "", suffix: "" },
    record: { version: 2, row: 17, header: "year,storks", url: "https://storks.example/table.csv" },
  };

  test("has a row of a dataset as what it is, in no language", () => {
    const ld = told(figure, [row]);
    expect(ld).toMatchObject({ text: '2031,"1,500"' });
    expect(ld).not.toHaveProperty("inLanguage");
    expect(ld.appearance).toEqual([
      {
        ...{ "@type": "Dataset", identifier: "table", name: "Table" },
        url: "https://example.org/en/sources/table",
        ...{ sameAs: "https://storks.example/table.csv", version: 2, row: 17, columns: ["year", "storks"] },
        "oa:hasSelector": [
          {
            "@type": "oa:TextQuoteSelector",
            ...{ "oa:exact": '2031,"1,500"', "oa:prefix": "", "oa:suffix": "" },
          },
          { "@type": "oa:TextPositionSelector", "oa:start": 20, "oa:end": 32 },
        ],
        number: { start: 6, end: 11, text: "1,500" },
        attribution: [],
      },
    ]);
  });

  test("has a sentence in its language, as before", () => {
    const ld = told(figure, [figure.anchor, row]);
    expect(ld.inLanguage).toBe("fr");
    expect(ld.appearance.map((one) => one["@type"])).toEqual(["CreativeWork", "Dataset"]);
    expect(Object.keys(ld.appearance[0]!)).toEqual([
      ...["@type", "identifier", "name", "url", "inLanguage", "oa:hasSelector", "number", "attribution"],
    ]);
  });
});
