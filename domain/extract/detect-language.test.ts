import { anything, property, assert as thatFor } from "fast-check";
import { expect, test } from "vitest";
import { detectLanguage } from "./detect-language";

test.each([
  ["fr", "Kiev affirme tenir 500 km² dans la région de Koursk, selon son état-major."],
  ["en", "Kyiv says it holds 500 sq km of the Kursk region, according to its general staff."],
  ["fr", "L’armée n’a rien dit d’autre."],
  ["en", "Russia downed 47 drones overnight, the ministry said."],
  ["fr", "« Kyiv Post » : 47 drones abattus"],
  ["en", "47 drones downed, 12 missed"],
  ["fr", "Pertes évitées"],
  ["en", ""],
  ["en", "12 345"],
] as const)("%s: %s", (language, text) => {
  expect(detectLanguage(text)).toBe(language);
});

test("a quotation in the other language does not turn a text", () => {
  expect(
    detectLanguage(
      "Le porte-parole a répondu « the situation is under control » aux journalistes qui l’ont joint dans la soirée.",
    ),
  ).toBe("fr");
});

test("no text throws", () => {
  thatFor(
    property(anything(), (thing) => ["fr", "en"].includes(detectLanguage(String(JSON.stringify(thing))))),
  );
});
