import { describe, expect, test } from "vitest";
import { agents, day, figure, metrics } from "@/domain/chart/figures.fixture";
import { claimWords } from "./claim-words";
import { filterWords } from "./filter-words";
import { saidText } from "./said-text";

const held = figure({
  metric: metrics.territory,
  value: "500",
  comparator: "~",
  claimant: agents.ukraine,
  period: day("2025-02-13"),
});

describe("a claim to be pasted elsewhere", () => {
  test("keeps its claimant, its hedge, its date and its source", () => {
    const text = saidText(held, "en", claimWords("en", [held]));
    for (const part of ["Ukraine", "About 500", "13\u00a0Feb 2025", "Source: “Source”."])
      expect(text).toContain(part);
    expect(saidText(held, "fr", claimWords("fr", [held]))).toContain("«\u00a0Source\u00a0»");
  });
});

describe("the filters of a view in words", () => {
  test("are named as the figures name them", () => {
    const query = { claimant: "ukraine", known_on: "2025-02-14", modality: "claimed" } as const;
    expect(filterWords(query, "en", [held])).toBe(
      "Shown: Who says so: Ukraine · Reported on or before: 14\u00a0Feb 2025 · How firmly: claimed",
    );
  });
  test("name any link of the chain, and the source", () => {
    const relayed = figure({
      metric: metrics.territory,
      period: day("2025-02-13"),
      attribution: [{ role: "relayed_by", agent: agents.ukraine, asPrinted: null }],
    });
    const query = { via: "ukraine", source: relayed.anchor.sourceSlug };
    expect(filterWords(query, "en", [relayed])).toBe(
      "Shown: Said, relayed or published by: Ukraine · Source: Source",
    );
  });
  test("are nothing where there are none, the moment and the order not being filters", () => {
    expect(filterWords({ as_of: "3", sort: "value", metric: "territory-held" }, "en", [held])).toBe("");
  });
  test("keep a slug that no figure has", () => {
    expect(filterWords({ place: "nowhere" }, "en", [held])).toBe("Shown: Place: nowhere");
  });
});
