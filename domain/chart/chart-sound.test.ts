import { describe, expect, test } from "vitest";
import { chartSound, mostTones, readSound, toneLength, writeSound } from "./chart-sound";
import type { PlacedPoint } from "./panel";

const plot = { x: 100, y: 0, width: 1000, height: 100 };
type Mark = Partial<PlacedPoint> & { readonly x: number; readonly y: number };
const point = (mark: Mark) =>
  ({ claimant: "a", retracted: false, ghost: false, whisker: null, ...mark }) as PlacedPoint; // what is heard of it
const soundOf = (...marks: Mark[]) =>
  chartSound({ panels: [{ plot, points: marks.map(point) }] } as unknown as Parameters<typeof chartSound>[0]);

describe("a chart that is heard", () => {
  test("sounds higher where the value is, by equal steps of the ear", () => {
    const [low, middle, high] = soundOf({ x: 100, y: 100 }, { x: 600, y: 50 }, { x: 1100, y: 0 }).tones;
    expect([low!.pitch, high!.pitch]).toEqual([165, 1320]);
    expect(middle!.pitch ** 2).toBeCloseTo(165 * 1320, -3);
  });

  test("runs from left to right in time, and is silent where nobody reported", () => {
    const { tones, length } = soundOf({ x: 1100, y: 0 }, { x: 100, y: 0 }, { x: 150, y: 0 });
    expect(tones.map(({ at }) => at)).toEqual([0, 0.1, 2]);
    expect(tones[2]!.at - tones[1]!.at, "the gap between two reports is heard as one").toBeGreaterThan(
      4 * toneLength,
    );
    expect(length).toBeCloseTo(2 + toneLength);
  });

  test("tells claimants apart by voice and side, and marks of one day by a moment", () => {
    const { tones, speakers } = soundOf(
      { x: 600, y: 0, claimant: "a" },
      { x: 600, y: 50, claimant: null },
      { x: 700, y: 50, claimant: "c" },
    );
    expect(speakers).toEqual([
      { claimant: "a", voice: "sine" },
      { claimant: null, voice: "triangle" },
      { claimant: "c", voice: "square" },
    ]);
    expect(tones.map(({ pan }) => pan)).toEqual([-1, 0, 1]);
    expect(tones[1]!.at).toBeGreaterThan(tones[0]!.at);
  });

  test("glides through a range, and leaves out what was replaced or retracted", () => {
    const { tones } = soundOf(
      { x: 600, y: 50, whisker: { y1: 0, y2: 100 } },
      { x: 700, y: 50, ghost: true },
      { x: 800, y: 50, retracted: true },
    );
    expect(tones).toEqual([{ at: 1, pitch: 165, glideTo: 1320, voice: "sine", pan: 0 }]);
  });

  test("stays short and in order however many marks there are", () => {
    const many = Array.from({ length: 3000 }, (_, n) => ({ x: 100 + n / 3, y: n % 100 }));
    const { tones, length, thinnedFrom } = soundOf(...many);
    expect(tones.length).toBeLessThanOrEqual(mostTones + 2);
    expect(thinnedFrom).toBe(3000);
    const heard = new Set(tones.map(({ pitch }) => pitch));
    expect(heard.has(1320), "the highest value").toBe(true);
    expect(length).toBeLessThan(13);
    expect(tones.every(({ at }, n) => n === 0 || at >= tones[n - 1]!.at)).toBe(true);
    expect(soundOf()).toEqual({ tones: [], speakers: [], thinnedFrom: null, length: 2 + toneLength });
  });

  test("is written in few letters and read back as it was", () => {
    const { tones, length } = soundOf(
      { x: 100, y: 100 },
      { x: 600, y: 50, claimant: "b", whisker: { y1: 20, y2: 70 } },
    );
    expect(readSound(writeSound({ tones, length }))).toEqual({ tones, length });
    expect(readSound(writeSound({ tones: [], length: 0 }))).toEqual({ tones: [], length: 0 });
  });
});
