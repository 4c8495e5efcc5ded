import { describe, expect, test } from "vitest";
import { textEn, textFr } from "./chart/chart-text-words.fixture";
import { drawRivals, scalesOf } from "./chart/draw-rivals";
import { agents, day, figure, metrics, place } from "./chart/figures.fixture";
import type { Figure } from "./figure";
import { type RivalWords, rivalText, verdictText } from "./rival-text";
import { type Rivalry, whyIncomparable } from "./rivals";

const said = (value: string | null, wish: Partial<Figure> = {}) =>
  figure({
    metric: metrics.territory,
    period: day("2025-02-13"),
    value,
    claimant: agents.ukraine,
    place,
    ...wish,
  });
const mod = { claimant: agents.russianMod } as const;
const rivalry = (earlier: Figure, later: Figure): Rivalry => ({
  earlier,
  later,
  days: 0,
  since: "2025-02-13",
  times: 1,
});

const words: RivalWords = {
  both: "{upper}; {lower}.",
  bothWithPart: "{upper}; {lower}: {part}.",
  part: {
    of2: "< 1/2",
    of3: "less than a third of that",
    of4: "< 1/4",
    of5: "< 1/5",
    of10: "< 1/10",
    of100: "< 1/100",
  },
  agree: "They say the same.",
  compatible: "Both may be true.",
};
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ");
const told = (pair: Rivalry) => plain(rivalText(pair, "en", textEn, words));
const verdict = (pair: Rivalry) => plain(verdictText(pair, "en", textEn, words));

describe("two claims in one sentence", () => {
  test("stand the larger first, each with its name, its date and its hedge", () => {
    const pair = rivalry(said("150", mod), said("500", { comparator: "~", cue: "environ" }));
    expect(told(pair)).toBe(
      "Ukraine claims about 500 km², 13 Feb 2025; Russian Ministry of Defence claims 150 km², 13 Feb 2025: less than a third of that.",
    );
    expect(verdict(pair)).toBe("About 350 km² apart, ×3.3.");
  });

  test("keep hearsay and bounds, and give no part where the lower is half or more", () => {
    const pair = rivalry(said("800", { comparator: ">=" }), said("500", { ...mod, hearsay: true }));
    expect(told(pair)).toBe(
      "Ukraine claims at least 800 km², 13 Feb 2025; Russian Ministry of Defence claims 500 km², 13 Feb 2025, hearsay.",
    );
    expect(verdict(pair)).toBe("At least 300 km² apart, ×1.6 or more, going by hearsay.");
  });

  test("that may both be true are told so, and told apart from the same number twice", () => {
    expect(verdict(rivalry(said("500", { comparator: ">=" }), said("800", mod)))).toBe("Both may be true.");
    expect(verdict(rivalry(said("500"), said("500", mod)))).toBe("They say the same.");
  });

  test("are told in French", () => {
    const text = rivalText(rivalry(said("150", mod), said("500")), "fr", textFr, words);
    expect(plain(text)).toContain("le ministère russe de la Défense affirme : 150 km²");
  });
});

describe("two claims on one scale", () => {
  const draw = (pair: Rivalry, others: readonly Rivalry[] = []) => {
    const scale = scalesOf([pair, ...others]).get("territory-held km2")!;
    return drawRivals(pair, scale, { locale: "en", words: textEn })!;
  };

  test("the larger stands above, and the bracket spans from the one to the other", () => {
    const { claims, bracket, zero } = draw(rivalry(said("150", mod), said("500")));
    expect(claims.map(({ figure }) => figure.value)).toEqual(["500", "150"]);
    expect([zero, claims[0].at]).toEqual([3, 97]);
    expect(bracket).toEqual({ from: claims[1].at, to: claims[0].at, open: false });
    expect(claims.map(({ side }) => side)).toEqual(["left", "right"]);
  });

  test("a bound has its arrow and an open bracket, a range its ends and no dot", () => {
    const { claims, bracket } = draw(
      rivalry(
        said(null, { low: "600", high: "800", comparator: "range" }),
        said("500", { ...mod, comparator: "<=" }),
      ),
    );
    expect(claims[0]).toMatchObject({ hasDot: false, whisker: { from: 73.5, to: 97 } });
    expect(claims[1]).toMatchObject({ arrow: "left", value: "≤\u00a0500\u00a0km²" });
    expect(bracket).toEqual({ from: claims[1].at, to: 73.5, open: true });
  });

  test("claims that may both be true have no bracket", () => {
    expect(draw(rivalry(said("500", { comparator: ">=" }), said("800", mod))).bracket).toBeNull();
  });

  test("pairs about one metric share a scale, so that their lengths can be compared", () => {
    const pair = rivalry(said("150", mod), said("500"));
    expect(draw(pair, [rivalry(said("1000"), said("100", mod))]).claims[0].at).toBe(50);
  });
});

describe("the reason why two are never held against each other", () => {
  const other = { ...metrics.villages };
  test.each<[string, readonly Figure[], readonly Figure[]]>([
    ["silent", [], [said("1")]],
    ["metric", [said("1")], [figure({ metric: other, period: day("2025-02-13"), value: "2" })]],
    ["statistic", [said("1")], [said("2", { statistic: "average" })]],
    ["per", [said("1")], [said("2", { per: "day" })]],
    ["subject", [said("1", { subject: agents.kyiv })], [said("2", { subject: agents.moscow })]],
    ["place", [said("1")], [said("2", { place: null })]],
    ["time", [said("1")], [said("2", { period: day("2024-01-01") })]],
    ["time", [said("1")], [said("2", { statistic: "average" }), said("2", { period: day("2024-01-01") })]],
  ])("is %s", (reason, a, b) => {
    expect(whyIncomparable(a, b)).toBe(reason);
  });
});
