import { describe, expect, test } from "vitest";
import { isSameClaimant } from "./claimant-match";

describe("isSameClaimant", () => {
  test.each([
    ["Oleksandr Syrsky", "Le général Oleksandr Syrsky"],
    ["l'état-major ukrainien", "l’état-major"],
    ["le préfet", "Préfet"],
    ["Zoé Métral", "ZOE METRAL"],
  ])("takes %s for %s", (label, name) => {
    expect(isSameClaimant(label, [name])).toBe(true);
  });

  test.each([
    ["l'armée russe", "l'armée ukrainienne"],
    ["Kiev", "Moscou"],
    ["la mairie", "la"],
    ["le maire de Kharkiv", "la police"],
  ])("tells %s from %s", (label, name) => {
    expect(isSameClaimant(label, [name])).toBe(false);
  });

  test("asks every name of an agent", () => {
    expect(isSameClaimant("Kiev", ["Ukraine", "Kiev", "les autorités ukrainiennes"])).toBe(true);
  });
});
