import { describe, expect, test } from "vitest";
import type { Proposal } from "@/domain/extract/proposal";
import { dateClaimInput } from "@/domain/inputs";
import { cardOfProposal } from "./card-of-proposal";
import { missingOf } from "./figure-of-card";
import type { World } from "./world";

const published = {
  start: "2025-03-05",
  end: "2025-03-05",
  precision: "day",
  basis: "stated",
  reasoning: null,
} as const;

const world: World = {
  metrics: [
    {
      slug: "boats-moored",
      name: "Boats moored",
      kind: "stock",
      group: "supplies",
      unit: "boat",
      allowedUnits: ["boat"],
      plausibleLow: null,
      plausibleHigh: null,
    },
  ],
  agents: [{ slug: "harbour", name: "Harbour", kind: "organisation", side: null, mark: 0 }],
  places: [],
  units: [{ slug: "boat", label: "boats", name: { fr: "barques", en: "boats" }, symbol: { fr: "", en: "" } }],
};

const span = { start: 0, end: 4 };
const guess = <T>(value: T, sure = 0.8) => ({ value, sure, why: "as tested" });
const proposal: Proposal = {
  sentence: { start: 0, end: 40 },
  quantity: {
    number: span,
    value: "40",
    low: null,
    high: null,
    comparator: "~",
    cue: { ...span, words: "près de" },
    unit: { ...span, slug: "boat", words: "barques" },
    statistic: "point",
    per: null,
  },
  mask: null,
  claimants: guess([{ role: "claimed_by", agent: "harbour", words: "le port", span }]),
  period: guess({
    start: "2025-03-04",
    end: "2025-03-04",
    precision: "day",
    words: { ...span, words: "mardi" },
    how: "weekday",
  }),
  metric: guess("boats-moored"),
  subject: guess("harbour"),
  modality: guess("claimed"),
  hearsay: guess(false),
  score: 2,
  because: [],
};
const fill = (change: Partial<Proposal>) => cardOfProposal({ ...proposal, ...change }, published, world);

test("every box is filled in and nothing is missing", () => {
  const { card } = fill({});
  expect(card).toMatchObject({
    value: "40",
    comparator: "~",
    cue: "près de",
    unit: "boat",
    metric: "boats-moored",
    subject: "harbour",
    attribution: [{ role: "claimed_by", agent: "harbour", asPrinted: "le port" }],
    unattributed: false,
    reportedOn: published,
  });
  expect(missingOf(card)).toEqual([]);
});

describe("every guess says that it is one", () => {
  test("with how sure it is and why", () => {
    expect(fill({}).guesses).toMatchObject({
      metric: { sure: 0.8, why: "as tested" },
      period: { sure: 0.8 },
      attribution: { sure: 0.8 },
    });
  });

  test("and what is read off the page is none", () => {
    const { guesses } = fill({});
    expect(guesses.value).toBeUndefined();
    expect(guesses.unit).toBeUndefined();
    expect(guesses.reportedOn).toBeUndefined();
  });

  test("that nobody is named, too", () => {
    const { card, guesses } = fill({ claimants: null });
    expect(card).toMatchObject({ attribution: [], unattributed: true });
    expect(guesses.attribution?.why).toContain("nobody");
    expect(missingOf(card)).toEqual([]);
  });
});

describe("what the collection does not know", () => {
  test("a speaker keeps the words, to be created from them", () => {
    const { card } = fill({
      claimants: guess([{ role: "claimed_by", agent: null, words: "le gardien", span }]),
    });
    expect(card.attribution).toEqual([{ role: "claimed_by", agent: null, asPrinted: "le gardien" }]);
    expect(missingOf(card)).toEqual(["attribution"]);
  });

  test("an agent that is offered no more counts as unknown", () => {
    const { card } = fill({
      claimants: guess([{ role: "claimed_by", agent: "old-harbour", words: "le port", span }]),
    });
    expect(card.attribution[0]?.agent).toBeNull();
  });

  test("a wrong claimant is worse than none", () => {
    const unsure = guess([{ role: "claimed_by", agent: "harbour", words: "le port", span }] as const, 0.4);
    expect(fill({ claimants: unsure }).card.unattributed).toBe(true);
  });

  test("a unit of its own words, an unknown metric", () => {
    const { card } = fill({
      metric: guess("boats-sunk"),
      quantity: { ...proposal.quantity, unit: { ...span, slug: null, words: "bouées" } },
    });
    expect(missingOf(card)).toEqual(["metric", "unit"]);
  });

  test("a metric with one unit gives it", () => {
    const { card, guesses } = fill({ quantity: { ...proposal.quantity, unit: null } });
    expect(card.unit).toBe("boat");
    expect(guesses.unit?.why).toContain("only unit");
  });
});

describe("its dates are dates the verbs take", () => {
  test.each([
    ["worked out from words", {}, "computed"],
    ["with a year printed", { words: { ...span, words: "le 4 mars 2025" } }, "stated"],
    ["the day of the report", { words: null }, "inferred"],
  ] as const)("%s", (_, change, basis) => {
    const { period } = fill({ period: guess({ ...proposal.period!.value, ...change }) }).card;
    expect(period.basis).toBe(basis);
    expect(dateClaimInput.safeParse(period).error).toBeUndefined();
  });

  test("none at all where the report has none", () => {
    const unknown = {
      start: null,
      end: null,
      precision: "unknown",
      basis: "unknown",
      reasoning: null,
    } as const;
    const { card } = cardOfProposal({ ...proposal, period: null }, unknown, world);
    expect(card.period).toEqual(unknown);
  });
});
