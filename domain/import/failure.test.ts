import { expect, test } from "vitest";
import { failureText, type ImportFailure, readFailure } from "./failure";

test("why an import stopped is read back as it was kept", () => {
  const failures: ImportFailure[] = [
    { kind: "refused", work: "approving", refusal: { kind: "forbidden", rule: "own" }, reasons: { a: "b" } },
    { kind: "unreadable", problem: { kind: "open_quote", data: { row: 4, column: 2 } } },
    { kind: "kept_changing", count: 3 },
    { kind: "away" },
    { kind: "broke", said: "the power went" },
  ];
  expect(failures.map((one) => readFailure(failureText(one)))).toEqual(failures);
  expect(readFailure(null)).toBeNull();
});

test("the findings of thousands of figures are left out, and the rest is kept", () => {
  const findings = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`figure${index}`, []]));
  const refusal = { kind: "invalid", fields: { figures: ["no"] }, findings } as const;
  const kept = failureText({ kind: "refused", work: "submitting", refusal });
  expect(kept.length).toBeLessThan(200);
  expect(readFailure(kept)).toMatchObject({ refusal: { fields: { figures: ["no"] } } });
});
