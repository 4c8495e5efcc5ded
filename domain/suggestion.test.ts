import { describe, expect, test } from "vitest";
import type { Proposal } from "./extract/proposal";
import { emptyLexicon, type Lexicon } from "./extract/proposal";
import { figureInput } from "./inputs";
import { draftOfProposal, type ProposalCard } from "./suggestion";

const text =
  "Avant 🦩.\n\n🦩 Selon le ministère, près de 1\u202f500 cigognes nichent au marais en mai. Après 🐣 !";
const sentence = "🦩 Selon le ministère, près de 1\u202f500 cigognes nichent au marais en mai.";
const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

const lexicon: Lexicon = {
  ...emptyLexicon,
  metrics: [{ slug: "storks", words: [], kind: "stock", allowedUnits: ["bird", "pair"] }],
};
const card: ProposalCard = {
  ...{ slug: "stork-report", version: 2, text, lang: "fr", publisher: "gazette" },
  published: { start: "2031-06-05", end: "2031-06-05", precision: "day", basis: "stated", reasoning: null },
};
const ministry = {
  role: "claimed_by",
  agent: "ministry",
  words: "le ministère",
  span: spanOf("le ministère"),
} as const;
const sure = <T>(value: T) => ({ value, sure: 0.8, why: "a rule" });

const proposal: Proposal = {
  sentence: spanOf(sentence),
  quantity: {
    number: spanOf("1\u202f500"),
    ...{ value: "1500", low: null, high: null, comparator: "~", statistic: "point", per: null },
    cue: { ...spanOf("près de"), words: "près de" },
    unit: { ...spanOf("cigognes"), slug: "bird", words: "cigognes" },
  },
  mask: null,
  claimants: sure([ministry]),
  period: sure({
    ...{ start: "2031-05-01", end: "2031-05-31", precision: "month", how: "the latest May" },
    words: { ...spanOf("en mai"), words: "en mai" },
  }),
  metric: sure("storks"),
  subject: sure("white-storks"),
  modality: sure("claimed"),
  hearsay: sure(false),
  score: 0.9,
  because: [],
};

const draft = (wish: Partial<Proposal> = {}, on: Partial<ProposalCard> = {}) =>
  draftOfProposal({ ...proposal, ...wish }, { ...card, ...on }, lexicon);
const quantity = (wish: Partial<Proposal["quantity"]>) => ({ quantity: { ...proposal.quantity, ...wish } });

describe("a draft from a proposal", () => {
  test("is a whole figure, every guess marked as one", () => {
    const made = draft();
    const whole = figureInput.parse({ publicId: "00000001", ...made.draft });
    expect(whole).toMatchObject({
      ...{ metric: "storks", subject: "white-storks", place: null, value: "1500", unit: "bird" },
      ...{ comparator: "~", cue: "près de", modality: "claimed", hearsay: false, rank: "normal" },
      reportedOn: card.published,
    });
    expect(whole).not.toHaveProperty("unattributed");
    expect(made.missing).toEqual([]);
    expect(Object.keys(made.guesses).sort()).toEqual(
      ["claimant", "hearsay", "metric", "modality", "period", "subject", "unit"].sort(),
    );
    expect(made.guesses.metric).toEqual({ sure: 0.8, why: "a rule" });
  });

  test("stands on the verbatim sentence, in the version it was read in", () => {
    const [mention] = draft().draft!.mentions;
    expect(mention).toMatchObject({ source: "stork-report", version: 2, sentence, readsAs: "1500" });
    expect(mention!.sentence.slice(mention!.numberStart, mention!.numberEnd)).toBe(mention!.numberText);
    expect(text.slice(mention!.sentenceStart, mention!.sentenceEnd)).toBe(sentence);
    expect(text.slice(0, mention!.sentenceStart).endsWith(mention!.prefix)).toBe(true);
    expect(text.slice(mention!.sentenceEnd).startsWith(mention!.suffix)).toBe(true);
  });

  test("keeps 32 characters on either side, and never half of one", () => {
    const padded = `${"🦩".repeat(20)}x${text}${"🐣".repeat(20)}`;
    const moved = (span: { start: number; end: number }) => ({ start: span.start + 41, end: span.end + 41 });
    const [mention] = draft(
      { sentence: moved(proposal.sentence), ...quantity({ number: moved(proposal.quantity.number) }) },
      { text: padded },
    ).draft!.mentions;
    for (const context of [mention!.prefix, mention!.suffix]) {
      expect(context).not.toMatch(/\p{Surrogate}/u);
      expect(context.length).toBeGreaterThanOrEqual(31);
    }
  });

  test("names who claims, who passes it on and who prints it, in this order", () => {
    const agency = { ...ministry, role: "relayed_by", agent: "agency", words: "l’agence" } as const;
    expect(draft({ claimants: sure([ministry, agency]) }).draft!.mentions[0]!.attribution).toEqual([
      { role: "claimed_by", agent: "ministry", asPrinted: "le ministère" },
      { role: "relayed_by", agent: "agency", asPrinted: "l’agence" },
      { role: "published_by", agent: "gazette", asPrinted: null },
    ]);
  });

  test("waits for an agent where the words mean none we know, and offers the words", () => {
    const made = draft({ claimants: sure([{ ...ministry, agent: null }]) });
    expect(made).toMatchObject({ draft: null, missing: ["claimant"] });
    expect(made.unknownAgents).toEqual([{ role: "claimed_by", words: "le ministère" }]);
    expect(made.fields).not.toHaveProperty("unattributed");
    const relayed = { ...ministry, role: "relayed_by", agent: null, words: "une agence" } as const;
    const passedOn = draft({ claimants: sure([ministry, relayed]) });
    expect(passedOn.missing).toEqual([]);
    expect(passedOn.unknownAgents).toEqual([{ role: "relayed_by", words: "une agence" }]);
  });

  test("says that nobody is named where nobody is, as a guess", () => {
    const made = draft({ claimants: null });
    expect(made.draft).toMatchObject({ unattributed: true });
    expect(made.draft!.mentions[0]!.attribution).toEqual([
      { role: "published_by", agent: "gazette", asPrinted: null },
    ]);
    expect(made.guesses.claimant).toEqual({ sure: 0, why: "the text names nobody" });
  });

  test("waits for a metric, and for a unit that nothing tells", () => {
    const made = draft({ metric: null, ...quantity({ unit: null }) });
    expect(made).toMatchObject({ draft: null, missing: ["metric", "unit"] });
    expect(made.fields).toMatchObject({ metric: null, unit: null, value: "1500" });
    expect(draft({ metric: null }).fields.unit).toBe("bird");
  });

  test("is in the unit of the metric where the text has none that it allows", () => {
    const made = draft(quantity({ unit: { ...spanOf("cigognes"), slug: "soldier", words: "soldats" } }));
    expect(made.draft!.unit).toBe("bird");
    expect(made.guesses.unit!.sure).toBeLessThan(1);
    expect(
      draft(quantity({ unit: { ...spanOf("cigognes"), slug: "pair", words: "couples" } })).draft!.unit,
    ).toBe("pair");
  });

  test("reads as no number where the words give none", () => {
    const [mention] = draft(quantity({ value: null, low: "1000", high: "2000", comparator: "range" })).draft!
      .mentions;
    expect(mention!.readsAs).toBeNull();
  });

  describe("is dated", () => {
    const period = (wish: Partial<Proposal> = {}, on: Partial<ProposalCard> = {}) =>
      draft(wish, on).draft!.period;
    const words = (printed: string) => ({
      period: sure({ ...proposal.period!.value, words: { ...spanOf("en mai"), words: printed } }),
    });

    test("as worked out where the text prints a part of the date, saying from what", () => {
      const { reasoning, ...dates } = period();
      expect(dates).toEqual({
        start: "2031-05-01",
        end: "2031-05-31",
        precision: "month",
        basis: "computed",
      });
      expect(reasoning!.fr).toBe(
        "Le texte imprime «\u00a0en mai\u00a0», lu à partir de sa publication, le 05/06/2031.",
      );
      expect(reasoning!.en).toContain("“en mai”");
    });

    test("as stated where it prints all of it", () => {
      expect(period(words("en mai 2031"))).toMatchObject({ basis: "stated", reasoning: null });
    });

    test("by the day of the report where it prints none, which is a guess", () => {
      const dayOfReport = {
        ...proposal.period!.value,
        ...{ start: "2031-06-05", end: "2031-06-05", words: null },
      };
      for (const wish of [{ period: null }, { period: { ...sure(dayOfReport), sure: 0.2 } }]) {
        expect(period(wish)).toMatchObject({ start: "2031-06-05", end: "2031-06-05", basis: "inferred" });
        expect(draft(wish).guesses.period!.sure).toBeLessThan(0.5);
      }
    });

    test("not at all where nothing is known", () => {
      const published = {
        start: null,
        end: null,
        precision: "unknown",
        basis: "unknown",
        reasoning: null,
      } as const;
      expect(period({ period: null }, { published })).toEqual(published);
    });
  });
});
