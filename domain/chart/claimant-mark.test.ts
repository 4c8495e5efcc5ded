import { describe, expect, test } from "vitest";
import { claimantMark, markColours, markShapes, unattributedColour } from "./claimant-mark";
import { markPath } from "./mark-path";

const paper = "#faf7f0";
const night = "#121212";

function channels(hex: string): [number, number, number] {
  const linear = (at: number) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return [linear(1), linear(3), linear(5)];
}

type Rgb = readonly [number, number, number];
const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

function contrast(a: string, b: string): number {
  const [x, y] = [luminance(channels(a)), luminance(channels(b))];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

/** Machado et al. 2009, severity 1.0, on linear RGB. */
const sights: Readonly<Record<string, readonly [Rgb, Rgb, Rgb]>> = {
  common: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function seen(hex: string, sight: readonly [Rgb, Rgb, Rgb]): Rgb {
  const [r, g, b] = channels(hex);
  const dot = ([x, y, z]: Rgb) => Math.min(1, Math.max(0, x * r + y * g + z * b));
  return [dot(sight[0]), dot(sight[1]), dot(sight[2])];
}

/** Distance in OKLab, times 100. */
function distance(a: Rgb, b: Rgb): number {
  const lab = ([r, g, b]: Rgb) => {
    const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    return [
      0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
      1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
      0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
    ] as const;
  };
  const [p, q] = [lab(a), lab(b)];
  return 100 * Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

/** Degrees around the colour circle; red lies at 0. */
function hueOf(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return ((Math.atan2(Math.sqrt(3) * (g - b), 2 * r - g - b) * 180) / Math.PI + 360) % 360;
}

describe("colours", () => {
  test.each([...markColours, unattributedColour])(
    "$light on paper and $dark by night can be read as text",
    ({ light, dark }) => {
      expect(contrast(light, paper)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(dark, night)).toBeGreaterThanOrEqual(4.5);
    },
  );

  test.each(Object.entries(sights))("the first four stay apart to %s sight", (_, sight) => {
    for (const theme of ["light", "dark"] as const)
      for (const [i, a] of markColours.slice(0, 4).entries())
        for (const b of markColours.slice(i + 1, 4))
          expect(
            distance(seen(a[theme], sight), seen(b[theme], sight)),
            `${a[theme]} ${b[theme]}`,
          ).toBeGreaterThan(5);
  });

  test("none is red", () => {
    for (const { light, dark } of markColours)
      for (const hex of [light, dark]) {
        const hue = hueOf(hex);
        expect(hue > 15 && hue < 345, `${hex} at ${hue}°`).toBe(true);
      }
  });
});

describe("marks", () => {
  test("are fixed by number", () => {
    expect(claimantMark({ mark: 0 })).toEqual({ mark: 0, shape: "circle", colour: "--mark-0" });
    expect(claimantMark({ mark: 3 })).toEqual({ mark: 3, shape: "square", colour: "--mark-3" });
  });

  test("64 pass before one repeats", () => {
    const all = Array.from({ length: 64 }, (_, mark) => claimantMark({ mark }));
    expect(new Set(all.map(({ shape, colour }) => shape + colour)).size).toBe(64);
  });

  test("a figure nobody is named for has a shape no claimant can have", () => {
    const { shape, colour } = claimantMark(null);
    expect([shape, colour]).toEqual(["ring", "--mark-none"]);
    expect(markShapes).not.toContain(shape);
  });

  test.each([...markShapes, "ring" as const])("%s is a closed path about its middle", (shape) => {
    const path = markPath(shape, 100, 50, 5);
    expect(path).toMatch(/^M[\d.,\-a\sLz]+z$/);
    const numbers = shape === "circle" || shape === "ring" ? [] : (path.match(/[\d.]+,[\d.]+/g) ?? []);
    for (const pair of numbers) {
      const [x = 0, y = 0] = pair.split(",").map(Number);
      expect(Math.hypot(x - 100, y - 50)).toBeLessThan(8.5);
    }
  });
});
