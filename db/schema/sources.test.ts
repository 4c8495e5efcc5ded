import { beforeAll, describe, expect, test } from "vitest";
import { aCollection, aSource, brokenRule, copyRows, counted, sha256 } from "../testing/makers";
import { eachEngine, type Scratch } from "../testing/scratch";

describe("a source version", () => {
  eachEngine((open) => {
    let scratch: Scratch;
    let length: number;
    beforeAll(async () => {
      scratch = await open();
      await aCollection(scratch.db);
      length = (await aSource(scratch.db, { passages: [counted, "Fin 🐣"] })).text.length;
    });

    const version = (changes: Record<string, unknown>) =>
      brokenRule(scratch.sql, (tx) =>
        copyRows(tx, "source_versions", "true", { id: 9_000, number: 9, ...changes }),
      );
    const passage = (start: number, end: number) =>
      brokenRule(scratch.sql, (tx) =>
        copyRows(tx, "passages", "ordinal = 0", { id: 9_000, ordinal: 9, start, end }),
      );

    test("has the sha256 of its text, to the last space", async () => {
      expect(await version({})).toBeNull();
      expect(await version({ text: counted, sha256: sha256(counted) })).toBeNull();
      expect(await version({ text: counted })).toBe("sha256_of_text");
      expect(await version({ text: counted, sha256: sha256(counted.replaceAll("\u00a0", " ")) })).toBe(
        "sha256_of_text",
      );
      expect(await version({ text: counted, sha256: sha256(counted).toUpperCase() })).toBe("sha256_of_text");
    });

    test("holds no character that would put its positions out", async () => {
      const text = "🦩\u0001";
      expect(await version({ text, sha256: sha256(text) })).toBe("source_version_is_sound");
    });

    test("has one text a number", async () => {
      expect(await version({ number: 1 })).toBe("source_versions_number");
    });

    test("is shown in passages that lie inside its text, measured in UTF-16 units", async () => {
      expect(await passage(0, length)).toBeNull();
      expect(await passage(0, length + 1)).toBe("passage_in_text");
      expect(await passage(-1, 5)).toBe("passage_start_to_end");
      expect(await passage(5, 5)).toBe("passage_start_to_end");
      expect(await passage(6, 5)).toBe("passage_start_to_end");
    });

    test("is shown in passages that cut no character in half", async () => {
      expect(await passage(1, length)).toBe("passage_in_text");
      expect(await passage(0, length - 1)).toBe("passage_in_text");
      expect(await passage(2, length - 2)).toBeNull();
    });

    test("was not published before it was begun", async () => {
      const end = (day: string) =>
        brokenRule(scratch.sql, (tx) => tx`update sources set published_end = ${day}`);
      expect(await end("2031-05-05")).toBeNull();
      expect(await end("2031-05-04")).toBe("published_start_to_end");
    });
  });
});
