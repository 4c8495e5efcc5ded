import { describe, expect, test } from "vitest";
import type { FigureInput } from "../inputs";
import type { ValidationContext } from "./context";
import { context, figure, mentionOf, metric, on, other, recordOf, valued } from "./figure.fixture";
import { blocks, holds, unansweredWarnings } from "./finding";
import { type Rule, rules } from "./rules";
import { validateFigure } from "./validate-figure";

type Case = [what: string, input: FigureInput, around?: Partial<ValidationContext>];
const found = (input: FigureInput, around: Partial<ValidationContext> = {}) =>
  validateFigure(input, context(around));
const rulesIn = (...given: Parameters<typeof found>) => found(...given).map((one) => one.rule);
const names = (input: FigureInput, role: "claimed_by" | "relayed_by") => ({
  ...input,
  mentions: input.mentions.map((one) => ({
    ...one,
    attribution: [{ role, agent: "ministry", asPrinted: null }],
  })),
});
const [anchor] = figure().mentions;
const running = { statistic: "cumulative" } as const;
const losses = { metric: { ...metric, kind: "flow", group: "losses" } } as const;
/** The figure in a row of a dataset, whose language is French. */
const inRow = (numberText: string, wish: Partial<FigureInput> = {}, readsAs = wish.value ?? "1500") =>
  figure({ mentions: [recordOf(numberText, readsAs)], ...wish });
const ofTable = { languages: { "stork-report": "fr", "stork-table": "fr" } } as const;
const shown = {
  addresses: { "stork-table": "https://storks.example/table.csv" },
  records: "published",
} as const;
const check = { publicId: "5t0rk009", words: "deux tiers de moins", statedChangePercent: "-66.7" };

/** Each rule by what it finds fault with, and by what comes close and is sound. */
const cases: Record<Rule, { broken: Case[]; sound: Case[] }> = {
  no_anchor: { broken: [["no mention", figure({ mentions: [] })]], sound: [["one", figure()]] },
  number_not_in_sentence: {
    broken: [
      ["a number one place further", figure({ mentions: [{ ...anchor!, numberStart: 29, numberEnd: 34 }] })],
      [
        "another cell of a row",
        figure({ mentions: [{ ...recordOf("1500", "1500"), numberStart: 0, numberEnd: 4 }] }),
      ],
    ],
    sound: [["the number's own place", figure()]],
  },
  number_unreadable: {
    broken: [
      ["a group of two digits", figure({ value: "1000", mentions: [mentionOf("10 00", "1000")] })],
      ["two points", figure({ value: "15", mentions: [mentionOf("1.5.0", "15")] })],
    ],
    sound: [
      ["thin spaces", figure({ mentions: [mentionOf("1\u202f500", "1500")] })],
      ["a dot that parts thousands", figure({ mentions: [mentionOf("1.500", "1500")] })],
      ["a plus sign", figure({ mentions: [mentionOf("1500+", "1500")] })],
      ["words", figure({ mentions: [mentionOf("quinze cents", "1500")] })],
    ],
  },
  number_is_not_the_value: {
    broken: [
      ["another value", figure({ value: "1501" })],
      [
        "digits said to read otherwise",
        figure({ value: "1501", mentions: [mentionOf("1\u00a0500", "1501")] }),
      ],
      ["words that are another number", figure({ mentions: [mentionOf("seize cents", "1500")] })],
      ["millions left out", figure({ value: "6.5", mentions: [mentionOf("6,5 millions", "6.5")] })],
      ["digits that say nothing", figure({ value: null, mentions: [mentionOf("1\u00a0500", null)] })],
      ["words that give none, and a value", figure({ mentions: [mentionOf("des centaines", null)] })],
      ["a second mention", figure({ mentions: [anchor!, mentionOf("1\u00a0600", "1600")] })],
      ["an English point read as French", figure({ value: "1.5", mentions: [mentionOf("1.500", "1.5")] })],
      ["a row that reads otherwise in any form", inRow("1,400"), ofTable],
      ["a cell that reads as another number than is said", inRow("1500", { value: "1501" }), ofTable],
      [
        "a row read rightly, and a figure of another value",
        inRow("1500", { value: "1501" }, "1500"),
        ofTable,
      ],
      ["a cell that reads as no number", inRow("15.00.1"), ofTable],
      ["a row that says nothing, and a value", figure({ mentions: [recordOf("many", null)] }), ofTable],
      [
        "a range with another end",
        figure({ value: null, low: "500", high: "700", mentions: [mentionOf("entre 500 et 600", "600")] }),
      ],
    ],
    sound: [
      ["the same number written otherwise", figure({ value: "1500.00" })],
      ["the low", figure({ value: null, low: "1500" })],
      ["millions", figure({ value: "6500000", mentions: [mentionOf("6,5 millions", "6500000")] })],
      ["a fraction of a hundred", figure({ value: "20", mentions: [mentionOf("un cinquième", "20")] })],
      [
        "a language that is read by its digits alone",
        figure({ mentions: [mentionOf("півтори тисячі", "1500")] }),
        { languages: { "stork-report": "uk" } },
      ],
      [
        "words that give none, and no value",
        figure({ value: null, mentions: [mentionOf("des centaines", null)] }),
      ],
      [
        "both ends of a range",
        figure({
          ...{ value: null, low: "500", high: "600", comparator: "range" },
          mentions: [mentionOf("entre 500 et 600", "500")],
        }),
      ],
      ["a row in English form", inRow("1,500", {}), ofTable],
      ["a row in French form", inRow("1\u202f500,50", { value: "1500.5" }), ofTable],
      ["a point that its language would read as thousands", inRow("1.500", { value: "1.5" }), ofTable],
      ["a fraction without its zero", inRow(".5", { value: "0.5" }), ofTable],
      ["the high in a row", inRow("1600", { value: null, high: "1600" }, "1600"), ofTable],
      [
        "both ends in one cell",
        inRow("500-600", { value: null, low: "500", high: "600", comparator: "range" }, "500"),
        ofTable,
      ],
      [
        "an English point",
        figure({ value: "1.5", mentions: [mentionOf("1.500", "1.5")] }),
        { languages: { "stork-report": "en" } },
      ],
    ],
  },
  no_metric: { broken: [["none", figure(), { metric: null }]], sound: [["one", figure()]] },
  unit_not_allowed: {
    broken: [["a unit of another metric", figure({ unit: "nest" })]],
    sound: [
      ["a second unit", figure({ unit: "nest" }), { metric: { ...metric, allowedUnits: ["bird", "nest"] } }],
    ],
  },
  low_above_high: {
    broken: [["exchanged ends", valued("1500", { low: "1600", high: "1400" })]],
    sound: [["equal ends", valued("1500", { low: "1500", high: "1500.0" })]],
  },
  value_outside_low_and_high: {
    broken: [
      ["below", valued("1500", { low: "1500.01" })],
      ["above, beyond what a float can tell", valued("9007199254740993", { high: "9007199254740992" })],
    ],
    sound: [["between", valued("1500", { low: "1400", high: "1600" })]],
  },
  range_without_ends: {
    broken: [["one end", valued("1500", { comparator: "range", low: "1400" })]],
    sound: [["two ends", valued("1500", { comparator: "range", low: "1400", high: "1600" })]],
  },
  share_outside_0_and_100: {
    broken: [
      ["more than all", valued("100.1"), { metric: { ...metric, kind: "share" } }],
      ["per cent of any metric", valued("-1", { unit: "percent" })],
    ],
    sound: [["all", valued("100"), { metric: { ...metric, kind: "share" } }]],
  },
  period_ends_before_it_starts: {
    broken: [["backwards", figure({ period: on("2031-05-04", "2031-05-03") })]],
    sound: [["a day", figure({ period: { ...on("2031-05-04"), end: null } })]],
  },
  period_after_report: {
    broken: [
      ["the day after", figure({ period: on("2031-05-06") })],
      ["days not over", figure({ period: on("2031-05-01", "2031-05-09") })],
      ["the month after", figure({ period: { ...on("2031-06-01", "2031-06-30"), precision: "month" } })],
    ],
    sound: [
      ["the same day", figure({ period: on("2031-05-05") })],
      ["announced", figure({ period: on("2031-05-20"), modality: "announced" })],
      [
        "the month it was said in",
        figure({ period: { ...on("2031-05-01", "2031-05-31"), precision: "month" } }),
      ],
    ],
  },
  no_claimant: {
    broken: [["a chain that only passes it on", names(figure(), "relayed_by")]],
    sound: [
      ["marked unattributed", { ...names(figure(), "relayed_by"), unattributed: true }],
      ["a claimant", names(figure(), "claimed_by")],
    ],
  },
  claimant_and_unattributed: {
    broken: [["both", figure({ unattributed: true })]],
    sound: [["one of the two", figure({ unattributed: false })]],
  },
  supersedes_itself: {
    broken: [["its own id", figure({ supersedes: "5t0rk001" })]],
    sound: [["another's", figure({ supersedes: "5t0rk002" })]],
  },
  needs_anchor: {
    broken: [
      ["a row, where rows are held back", inRow("1500"), { ...shown, records: "held" }],
      [
        "a row of a dataset without an address",
        inRow("1500"),
        { ...shown, addresses: { "stork-table": null } },
      ],
      ["a row of a dataset nothing is known of", inRow("1500"), { ...shown, addresses: {} }],
      ["a row before its sentence", figure({ mentions: [recordOf("1500", "1500"), anchor!] })],
    ],
    sound: [
      ["a row, where rows are published", inRow("1500"), shown],
      ["a sentence before its row", figure({ mentions: [anchor!, recordOf("1500", "1500")] })],
      ["a sentence of a source without an address", figure()],
    ],
  },
  outside_plausible_bounds: {
    broken: [
      ["more", valued("100000.5")],
      ["a high beyond", valued("1500", { high: "200000" })],
    ],
    sound: [
      ["the bound itself", valued("100000")],
      ["a metric without bounds", valued("999999999"), { metric: { ...metric, plausibleHigh: null } }],
    ],
  },
  far_from_neighbours: {
    broken: [
      ["more than five times", valued("501"), { series: [other("a", "2031-05-01", "100")] }],
      ["less than a fifth", valued("19"), { series: [other("a", "2031-05-01", "100")] }],
      [
        "the median of the last three, not of all",
        valued("600"),
        {
          series: [
            ...[other("a", "2031-04-01", "9000"), other("b", "2031-04-02", "100")],
            ...[other("c", "2031-04-03", "110"), other("d", "2031-04-04", "105")],
          ],
        },
      ],
    ],
    sound: [
      ["five times", valued("500"), { series: [other("a", "2031-05-01", "100")] }],
      ["a fifth", valued("20"), { series: [other("a", "2031-05-01", "100")] }],
      ["another unit", valued("501"), { series: [other("a", "2031-05-01", "100", { unit: "nest" })] }],
      ["a daily rate", valued("501"), { series: [other("a", "2031-05-01", "100", { per: "day" })] }],
      ["a total", valued("501"), { series: [other("a", "2031-05-01", "100", running)] }],
      ["the first of its series", valued("501")],
      ["zero before it", valued("501"), { series: [other("a", "2031-05-01", "0")] }],
    ],
  },
  below_earlier_total: {
    broken: [
      ["a total that falls", valued("90", running), { series: [other("a", "2031-05-01", "91", running)] }],
    ],
    sound: [
      ["a total that stands", valued("90", running), { series: [other("a", "2031-05-01", "90", running)] }],
      ["no total", valued("90"), { series: [other("a", "2031-05-01", "91")] }],
    ],
  },
  above_later_total: {
    broken: [
      ["more than later", valued("90", running), { series: [other("a", "2031-05-09", "89", running)] }],
    ],
    sound: [
      ["less than later", valued("90", running), { series: [other("a", "2031-05-09", "91", running)] }],
    ],
  },
  duplicate: {
    broken: [["the same number", figure(), { series: [other("a", "2031-05-04", "1500.0")] }]],
    sound: [
      ["another day", figure(), { series: [other("a", "2031-05-03", "1500")] }],
      ["another value", figure(), { series: [other("a", "2031-05-04", "1501")] }],
      ["with a low of its own", figure(), { series: [other("a", "2031-05-04", "1500", { low: "0" })] }],
    ],
  },
  contradicts_claimant: {
    broken: [["another value of that day", figure(), { series: [other("a", "2031-05-04", "1501")] }]],
    sound: [
      ["the figure it replaces", figure({ supersedes: "a" }), { series: [other("a", "2031-05-04", "1501")] }],
      [
        "what nobody in particular says",
        { ...names(figure(), "relayed_by"), unattributed: true },
        { series: [other("a", "2031-05-04", "1501")] },
      ],
      ["an average", figure(), { series: [other("a", "2031-05-04", "1501", { statistic: "average" })] }],
    ],
  },
  hearsay_confirmed: {
    broken: [["both", figure({ hearsay: true, modality: "confirmed" })]],
    sound: [["hearsay claimed", figure({ hearsay: true })]],
  },
  report_far_from_period: {
    broken: [
      ["31 days later", figure({ period: on("2031-04-04") })],
      ["announced 31 days before", figure({ period: on("2031-06-05"), modality: "announced" })],
    ],
    sound: [
      ["30 days later", figure({ period: on("2031-04-05") })],
      ["a long period just over", figure({ period: on("2030-05-05", "2031-05-04") })],
      [
        "a day not known",
        figure({ reportedOn: { ...on("x"), start: null, end: null, precision: "unknown" } }),
      ],
    ],
  },
  derived_check: {
    broken: [["a comparison", valued("500"), { checks: [{ ...check, role: "to", value: "1400" }] }]],
    sound: [
      ["with a figure of no value", valued("500"), { checks: [{ ...check, role: "to", value: null }] }],
      ["with zero", valued("500"), { checks: [{ ...check, role: "to", value: "0" }] }],
    ],
  },
  repeated_sentence: {
    broken: [
      [
        "the same number of the same words",
        figure(),
        { repeated: [{ publicId: "a", sentence: anchor!.sentence, numberText: "1\u00a0500" }] },
      ],
    ],
    sound: [
      [
        "another number of the same words",
        figure(),
        { repeated: [{ publicId: "a", sentence: anchor!.sentence, numberText: "12" }] },
      ],
    ],
  },
  sides_swapped: {
    broken: [["each of the other", figure(), { ...losses, sides: { ministry: "herons", storks: "storks" } }]],
    sound: [
      ["of their own", figure(), { ...losses, sides: { ministry: "storks", storks: "storks" } }],
      ["of no side", figure(), { ...losses, sides: { ministry: null, storks: "storks" } }],
      ["what is no loss", figure(), { sides: { ministry: "herons", storks: "storks" } }],
    ],
  },
};

describe("the validator", () => {
  test("finds nothing in a sound figure", () => {
    expect(found(figure())).toEqual([]);
  });

  for (const [rule, { broken, sound }] of Object.entries(cases)) {
    test.each(broken)(`${rule} is found: %s`, (_, input, around) => {
      expect(rulesIn(input, around)).toContain(rule);
      const [one] = found(input, around).filter((finding) => finding.rule === rule);
      expect(one!.severity).toBe(rules[rule as Rule].severity);
    });
    test.each(sound)(`${rule} is not found: %s`, (_, input, around) => {
      expect(rulesIn(input, around)).not.toContain(rule);
    });
  }

  test("names the field at fault and what the words need", () => {
    expect(found(figure({ mentions: [anchor!, mentionOf("1\u00a0600", "1600")] }))).toEqual([
      {
        ...{ rule: "number_is_not_the_value", severity: "block", field: "mentions.1.numberText" },
        data: { printed: "1\u00a0600", reading: "1600", stated: ["1500"] },
      },
    ]);
    const twin = found(figure(), { series: [other("5t0rk002", "2031-05-04", "1500")] });
    expect(twin).toMatchObject([{ rule: "duplicate", field: "value", data: { figure: "5t0rk002" } }]);
  });

  test("says whether a comparison agrees with the values, as words round", () => {
    const told = (value: string, role: "from" | "to", theirs: string) =>
      found(valued(value), { checks: [{ ...check, role, value: theirs }] })[0]!.data;
    expect(told("500", "to", "1400")).toMatchObject({ changePercent: "-64.3", agrees: true });
    expect(told("1400", "from", "500")).toMatchObject({ changePercent: "-64.3", agrees: true });
    expect(told("700", "to", "1400")).toMatchObject({ changePercent: "-50.0", agrees: false });
  });

  test("takes no reason for what holds a figure back", () => {
    const findings = found(inRow("1500"));
    expect(blocks(findings)).toEqual([]);
    expect(holds(findings).map((one) => one.field)).toEqual(["mentions.0"]);
    expect(unansweredWarnings(findings, {})).toEqual([]);
  });

  test("asks for a reason of warnings alone, and blanks are none", () => {
    const findings = found(figure({ value: "1501", hearsay: true, modality: "confirmed" }));
    expect(blocks(findings).map((one) => one.rule)).toEqual(["number_is_not_the_value"]);
    const open = (reasons: Record<string, string>) =>
      unansweredWarnings(findings, reasons).map((one) => one.rule);
    expect(open({})).toEqual(["hearsay_confirmed"]);
    expect(open({ hearsay_confirmed: " \u00a0" })).toEqual(["hearsay_confirmed"]);
    expect(open({ hearsay_confirmed: "Confirmed in the next sentence" })).toEqual([]);
  });
});
