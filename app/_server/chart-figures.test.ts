import { expect, test } from "vitest";
import { metrics as seeds } from "@/domain/chart/figures.fixture";
import { withCards } from "./chart-figures";

const metrics = Array.from({ length: 40 }, (_, n) => ({ ...seeds.territory, slug: `metric-${n}` }));
const each = (count: number) => new Map(metrics.map(({ slug }) => [slug, count] as const));
const slugs = (some: readonly { slug: string }[]) => some.map(({ slug }) => slug);

test("of more metrics than there is room for the first have a card, and none of the others is lost", () => {
  const { shown, more } = withCards(metrics, each(10));
  expect(shown).toHaveLength(24);
  expect(slugs([...shown, ...more])).toEqual(slugs(metrics));
});

test("metrics with much to draw fill a dashboard sooner, however much one of them has", () => {
  const { shown, more } = withCards(metrics, each(1_000_000));
  expect(shown).toHaveLength(10);
  expect(more).toHaveLength(30);
  expect(withCards(metrics.slice(0, 1), each(1_000_000))).toMatchObject({ more: [] });
});

test("a metric without a figure has neither card nor link", () => {
  const { shown, more } = withCards(metrics, new Map([["metric-3", 1]]));
  expect(slugs(shown)).toEqual(["metric-3"]);
  expect(more).toEqual([]);
});
