import { expect, test } from "vitest";
import { agents, day, figure, metrics } from "@/domain/chart/figures.fixture";
import { shownWords } from "./filter-words";

const figures = [
  figure({ metric: metrics.territory, period: day("2025-02-13"), claimant: agents.ukraine }),
  figure({ metric: metrics.territory, period: day("2025-02-13"), claimant: null }),
];

test("what is out of sight is said by name, and who is not named in words", () => {
  const { slug, name } = agents.ukraine;
  expect(shownWords({}, { hide: [] }, "en", figures)).toBe("");
  expect(shownWords({}, { hide: ["claimant:", `claimant:${slug}`] }, "en", figures)).toBe(
    `Without claims by ${name.en}. Without claims nobody is named for.`,
  );
  expect(shownWords({}, { hide: ["place:"] }, "fr", figures)).toBe(
    "Sans les affirmations sur\u00a0: lieu non précisé.",
  );
});
