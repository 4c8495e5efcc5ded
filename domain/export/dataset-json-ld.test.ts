import { expect, test } from "vitest";
import type { DateClaim } from "../figure";
import { datasetJsonLd } from "./dataset-json-ld";
import { scriptJson } from "./script-json";

const period = (start: string | null, end: string | null) => ({ start, end }) as DateClaim; // all that is read of it

const nests = {
  slug: "storks-nesting",
  name: { fr: "Nids", en: "Nests" },
  definition: { fr: "Nids occupés", en: "Occupied nests" },
  unit: { slug: "nests", name: { fr: "nids", en: "nests" }, symbol: { fr: "nids", en: "nests" } },
};
const about = {
  locale: "en",
  title: "Nests",
  description: "Occupied nests",
  site: "https://storks.example",
  path: "/en/metrics/storks-nesting",
  metric: "storks-nesting",
  revision: 4,
  published: new Date("2031-06-01T00:00:00Z"),
  metrics: [nests],
  periods: [period("2031-05-02", null), period(null, null), period("2031-04-01", "2031-04-30")],
} as const;

test("a dataset says what it measures, over which time, and offers the same revision in every file", () => {
  const dataset = datasetJsonLd(about);
  expect(dataset).toMatchObject({
    "@type": "Dataset",
    "@id": "https://storks.example/en/metrics/storks-nesting",
    temporalCoverage: "2031-04-01/2031-05-02",
    dateModified: "2031-06-01T00:00:00.000Z",
    variableMeasured: [{ name: "Nests", unitText: "nests" }],
  });
  expect(dataset.distribution.map(({ contentUrl }) => contentUrl)).toContain(
    "https://storks.example/api/v1/figures.csv?metric=storks-nesting&as_of=4&lang=en",
  );
  expect(dataset.distribution.map(({ encodingFormat }) => encodingFormat)).toContain("text/csv");
});

test("a dataset without a known day says nothing of time, and one without a site gives paths", () => {
  const dataset = datasetJsonLd({ ...about, site: "", periods: [period(null, null)] });
  expect(dataset).not.toHaveProperty("temporalCoverage");
  expect(dataset.url).toBe("/en/metrics/storks-nesting");
});

test("whatever stands in JSON cannot leave its script, and reads the same", () => {
  const hostile = { text: '</script><script>alert(1)</script><!-- ]]> & \u2028\u2029 "' };
  const json = scriptJson(hostile);
  expect(json).not.toMatch(/[<>&\u2028\u2029]/);
  expect(JSON.parse(json)).toEqual(hostile);
});
