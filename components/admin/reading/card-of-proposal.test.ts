import { describe, expect, test } from "vitest";
import { emptyLexicon, type Lexicon, type Proposal } from "@/domain/extract/proposal";
import type { ProposalCard } from "@/domain/suggestion";
import { cardOfProposal } from "./card-of-proposal";
import { missingOf } from "./figure-of-card";

const text = "Au bassin nord, mardi, le port a compté près de 40 barques, loin du bassin sud.";
const day = (of: string) => ({
  start: of,
  end: of,
  precision: "day" as const,
  basis: "stated" as const,
  reasoning: null,
});
const source: ProposalCard = {
  slug: "quay-notes",
  version: 1,
  text,
  lang: "fr",
  publisher: "quay-gazette",
  published: day("2025-03-05"),
};
const lexicon: Lexicon = {
  ...emptyLexicon,
  metrics: [{ slug: "boats-moored", words: [], kind: "stock", allowedUnits: ["boat"] }],
  places: [
    { slug: "north-basin", names: ["bassin nord"] },
    { slug: "south-basin", names: ["bassin sud"] },
  ],
};

const span = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const guess = <T>(value: T) => ({ value, sure: 0.8, why: "as tested" });
const proposal: Proposal = {
  sentence: { start: 0, end: text.length },
  quantity: {
    number: span("40"),
    ...{ value: "40", low: null, high: null, comparator: "~", statistic: "point", per: null },
    cue: { ...span("près de"), words: "près de" },
    unit: { ...span("barques"), slug: "boat", words: "barques" },
  },
  mask: null,
  claimants: guess([{ role: "claimed_by", agent: "harbour", words: "le port", span: span("le port") }]),
  period: null,
  metric: guess("boats-moored"),
  subject: null,
  modality: guess("claimed"),
  hearsay: guess(false),
  score: 2,
  because: [],
};
const fill = (change: Partial<Proposal>) => cardOfProposal({ ...proposal, ...change }, source, lexicon);

test("every box is filled in and nothing is missing", () => {
  const { card } = fill({});
  expect(card).toMatchObject({
    value: "40",
    comparator: "~",
    cue: "près de",
    unit: "boat",
    metric: "boats-moored",
    attribution: [{ role: "claimed_by", agent: "harbour", asPrinted: "le port" }],
    unattributed: false,
    reportedOn: source.published,
  });
  expect(missingOf(card)).toEqual([]);
});

test("a guess says so, what is read off the page does not", () => {
  const { guesses } = fill({});
  expect(guesses.metric).toEqual({ sure: 0.8, why: "as tested" });
  expect(guesses.attribution?.sure).toBe(0.8);
  expect(guesses.value ?? guesses.unit ?? guesses.reportedOn).toBeUndefined();
});

describe("who speaks", () => {
  test("nobody, on purpose, and as a guess", () => {
    const { card, guesses } = fill({ claimants: null });
    expect(card).toMatchObject({ attribution: [], unattributed: true });
    expect(guesses.attribution?.why).toContain("nobody");
    expect(missingOf(card)).toEqual([]);
  });

  test("someone the collection does not know keeps the words, to be created from them", () => {
    const relayed = {
      role: "relayed_by",
      agent: "gazette",
      words: "la gazette",
      span: span("port"),
    } as const;
    const unknown = { role: "claimed_by", agent: null, words: "le gardien", span: span("port") } as const;
    const { card } = fill({ claimants: guess([unknown, relayed]) });
    expect(card.attribution.map(({ agent, asPrinted }) => [agent, asPrinted])).toEqual([
      [null, "le gardien"],
      ["gazette", "la gazette"],
    ]);
    expect(missingOf(card)).toEqual(["attribution"]);
  });
});

describe("where", () => {
  test("the place named before the number, and less surely so among several", () => {
    const { card, guesses } = fill({});
    expect(card.place).toBe("north-basin");
    expect(guesses.place?.sure).toBeLessThan(0.5);
  });

  test("the only place of the sentence", () => {
    const end = text.indexOf(", loin");
    const { card, guesses } = fill({ sentence: { start: 0, end } });
    expect(card.place).toBe("north-basin");
    expect(guesses.place?.sure).toBeGreaterThan(0.5);
  });

  test("not a name that means who acts", () => {
    const agents = [{ slug: "basin-crew", name: { fr: "", en: "" }, names: ["bassin nord"], side: null }];
    const filled = cardOfProposal(proposal, source, { ...lexicon, agents });
    expect(filled.card.place).toBe("south-basin");
  });

  test("nowhere, where no place is named", () => {
    const start = text.indexOf("le port");
    const { card, guesses } = fill({ sentence: { start, end: text.indexOf(", loin") } });
    expect(card.place).toBeNull();
    expect(guesses.place).toBeUndefined();
  });
});
