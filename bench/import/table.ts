import type { ImportMap } from "@/domain/import/map";
import type { Table } from "@/domain/import/table";

/** An invented daily bulletin: twenty running totals a day by one claimant, in the French form. */

const metricCount = 20;
const both = (words: string) => ({ fr: words, en: words });

export const bulletinMap: ImportMap = {
  dataset: {
    slug: "bench-bulletin",
    title: "Bench bulletin",
    publisher: "stork-watch",
    url: "https://storks.example/bulletin.csv",
    lang: "fr",
    published: "2040-01-01",
  },
  fields: {
    metric: { column: "what" },
    subject: { is: "white-storks" },
    value: { column: "how many" },
    unit: { is: "bird" },
    statistic: { is: "cumulative" },
    period_start: { column: "day", order: "DMY" },
    reported_on: { same: "period_start" },
    claimant: { is: "example-ministry" },
    note: { column: "remark" },
  },
  lists: {
    metrics: Array.from({ length: metricCount }, (_, index) => ({
      ...{ slug: `bench-${index}`, name: both(`Bench ${index}`), definition: both("Counted for a bench") },
      ...{ group: "losses" as const, kind: "flow" as const, unit: "bird", allowedUnits: ["bird"] },
      ...{ plausibleLow: "0", plausibleHigh: null, longestSilenceDays: null, position: index },
    })),
  },
};

export const header = ["day", "what", "how many", "remark"] as const;

/** @param changed every so manieth row says one more than it did; 0 for none */
export function bulletin(rows: number, changed = 0): Table {
  return {
    header,
    rows: Array.from({ length: rows }, (_, index) => {
      const [day, metric] = [Math.floor(index / metricCount), index % metricCount];
      const value = 1000 + day * (metric + 1) + (changed > 0 && index % changed === 0 ? 1 : 0);
      const words = String(value).replace(/\B(?=(\d{3})+$)/g, "\u00a0");
      return {
        number: index + 2,
        cells: [dayOf(day), `bench-${metric}`, words, index % 9 === 0 ? "revu" : ""],
      };
    }),
    facts: {
      ...{ format: { is: "csv", how: "found" }, encoding: { is: "utf-8", how: "found" } },
      ...{ delimiter: { is: ";", how: "found" }, bom: false, lineEnd: "lf" },
      ...{ headerRow: { is: 1, how: "found" }, sheet: null, sheets: [], notes: [] },
    },
  };
}

const dayOf = (number: number): string => {
  const [year, month, day] = new Date(Date.UTC(2031, 0, 1 + number)).toISOString().slice(0, 10).split("-");
  return `${day}/${month}/${year}`;
};
