import { expect, test } from "vitest";
import { importMessagesOf } from "@/messages/imports";
import { failureWords } from "./failure-words";

const said = (locale: "fr" | "en", failure: Parameters<typeof failureWords>[0]) =>
  failureWords(failure, importMessagesOf(locale), locale, () => "non");

test("why an import stopped is said in French and in English", () => {
  const cut = { kind: "unreadable", problem: { kind: "open_quote", data: { row: 4, column: 2 } } } as const;
  expect(said("fr", cut)).toContain("ligne 4, colonne 2");
  expect(said("en", cut)).toContain("row 4, column 2");
  expect(said("fr", { kind: "kept_changing", count: 2 })).toContain("2 chiffres ont été changés");
  expect(said("fr", { kind: "away" })).toContain("base de données");
  expect(said("fr", { kind: "refused", work: "importing", refusal: { kind: "conflict" } })).toContain("non");
  expect(said("fr", { kind: "broke", said: "the power went" })).toContain("«\u00a0the power went\u00a0»");
  expect(said("fr", { kind: "broke", said: "a table could not be read: too_slow" })).toContain(
    "deux minutes",
  );
  expect(said("fr", null)).toBe(importMessagesOf("fr").problem.failed);
});
