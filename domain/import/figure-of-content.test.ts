import { describe, expect, test } from "vitest";
import { type FigureInput, figureInput } from "../inputs";
import { figureOfContent, type Standing } from "./figure-of-content";
import { changedFields, figuresOf, mapOf, tableOf } from "./import.fixture";
import type { ImportField, RowContent } from "./row";
import { withContent } from "./with-content";

const inRow: Standing = { source: "stork-table", version: 2, publisher: "stork-watch", sentence: null };
const header = ["day", "n", "who", "quote", "said", "how", "say"];
const map = mapOf({
  ...{
    period_start: "day",
    value: "n",
    claimant: "who",
    sentence: "quote",
    reported_on: "said",
    modality: "how",
    note: "say",
  },
});

const readingOf = (...cells: (string | null)[]) =>
  figuresOf(tableOf(header, [header.map((_, index) => cells[index] ?? null)]), map)[0]!;

/** The figure of a row, as the door of the mutation takes it. */
const figureOf = (reading: ReturnType<typeof readingOf>, standing = inRow): FigureInput =>
  figureInput.parse(figureOfContent(reading, "5t0rk001", standing));

describe("the figure of a row", () => {
  test("stands in the row itself", () => {
    const figure = figureOf(readingOf("2031-05-04", "~ 1 500", "MoM"));
    expect(figure).toMatchObject({
      ...{ metric: "storks-nesting", unit: "bird", value: "1500", comparator: "~", cue: "~" },
      ...{ statistic: "point", per: null, modality: "claimed", hearsay: false, rank: "normal", note: null },
      period: { start: "2031-05-04", end: "2031-05-04", precision: "day", basis: "stated", reasoning: null },
      reportedOn: { start: null, end: null, precision: "unknown", basis: "unknown" },
    });
    expect(figure.mentions).toEqual([
      {
        ...{
          source: "stork-table",
          version: 2,
          record: 2,
          prefix: "",
          suffix: "",
          comparator: "~",
          cue: "~",
        },
        ...{ sentenceStart: 29, sentenceEnd: 55, sentence: "2031-05-04,~ 1 500,MoM,,,," },
        ...{ numberStart: 13, numberEnd: 18, numberText: "1 500", readsAs: "1500" },
        attribution: [
          { role: "claimed_by", agent: "marsh-ministry", asPrinted: null },
          { role: "published_by", agent: "stork-watch", asPrinted: null },
        ],
      },
    ]);
  });

  test("stands in its sentence where that was found in a text", () => {
    const quote = "The ministry counts about 1,500 storks.";
    const sentence = { start: 100, prefix: "Before. ", suffix: " After." };
    const figure = figureOf(readingOf("2031-05-04", "1500", "MoM", quote), {
      ...inRow,
      ...{ source: "stork-times", publisher: "stork-times", sentence },
    });
    expect(figure.mentions[0]).toMatchObject({
      ...{ source: "stork-times", sentence: quote, sentenceStart: 100, sentenceEnd: 139, prefix: "Before. " },
      ...{ numberText: "1,500", readsAs: "1500" },
    });
    expect(figure.mentions[0]).not.toHaveProperty("record");
  });

  test("says how it is said, on which day, and that nobody says it", () => {
    const figure = figureOf(
      readingOf("May 2031", "≥ 5", "unattributed", null, "June 2031", "estimated", " see map "),
    );
    expect(figure).toMatchObject({
      ...{ unattributed: true, modality: "estimated", note: { fr: "see map", en: "see map" } },
      period: { start: "2031-05-01", end: "2031-05-31", precision: "month" },
      reportedOn: { start: "2031-06-01", end: "2031-06-30", precision: "month", basis: "stated" },
    });
    expect(figure.mentions[0]!.attribution.map(({ role }) => role)).toEqual(["published_by"]);
    const estimate = figureOf(readingOf("2031-05-04", "5", "MoM", null, null, "estimé"));
    expect(estimate.mentions[0]!.attribution[0]).toMatchObject({
      role: "estimated_by",
      agent: "marsh-ministry",
    });
  });

  test("says in both languages why a day is inferred", () => {
    const inferred = mapOf({ value: "n", period_start: "day", reported_on: { same: "period_end" } });
    const [reading] = figuresOf(
      tableOf(header, [["2031-05-04", "5", null, null, null, null, null]]),
      inferred,
    );
    const { reportedOn } = figureOf(reading!);
    expect(reportedOn).toMatchObject({ start: "2031-05-04", basis: "inferred" });
    expect(reportedOn.reasoning!.fr).not.toBe(reportedOn.reasoning!.en);
  });
});

describe("a figure whose row changed", () => {
  const before = readingOf("2031-05-04", "5", "MoM", null, "2031-05-05", null, "old");
  /** As editors have mended it since. */
  const standing: FigureInput = {
    ...figureOf(before),
    ...{ place: "great-marsh", rank: "preferred", supersedes: "5t0rk002" },
  };
  const laid = (content: RowContent, mention?: FigureInput["mentions"][number]) =>
    figureInput.parse(withContent(standing, content, changedFields(before.content, content), mention));

  test("takes what changed and keeps the rest", () => {
    const after = readingOf("2031-05-04", "≥ 6", "MoM", null, "2031-05-05", null, "old");
    expect(changedFields(before.content, after.content)).toEqual(["value", "comparator", "cue"]);
    const mention = figureOf(after).mentions[0];
    expect(laid(after.content, mention)).toEqual({
      ...standing,
      ...{ value: "6", comparator: ">=", cue: "≥" },
      mentions: [{ ...mention, comparator: ">=", cue: "≥" }],
    });
  });

  test("is not changed by another form of the same row", () => {
    const same = readingOf(
      "4 May 2031",
      " 5.0 ",
      "Ministry of Marshes",
      "",
      "2031-05-05T10:00Z",
      null,
      "old ",
    );
    expect(changedFields(before.content, same.content)).toEqual([]);
  });

  test("changes its dates, keeping how they are known", () => {
    const moved = readingOf("2031-05-06", "5", "MoM", null, null, null, "old");
    const figure = laid(moved.content);
    expect(figure.period).toEqual({ ...standing.period, start: "2031-05-06", end: "2031-05-06" });
    expect(figure.reportedOn).toMatchObject({ start: null, precision: "unknown", basis: "unknown" });
    expect(
      laid(readingOf("May 2031", "5", "MoM", null, "2031-05-05", null, "old").content).period,
    ).toMatchObject({
      ...{ start: "2031-05-01", end: "2031-05-31", precision: "month", basis: "stated" },
    });
  });

  test("changes who says it, how firmly, and whether anybody does", () => {
    const speakers = (figure: FigureInput) =>
      figure.mentions[0]!.attribution.map(({ role, agent }) => `${role}:${agent}`);
    const storks = laid(
      readingOf("2031-05-04", "5", "storks", null, "2031-05-05", "estimated", "old").content,
    );
    expect(speakers(storks)).toEqual(["estimated_by:storks", "published_by:stork-watch"]);
    const nobody = laid(
      readingOf("2031-05-04", "5", "unattributed", null, "2031-05-05", null, "old").content,
    );
    expect(nobody.unattributed).toBe(true);
    expect(speakers(nobody)).toEqual(["published_by:stork-watch"]);
    const chain = { attribution: "claimed_by:frogs > relayed_by:stork-watch" };
    const relayed = withContent({ ...standing, unattributed: true }, chain, ["attribution"]);
    expect(relayed).not.toHaveProperty("unattributed");
    expect(speakers(relayed)).toEqual(["claimed_by:frogs", "relayed_by:stork-watch"]);
  });

  test("loses a note, a bound, a chance", () => {
    const fields: ImportField[] = ["note", "low", "hearsay", "per"];
    const bounded = { ...standing, low: "4", hearsay: true, per: "day" as const };
    expect(
      withContent(bounded, { note: null, low: null, hearsay: "false", per: null }, fields),
    ).toMatchObject({
      ...{ note: null, low: null, hearsay: false, per: null },
    });
  });
});
