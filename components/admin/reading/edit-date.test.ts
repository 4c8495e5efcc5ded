import { describe, expect, test } from "vitest";
import type { DateClaim } from "@/domain/figure";
import { dateClaimInput } from "@/domain/inputs";
import { withBasis, withEnd, withPrecision, withReasoning, withStart } from "./edit-date";

const stated: DateClaim = {
  start: "2025-02-13",
  end: "2025-02-13",
  precision: "day",
  basis: "stated",
  reasoning: null,
};

describe("every edit leaves a date the verbs take", () => {
  test.each([
    ["a new start", withStart(stated, "2025-02-10"), "2025-02-10 2025-02-10 day inferred"],
    ["no start", withStart(stated, null), "null null unknown unknown"],
    ["a start again", withStart(withStart(stated, null), "2025-03-01"), "2025-03-01 2025-03-01 day inferred"],
    ["an end", withEnd(stated, "2025-02-20"), "2025-02-13 2025-02-20 day inferred"],
    ["an end before the start", withEnd(stated, "2025-02-01"), "2025-02-13 2025-02-13 day inferred"],
    ["a month", withPrecision(stated, "month"), "2025-02-01 2025-02-28 month inferred"],
    ["a year", withPrecision(stated, "year"), "2025-01-01 2025-12-31 year inferred"],
    [
      "a season over the new year",
      withPrecision({ ...stated, start: "2024-12-01" }, "season"),
      "2024-12-01 2025-02-28 season inferred",
    ],
    [
      "a month by its day",
      withStart({ ...stated, precision: "month" }, "2024-02-01"),
      "2024-02-01 2024-02-29 month inferred",
    ],
    ["unknown", withPrecision(stated, "unknown"), "null null unknown unknown"],
    ["computed", withBasis(stated, "computed"), "2025-02-13 2025-02-13 day computed"],
    ["stated again", withBasis(withBasis(stated, "computed"), "stated"), "2025-02-13 2025-02-13 day stated"],
  ] as const)("%s", (_, claim, expected) => {
    expect(`${claim.start} ${claim.end} ${claim.precision} ${claim.basis}`).toBe(expected);
    expect(dateClaimInput.safeParse(claim).error).toBeUndefined();
  });
});

describe("the reason", () => {
  const inferred = withStart(stated, "2025-02-10");

  test("stands in both languages until the other is said apart", () => {
    const french = withReasoning(inferred, "fr", "Le lundi d’avant.");
    expect(french.reasoning).toEqual({ fr: "Le lundi d’avant.", en: "Le lundi d’avant." });
    const both = withReasoning(french, "en", "The Monday before.");
    expect(
      withReasoning({ ...both, reasoning: { fr: "Le lundi.", en: "Monday." } }, "fr", "Lundi.").reasoning,
    ).toEqual({
      fr: "Lundi.",
      en: "Monday.",
    });
  });

  test("is not given for a date that is stated", () => {
    expect(withBasis(inferred, "stated").reasoning).toBeNull();
  });
});
