import fc from "fast-check";
import { expect, test } from "vitest";
import { agents, day, figure, metrics, place } from "./chart/figures.fixture";
import { inSight, plainView, readChartView, writeChartView } from "./chart-view";

const names = fc.constantFrom("claimant:ukraine", "claimant:", "subject:kyiv", "place:kursk-region");
const anyView = fc.record({
  ghosts: fc.boolean(),
  events: fc.boolean(),
  log: fc.boolean(),
  facets: fc.boolean(),
  hide: fc.uniqueArray(names).map((list) => list.sort()),
  explore: fc.boolean(),
});

test("whatever the view, its address reads back as the same view", () => {
  fc.assert(
    fc.property(anyView, (view) => {
      expect(readChartView(new URLSearchParams(writeChartView(view)))).toEqual(view);
    }),
  );
});

test("the plain view needs no address, and nonsense is read as plain", () => {
  expect(writeChartView(plainView)).toEqual({});
  expect(readChartView(new URLSearchParams("log=yes&hide=agent:x&hide=claimant:<b>&events=1"))).toEqual(
    plainView,
  );
});

test("a form's boxes, one parameter each, read like the list in a link", () => {
  const hide = ["claimant:ukraine", "place:"];
  expect(readChartView(new URLSearchParams("hide=place:&hide=claimant:ukraine")).hide).toEqual(hide);
  expect(readChartView(new URLSearchParams("hide=claimant:ukraine,place:")).hide).toEqual(hide);
});

test("what is hidden by claimant, subject or place is out of sight, and nothing else is", () => {
  const one = figure({ metric: metrics.drones, period: day("2025-03-01"), claimant: agents.kyiv, place });
  const other = figure({ metric: metrics.drones, period: day("2025-03-01"), subject: agents.kyiv });
  expect(inSight([one, other], { hide: ["claimant:kyiv"] })).toEqual([other]);
  expect(inSight([one, other], { hide: ["claimant:"] })).toEqual([one]);
  expect(inSight([one, other], { hide: ["subject:kyiv"] })).toEqual([one]);
  expect(inSight([one, other], { hide: ["place:kursk-region"] })).toEqual([other]);
});
