import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import type { Chart } from "../chart/chart";
import { lowSizes, lowWidth } from "../chart/sizes";
import { textWidth } from "../chart/text-width";
import { cardSize } from "./card";
import { chartCard } from "./chart-card";
import { figureCard } from "./figure-card";
import { listCard } from "./list-card";
import { firstLines } from "./wrapped";

const about = {
  style: {
    colours: { paper: "#fff", ink: "#000", faint: "#555", hairline: "#ccc", highlight: "#ffe066" },
    sans: "Sans",
    serif: "Serif",
  },
  name: "Verbatim",
  kicker: "Storks & <chicks>",
  footer: ["Source: A report", "As of revision 3"],
};
const measure = (text: string, size: number) => textWidth(text, size);

/** What is drawn: texts and rectangles in order. @throws where it is not well-formed */
function drawn(svg: string) {
  const texts: { x: number; y: number; size: number; words: string }[] = [];
  const rects: Record<string, string>[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  let open = false;
  parser.on("opentag", ({ name, attributes }) => {
    const { x, y, "font-size": size } = attributes as Record<string, string>;
    open = name === "text";
    if (open) texts.push({ x: Number(x), y: Number(y), size: Number(size), words: "" });
    if (name === "rect") rects.push(attributes as Record<string, string>);
  });
  parser.on("text", (words) => {
    if (open) texts.at(-1)!.words += words;
  });
  parser.on("closetag", () => {
    open = false;
  });
  parser.write(svg).close();
  return { texts, rects, marks: rects.filter(({ fill }) => fill === "#ffe066") };
}

const figure = {
  ...about,
  value: "about 40 nests",
  headline: "Storks: about 40 nests, according to Stork Watch, 1 May 2031",
};

describe("the card of a figure", () => {
  const sentence = "Stork Watch counted près de 40 nests on the marsh.";
  const start = sentence.indexOf("40");
  const said = { text: sentence, mark: { start, end: start + 2 } };

  test("marks the number in its sentence, where it stands", () => {
    const { texts, marks } = drawn(figureCard({ ...figure, said, measure }));
    const line = texts.find(({ words }) => words === sentence)!;
    expect(marks).toHaveLength(1);
    const before = measure(sentence.slice(0, start), line.size);
    expect(Number(marks[0]!.x)).toBeCloseTo(line.x + before - 4, 0);
    expect(Number(marks[0]!.width)).toBeCloseTo(measure("40", line.size) + 8, 0);
    expect(Number(marks[0]!.y)).toBeLessThan(line.y);
  });

  test("keeps the hedge and the claimant, and says where it is from", () => {
    const words = drawn(figureCard({ ...figure, said, measure })).texts.map((text) => text.words);
    expect(words).toEqual(expect.arrayContaining(["about 40 nests", figure.headline, "Source: A report"]));
  });

  test("of a sentence too long to show, shows the lines around the number and says that there are more", () => {
    const words = "The storks came back to the marsh. ".repeat(60);
    const text = `${words}They were 40 in all. ${words}`;
    const at = text.indexOf("40 in");
    const card = drawn(figureCard({ ...figure, said: { text, mark: { start: at, end: at + 2 } }, measure }));
    expect(card.marks).toHaveLength(1);
    const quoted = card.texts.filter(
      ({ words: one }) => /stork|They|40 in/.test(one) && !one.startsWith("Storks"),
    );
    expect(quoted[0]!.words).toMatch(/^… /);
    expect(quoted.at(-1)!.words).toMatch(/ …$/);
    expect(quoted.some((one) => one.words.includes("40 in all"))).toBe(true);
    for (const { y } of card.texts) expect(y).toBeLessThan(cardSize.height);
  });

  test("of a row marks nothing: it is no quotation", () => {
    const row = { text: "count: 40; marsh: North", mark: null };
    expect(drawn(figureCard({ ...figure, said: row, measure })).marks).toEqual([]);
  });
});

test("every line of every card ends within it, however long its words", () => {
  const long = "Storkstorkstork of the northern marshes ".repeat(20);
  const chart = { width: 760, height: 900 } as Chart; // what a card reads of it
  const cards = [
    figureCard({
      ...about,
      footer: [long, long],
      kicker: long,
      value: long,
      headline: long,
      said: { text: long, mark: { start: 0, end: 5 } },
      measure,
    }),
    chartCard({ ...about, title: long, claims: [long, long, long], shown: long, chart, drawing: "<svg/>" }),
    listCard({ ...about, title: long, intro: long, claims: Array(9).fill({ name: long, text: long }) }),
  ];
  for (const svg of cards)
    for (const { x, y, size, words } of drawn(svg).texts.filter((one) => one.words !== "Verbatim")) {
      expect(x + textWidth(words, size) * 0.97, words).toBeLessThanOrEqual(cardSize.width - 40);
      expect(y).toBeLessThan(cardSize.height);
    }
});

test("no letter of a card is too small where a network shows it 600 px wide", () => {
  const { font, plotHeight } = lowSizes(1);
  const chart = { width: lowWidth, height: plotHeight + 80 } as Chart; // with its axes and who reported when
  const claims = ["Storks: 40 nests", "Storks: 30 nests"];
  const svg = chartCard({ ...about, title: "Nests", claims, shown: "Shown: x", chart, drawing: "<svg/>" });
  const scale = Number(/scale\((\S+)\)/.exec(svg)![1]);
  expect((font * scale) / 2).toBeGreaterThanOrEqual(9.5);
  const texts = [
    ...drawn(svg).texts,
    ...drawn(
      listCard({ ...about, title: "Storks", intro: "x", claims: Array(9).fill({ name: "y", text: "z" }) }),
    ).texts,
  ];
  for (const { size, words } of texts) expect(size / 2, words).toBeGreaterThanOrEqual(11.5);
});

test("a drawing is as large as fits and never leaves its place", () => {
  for (const [width, height] of [
    [760, 300],
    [760, 2000],
    [340, 200],
  ]) {
    const chart = { width, height } as Chart;
    const svg = chartCard({ ...about, title: "Nests", claims: ["x"], shown: "", chart, drawing: "<svg/>" });
    const [, left, top, scale] = /translate\((\S+) (\S+)\) scale\((\S+)\)/.exec(svg)!.map(Number);
    expect(left! + width! * scale!).toBeLessThanOrEqual(1145);
    expect(top! + height! * scale!).toBeLessThanOrEqual(541);
    expect(Math.max((width! * scale!) / 1088, (height! * scale!) / (540 - top!))).toBeCloseTo(1, 1);
  }
});

test("one word wider than its line is cut", () => {
  const [line] = firstLines("x".repeat(500), 1, 200, 20);
  expect(line).toMatch(/^x+…$/);
  expect(textWidth(line!, 20)).toBeLessThanOrEqual(200);
});
