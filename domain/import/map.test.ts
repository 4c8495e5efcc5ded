import { describe, expect, test } from "vitest";
import { mapOf } from "./import.fixture";
import { importMap } from "./map";

describe("a map", () => {
  const problems = (map: object) =>
    importMap.safeParse(map).error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`) ?? [];

  test("written down and read again is the same", () => {
    const map = mapOf({ value: "n", place: { column: "p", create: { kind: "town" } } }, { key: ["n"] });
    expect(importMap.parse(JSON.parse(JSON.stringify(map)))).toEqual(map);
  });

  test("says in words what is missing or out of place", () => {
    const { dataset } = mapOf({ value: "n" });
    expect(problems({ dataset, fields: {} })).toEqual([
      expect.stringContaining("fields: metric is missing"),
      expect.stringContaining("fields: value, low or high is missing"),
      expect.stringContaining("fields: period_start is missing"),
      expect.stringContaining("fields: claimant is missing"),
    ]);
    const wrong = {
      ...{
        value: { is: "5" },
        metric: { same: "period_end" },
        claimant: { column: "who", create: { kind: "town" } },
      },
      ...{ period_start: "day", figure_id: "id", unit: 5 },
    };
    expect(problems({ dataset, fields: wrong }).map((line) => line.split(":")[0])).toEqual(["fields.unit"]);
    expect(problems({ dataset, fields: { ...wrong, unit: "u" } }).map((line) => line.split(":")[0])).toEqual([
      ...["fields", "fields.value", "fields.metric", "fields.claimant"],
    ]);
    expect(problems({ dataset, fields: {}, colour: "red" })[0]).toMatch(/colour/);
  });

  test("says that a column in thousands takes no scale, and two agents no one mark", () => {
    const { fields, ...rest } = mapOf({ value: "n" });
    const scaled = { ...fields, value: { column: "n", scale: "1000" } };
    expect(problems({ ...rest, fields: scaled })).toEqual([
      expect.stringMatching(/^fields\.value: takes no scale.*lists\.units/),
    ]);
    const agent = { name: { fr: "A", en: "A" }, inSentence: null, kind: "person", side: null, aliases: [] };
    const agents = [
      { ...agent, slug: "a", mark: 3 },
      { ...agent, slug: "b", mark: 3 },
    ];
    expect(problems({ ...mapOf({ value: "n" }), lists: { agents } })).toEqual([
      "lists.agents.1.mark: another agent of the list has the mark 3",
    ]);
  });

  test("says by its place what a metric of its lists contradicts itself in", () => {
    const metric = {
      ...{ slug: "storks-lost", name: { fr: "Perdues", en: "Lost" } },
      ...{ definition: { fr: "Celles qui manquent.", en: "Those that are missing." }, group: "losses" },
      ...{ kind: "flow", unit: "bird", allowedUnits: ["bird"], plausibleLow: "0", plausibleHigh: null },
      ...{ longestSilenceDays: null, position: 500 },
    };
    const listed = (...metrics: object[]) => problems({ ...mapOf({ value: "n" }), lists: { metrics } });
    expect(listed(metric)).toEqual([]);
    expect(listed({ ...metric, position: 40_000 })).toEqual([
      expect.stringContaining("lists.metrics.0.position: "),
    ]);
    expect(
      listed(
        { ...metric, longestSilenceDays: 60 },
        { ...metric, slug: "b", plausibleLow: "10", plausibleHigh: "9" },
        { ...metric, slug: "c", allowedUnits: ["nest"] },
        { ...metric, slug: "b" },
      ),
    ).toEqual([
      "lists.metrics.0.longestSilenceDays: is for what stands until the next report: stocks and shares",
      "lists.metrics.1.plausibleLow: must not be above the highest plausible value",
      "lists.metrics.2.allowedUnits: must have bird, the metric's own",
      "lists.metrics.3.slug: b is in the list already",
    ]);
  });
});
