import { describe, expect, test } from "vitest";
import { neighboursOf } from "./neighbours";
import { thin } from "./thin";

describe("thinning", () => {
  const spots = Array.from({ length: 10_000 }, (_, i) => ({
    id: String(i),
    x: (i / 10_000) * 300,
    level: Math.sin(i / 50) * 100 + (i === 4321 ? 900 : 0),
    series: "a",
  }));

  test("keeps every extreme of two pixels, and its id", () => {
    const kept = thin(spots, 300);
    expect(kept.size).toBeLessThanOrEqual(300);
    expect(kept.has("4321")).toBe(true);
    const bucket = spots.filter((spot) => Math.floor(spot.x / 2) === 70);
    const levels = bucket.map((spot) => spot.level);
    for (const extreme of [Math.min(...levels), Math.max(...levels)])
      expect(bucket.some((spot) => spot.level === extreme && kept.has(spot.id))).toBe(true);
  });

  test("leaves a sparse series whole", () => {
    expect(thin(spots.slice(0, 300), 300).size).toBe(300);
  });
});

test("arrow keys walk through time and to other claimants", () => {
  const spots = [
    { id: "a", x: 10, y: 50, claimant: "u" },
    { id: "b", x: 12, y: 80, claimant: "r" },
    { id: "c", x: 90, y: 20, claimant: "u" },
    { id: "d", x: 95, y: 20, claimant: "r" },
  ];
  const walk = neighboursOf(spots);
  expect(walk.get("a")).toEqual({ prev: null, next: "b", up: "d", down: "b" });
  expect(walk.get("b")).toEqual({ prev: "a", next: "c", up: "a", down: null });
  expect(walk.get("c")).toEqual({ prev: "b", next: "d", up: null, down: "d" });
  expect(walk.get("d")).toEqual({ prev: "c", next: null, up: "c", down: "a" });
});
