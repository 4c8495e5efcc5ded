import { describe, expect, test } from "vitest";
import type { Cell } from "./cell";
import { mapOf, readAll, tableOf, told } from "./import.fixture";

describe("names and words", () => {
  const row = (column: string, ...cells: Cell[]) =>
    tableOf(
      ["n", column],
      cells.map((cell) => ["5", cell]),
    );

  test("are found by slug, by name in either language and by alias, however written", () => {
    const table = row(
      "who",
      "marsh-ministry",
      "MINISTERE  des marais",
      "Ministry of Marshes",
      "mom",
      "unattributed",
    );
    expect(told(table, mapOf({ value: "n", claimant: "who" }), "claimant")).toEqual([
      ...["marsh-ministry", "marsh-ministry", "marsh-ministry", "marsh-ministry", "unattributed"],
    ]);
  });

  test("that nobody has, several have, or that are not there are refused", () => {
    const table = row("who", "Toads", "Reed", null);
    expect(told(table, mapOf({ value: "n", claimant: "who" }))).toEqual([
      "unknown_name who Toads",
      "ambiguous_name who Reed",
      "field_missing who ",
    ]);
  });

  test("are exchanged by the map, an empty cell too", () => {
    const claimant = { column: "who", words: { MM: "marsh-ministry", "": "unattributed" } };
    expect(told(row("who", "mm", null), mapOf({ value: "n", claimant }), "claimant")).toEqual([
      "marsh-ministry",
      "unattributed",
    ]);
  });

  test("become new entries where the map says so", () => {
    const table = row("where", "Great marsh", "Pond of Œdipe", "болото");
    const readings = readAll(
      table,
      mapOf({ value: "n", place: { column: "where", create: { kind: "zone" } } }),
    );
    expect(readings[0]).toMatchObject({ content: { place: "great-marsh" }, creates: [] });
    expect(readings[1]).toMatchObject({
      content: { place: "pond-of-oedipe" },
      creates: [
        { list: "places", slug: "pond-of-oedipe", name: "Pond of Œdipe", kind: "zone", parent: null },
      ],
    });
    expect(readings[2]).toMatchObject({ problems: [{ rule: "unknown_name", cell: "болото" }] });
  });

  test("of closed lists are read in both languages", () => {
    const table = tableOf(
      ["n", "s", "p", "m", "h"],
      [
        ["5", "Moyenne", "par jour", "estimé", "oui"],
        ["5", "cumulative", "weekly", "Confirmed", "FALSE"],
        ["5", "median", null, null, null],
      ],
    );
    const map = mapOf({ value: "n", statistic: "s", per: "p", modality: "m", hearsay: "h" });
    expect(told(table, map, "statistic", "per", "modality", "hearsay")).toEqual([
      "average | day | estimated | true",
      "cumulative | week | confirmed | false",
      "unknown_word s median",
    ]);
  });

  test("of a whole chain are read link by link", () => {
    const table = row(
      "chain",
      "claimed_by:MoM > published_by:Stork Watch",
      "said_by:MoM",
      "claimed_by:Toads",
    );
    const map = mapOf({ value: "n", attribution: "chain" });
    expect(told(table, map, "attribution")).toEqual([
      "claimed_by:marsh-ministry > published_by:stork-watch",
      "unknown_word chain said_by:MoM",
      "unknown_name chain claimed_by:Toads",
    ]);
  });

  test("bring the unit of the metric where none is mapped", () => {
    expect(told(row("m", "Storks lost"), mapOf({ value: "n", metric: "m" }), "metric", "unit")).toEqual([
      "storks-lost | bird",
    ]);
  });

  test("of the map's own lists are known at once", () => {
    const lists = {
      agents: [
        {
          slug: "toads",
          name: { fr: "crapauds", en: "toads" },
          inSentence: null,
          kind: "armed_force",
          side: null,
          mark: null,
          aliases: ["Bufo"],
        },
      ],
    };
    expect(told(row("who", "bufo"), mapOf({ value: "n", claimant: "who" }, { lists }), "claimant")).toEqual([
      "toads",
    ]);
  });
});

describe("texts", () => {
  const link = "https://storks.example/Page%2f?a=B#:~:text=Près%20de,nichent";

  test("an address stays byte for byte, and a note where one should be is kept as a note", () => {
    const table = tableOf(
      ["n", "link", "say"],
      [
        ["5", link, "seen"],
        ["5", "see Telegram", "seen"],
        ["5", "PetroI/2022-Table", null],
        ["5", "javascript:alert(1)", null],
      ],
    );
    expect(told(table, mapOf({ value: "n", source_url: "link", note: "say" }), "source_url", "note")).toEqual(
      [
        `${link} | seen`,
        "none | seen\nlink: see Telegram",
        "none | link: PetroI/2022-Table",
        "none | link: javascript:alert(1)",
      ],
    );
  });

  test("too long for its field is refused, hostile ones stay unchanged", () => {
    const table = tableOf(
      ["n", "say"],
      [
        ["5", "x".repeat(4001)],
        ["5", "=1+1'; DROP TABLE figures;--‮𝕋 <script>"],
        ["5", `${"x".repeat(40_000)}`],
        ["5", "a\u0001b"],
        ["5", "half \ud83d"],
      ],
    );
    expect(told(table, mapOf({ value: "n", note: "say" }), "note")).toEqual([
      `too_long say ${"x".repeat(200)}`,
      "=1+1'; DROP TABLE figures;--‮𝕋 <script>",
      `too_long say ${"x".repeat(200)}`,
      "control_character say a\u0001b",
      "control_character say half \ud83d",
    ]);
  });

  test("of several columns are joined", () => {
    const table = tableOf(
      ["n", "a", "b"],
      [
        ["5", "one", null],
        ["5", "one", " two "],
      ],
    );
    expect(told(table, mapOf({ value: "n", note: { columns: ["a", "b"], join: "; " } }), "note")).toEqual([
      "one",
      "one; two",
    ]);
  });
});
