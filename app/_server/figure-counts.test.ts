import { beforeEach, expect, test, vi } from "vitest";
import { figureCounts, reportDays } from "./figure-counts";

const asked = vi.hoisted(() => ({ counts: 0, days: 0 }));
vi.mock("./database", () => ({ reader: async () => ({}) }));
vi.mock("@/db/queries/current-state", () => ({
  currentState: async () => 1,
  metricStates: async () => new Map([["territory", "1 1"]]),
}));
vi.mock("@/db/queries/count-by-metric", () => ({
  async countByMetric() {
    asked.counts++;
    return new Map([["territory", 3]]);
  },
}));
vi.mock("@/db/queries/list-report-days", () => ({
  async listReportDays() {
    asked.days++;
    return { days: [], total: 3 };
  },
}));
beforeEach(() => Object.assign(asked, { counts: 0, days: 0 }));

/** As long as an address may be. */
const longest = "s".repeat(15_000);
/** More such words than memory is set aside for, and fewer than a hundred thousand. */
const many = 1500;

test("counts of what strangers look for are remembered up to a size, however long their words", async () => {
  const count = (q: string) => figureCounts({ q }, 1);
  await count("storks");
  expect(await count("storks")).toEqual(new Map([["territory", 3]]));
  expect(asked.counts, "it is remembered").toBe(1);
  for (let one = 0; one < many; one++) await count(`${one} ${longest}`);
  await count(`${many - 1} ${longest}`);
  expect(asked.counts).toBe(1 + many);
  await count("storks");
  expect(asked.counts, "what was not asked for since is forgotten").toBe(2 + many);
});

test("so are the days of reports", async () => {
  for (let one = 0; one < many; one++) await reportDays({ q: `${one} ${longest}` }, 1);
  await reportDays({ q: `${many - 1} ${longest}` }, 1);
  expect(asked.days).toBe(many);
  await reportDays({ q: `0 ${longest}` }, 1);
  expect(asked.days).toBe(many + 1);
});
