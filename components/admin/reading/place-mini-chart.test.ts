import { expect, test } from "vitest";
import { miniSize, placeMini } from "./place-mini-chart";

const agents = [{ slug: "quay", name: "Quay", kind: "organisation", side: null, mark: 2 }] as const;
const figure = (publicId: string, value: string | null, start: string, end = start) => ({
  publicId,
  value,
  low: null,
  high: null,
  start,
  end,
  claimant: "quay",
});
const known = [figure("a", "100", "2025-01-01"), figure("b", "200", "2025-01-31")];

test("the new point stands on the same scales as the others", () => {
  const placed = placeMini(known, figure("new", "400", "2025-01-16"), agents)!;
  const [a, b] = placed.points;
  expect(placed.ghost!.x).toBeCloseTo((a!.x + b!.x) / 2, 0);
  expect(b!.y - placed.ghost!.y).toBeCloseTo(2 * (a!.y - b!.y), 0);
  expect(placed.ghost!.y).toBeGreaterThanOrEqual(0);
});

test("an outlier moves the others, so that it is seen", () => {
  const near = placeMini(known, figure("new", "150", "2025-01-16"), agents)!;
  const far = placeMini(known, figure("new", "9000", "2025-01-16"), agents)!;
  expect(far.points[1]!.y).toBeGreaterThan(near.points[1]!.y + 50);
});

test("each wears its claimant's mark", () => {
  const placed = placeMini([...known, { ...figure("c", "1", "2025-01-02"), claimant: null }], null, agents)!;
  expect(placed.points.map(({ shape }) => shape)).toEqual(["triangle-up", "triangle-up", "ring"]);
  expect(placed.ghost).toBeNull();
});

test("a month is as wide as a month", () => {
  const placed = placeMini(known, figure("new", "1", "2025-01-01", "2025-01-31"), agents)!;
  expect(placed.ghost!.x2 - placed.ghost!.x1).toBeGreaterThan(0.7 * (miniSize.width - 68));
});

test("what has no number is not placed, and alone it makes no chart", () => {
  expect(placeMini(known, figure("new", null, "2025-01-16"), agents)!.ghost).toBeNull();
  expect(placeMini([], figure("new", null, "2025-01-16"), agents)).toBeNull();
  expect(placeMini([], figure("new", "about12", "2025-01-16"), agents)).toBeNull();
});
