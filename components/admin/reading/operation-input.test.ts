import { describe, expect, test } from "vitest";
import { decideInput, idsSpokenOf, newAgentInput } from "./operation-input";

const call = { source: "a-source", operation: { key: 1, kind: "reject", ids: [7] }, publicIds: [], as: null };

describe("a call of the reading view", () => {
  test("is taken in its own shape", () => {
    expect(decideInput.safeParse(call).success).toBe(true);
  });

  test.each([
    ["no operation", { ...call, operation: null }],
    ["an unknown kind", { ...call, operation: { key: 1, kind: "publish", ids: [7] } }],
    ["a number no database gave", { ...call, operation: { key: 1, kind: "reject", ids: [2 ** 31] } }],
    ["more than is asked for", { ...call, operation: { key: 1, kind: "reject", ids: [7], admin: true } }],
    ["no slug", { ...call, source: "../x" }],
    ["forged public ids", { ...call, publicIds: ["'; drop"] }],
  ])("is refused with %s", (_, forged) => {
    expect(decideInput.safeParse(forged).success).toBe(false);
  });

  test("is refused by the suggestions it speaks of, else as a whole", () => {
    expect(idsSpokenOf.parse({ kind: "publish", ids: [7, 8] })).toEqual([7, 8]);
    expect(idsSpokenOf.parse({ kind: "accept", figures: [{ id: 3, card: "?" }] })).toEqual([3]);
    for (const raw of [null, "x", { ids: [] }, { ids: [{}] }, { figures: 3 }])
      expect(idsSpokenOf.parse(raw)).toEqual([0]);
  });

  test("names an agent in words", () => {
    const agent = { fr: "Le carnet", en: "The notebook", kind: "organisation", side: null };
    expect(newAgentInput.safeParse({ agent, alias: null }).success).toBe(true);
    for (const forged of [null, { ...agent, en: 3 }, { ...agent, fr: " " }, { ...agent, kind: "king" }])
      expect(newAgentInput.safeParse({ agent: forged, alias: null }).success).toBe(false);
  });
});
