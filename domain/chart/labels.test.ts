import { describe, expect, test } from "vitest";
import { type LabelWish, overlap, placeLabels } from "./labels";

const room = { bounds: { x1: 0, y1: 0, x2: 300, y2: 200 }, font: 12, lineHeight: 15 };
const wish = (x: number, y: number, change: Partial<LabelWish> = {}): LabelWish => ({
  figureId: `${x},${y}`,
  colour: "--mark-0",
  x,
  y,
  r: 5,
  up: 5,
  down: 5,
  name: ["Ukraine"],
  value: "500 km²",
  ...change,
});
const none = { hard: [], soft: [], faint: [], dots: [] };

describe("a label", () => {
  test("stands beside its point", () => {
    expect(placeLabels([wish(100, 100)], none, room)[0]).toMatchObject({
      anchor: "start",
      x: 110,
      name: ["Ukraine"],
    });
  });

  test("goes to the other side at the edge", () => {
    expect(placeLabels([wish(290, 100)], none, room)[0]?.anchor).toBe("end");
  });

  test("avoids what it must, and crosses a line only where it has to", () => {
    const line = { x1: 100, y1: 98, x2: 300, y2: 102 };
    expect(placeLabels([wish(100, 100)], { ...none, soft: [line] }, room)[0]?.anchor).toBe("middle");
  });

  test("folds a long name, then gives it up, then itself", () => {
    const long = wish(60, 100, { name: ["Russian Ministry of Defence"] });
    const narrow = (x2: number) => ({ ...room, bounds: { ...room.bounds, x2 } });
    expect(placeLabels([long], none, narrow(300))[0]?.name).toHaveLength(1);
    expect(placeLabels([long], none, narrow(125))[0]?.name).toEqual(["Russian Ministry", "of Defence"]);
    expect(placeLabels([{ ...long, x: 30 }], none, narrow(70))[0]?.name).toEqual([]);
    expect(placeLabels([{ ...long, x: 10 }], none, narrow(20))).toEqual([]);
  });

  test("is nearer to its own point than to any other", () => {
    const dots = [
      { x: 100, y: 100 },
      { x: 116, y: 100 },
    ];
    const hard = dots.map(({ x, y }) => ({ x1: x - 7, y1: y - 7, x2: x + 7, y2: y + 7 }));
    const placed = placeLabels([wish(116, 100), wish(100, 100)], { ...none, hard, dots }, room);
    expect(placed.map((label) => label.anchor)).toEqual(["start", "end"]);
  });

  test("never covers another", () => {
    const crowd = Array.from({ length: 12 }, (_, i) =>
      wish(100 + i * 9, 100 + (i % 3) * 8, { figureId: String(i) }),
    );
    const placed = placeLabels(crowd, none, room);
    expect(placed.length).toBeGreaterThan(1);
    const boxes = placed.map((label) => {
      const width = 45;
      const x1 =
        label.anchor === "start" ? label.x : label.anchor === "end" ? label.x - width : label.x - width / 2;
      return { x1, x2: x1 + width, y1: label.y - 9, y2: label.y + label.name.length * 15 };
    });
    for (const [i, a] of boxes.entries())
      for (const b of boxes.slice(i + 1)) expect(overlap(a, b)).toBe(false);
  });
});
