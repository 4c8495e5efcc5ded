import { describe, expect, test } from "vitest";
import { dodge } from "./dodge";
import { hitAreas } from "./hit-areas";

const dot = (id: string, x: number, y = 50, r = 5.5) => ({ id, x, y, r });
const bounds = { x1: 0, x2: 300 };

describe("dots on one spot", () => {
  test("move aside evenly", () => {
    const moved = dodge([dot("a", 100), dot("b", 100)], bounds);
    expect(moved.get("a")).toBe(94);
    expect(moved.get("b")).toBe(106);
  });

  test("stay inside the plot", () => {
    for (const x of dodge([dot("a", 299), dot("b", 299), dot("c", 298)], bounds).values())
      expect(x).toBeLessThanOrEqual(300);
  });

  test("are left alone where they do not touch, or are too many", () => {
    expect(dodge([dot("a", 100), dot("b", 100, 80)], bounds).get("a")).toBe(100);
    const pile = Array.from({ length: 9 }, (_, i) => dot(String(i), 100));
    expect(new Set(dodge(pile, bounds).values())).toEqual(new Set([100]));
  });

  test("a chain of touching dots is one cluster", () => {
    const moved = dodge([dot("a", 100), dot("c", 118), dot("b", 109)], bounds);
    expect((moved.get("b") ?? 0) - (moved.get("a") ?? 0)).toBe(12);
    expect((moved.get("c") ?? 0) - (moved.get("b") ?? 0)).toBe(12);
  });
});

describe("targets", () => {
  test("are 24 px and, beside each other, do not overlap but still cover their dots", () => {
    const dots = [dot("a", 94), dot("b", 106)];
    const areas = hitAreas(dots);
    const [a, b] = [areas.get("a"), areas.get("b")];
    expect(a?.r).toBe(12);
    expect(Math.hypot((a?.x ?? 0) - (b?.x ?? 0), (a?.y ?? 0) - (b?.y ?? 0))).toBeGreaterThanOrEqual(23.9);
    for (const d of dots)
      expect(Math.hypot((areas.get(d.id)?.x ?? 0) - d.x, 0) + d.r).toBeLessThanOrEqual(12.01);
  });
});
