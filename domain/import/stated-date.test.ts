import { expect, test } from "vitest";
import { dateClaimInput } from "../inputs";
import { statedDate } from "./stated-date";

test("a day, a month and a year span their days", () => {
  expect(statedDate("2024-08-06")).toMatchObject({
    start: "2024-08-06",
    end: "2024-08-06",
    precision: "day",
  });
  expect(statedDate("2024-02")).toMatchObject({ start: "2024-02-01", end: "2024-02-29", precision: "month" });
  expect(statedDate("2025")).toMatchObject({ start: "2025-01-01", end: "2025-12-31", precision: "year" });
});

test.each(["2024-08-06", "2024-12", "2025", null])("%s is a sound claim", (words) => {
  expect(dateClaimInput.safeParse(statedDate(words)).success).toBe(true);
});
