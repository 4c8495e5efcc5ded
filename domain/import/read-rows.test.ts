import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Cell } from "./cell";
import { figuresOf, mapOf, names, readAll, tableOf } from "./import.fixture";
import { importMap } from "./map";
import { readRows } from "./read-rows";
import { headerText, recordsOf } from "./record";

/** Any UTF-16 unit: control characters and halves of characters too. */
const anyUnit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));

/** A row read for one figure, in one line: its content's named fields, "empty", or "rule column cell; …". */
function told(
  table: ReturnType<typeof tableOf>,
  map: ReturnType<typeof mapOf>,
  ...fields: string[]
): string[] {
  return readAll(table, map).map((reading) => {
    if (reading.kind === "empty") return "empty";
    if (reading.kind === "refused")
      return reading.problems.map(({ rule, column, cell }) => `${rule} ${column} ${cell}`).join("; ");
    const content = new Map(Object.entries(reading.content));
    return fields.map((field) => content.get(field) ?? "none").join(" | ");
  });
}

/** One column of values. */
const values = (...cells: Cell[]) =>
  tableOf(
    ["n"],
    cells.map((cell) => [cell]),
  );
const bounds = ["value", "low", "high", "comparator", "cue"];

describe("values", () => {
  test("are read in the notation of the cell, and an empty box is not zero", () => {
    const table = values("1 500", "≥ 500", "entre 500 et 600", "500 (400-600)", "0", null, "", "–", {
      number: "12.5",
    });
    expect(told(table, mapOf({ value: "n" }), ...bounds)).toEqual([
      "1500 | none | none | = | none",
      "500 | none | none | >= | ≥",
      "none | 500 | 600 | range | entre",
      "500 | 400 | 600 | = | none",
      "0 | none | none | = | none",
      "empty",
      "empty",
      "empty",
      "12.5 | none | none | = | none",
    ]);
  });

  test("are refused by the cell where there is no number, or where it is open which", () => {
    const table = values("dozens", "500 storks", "#N/A", "1,234", { date: "2031-05-04" }, "n.c.");
    expect(told(table, mapOf({ value: "n" }, { empty: ["N.C."] }))).toEqual([
      "no_number_read n dozens",
      "no_number_read n 500 storks",
      "error_cell n #N/A",
      "ambiguous_number n 1,234",
      "no_number_read n 2031-05-04",
      "empty",
    ]);
  });

  test("take the decimal mark of the whole column, or the one stated", () => {
    expect(told(values("1,234", "2,5"), mapOf({ value: "n" }), "value")).toEqual(["1.234", "2.5"]);
    expect(told(values("1,234", "2,500.5"), mapOf({ value: "n" }), "value")).toEqual(["1234", "2500.5"]);
    const stated = mapOf({ value: { column: "n", decimal: "." } });
    expect(told(values("1,234"), stated, "value")).toEqual(["1234"]);
  });

  test("may be left empty where they cannot be read", () => {
    const map = mapOf({ value: { column: "n", otherwise: "empty", words: { two: "2", "n/a": null } } });
    expect(told(values("dozens", "two", "N/A", "3"), map, "value")).toEqual(["empty", "2", "empty", "3"]);
  });

  test("stand between a low and a high of their own columns", () => {
    const table = tableOf(
      ["v", "min", "max", "q"],
      [
        ["500", "400", "600", "~"],
        [null, "400", "600", "~"],
        [null, "400", null, null],
        [null, null, "600", null],
        [null, ">400", null, null],
        [null, null, "up to 600", null],
        [null, null, null, "~"],
        ["500", null, null, "au moins"],
        ["500", null, null, "perhaps not"],
        ["~500", null, null, "="],
      ],
    );
    const map = mapOf({ value: "v", low: "min", high: "max", comparator: "q" });
    expect(told(table, map, ...bounds)).toEqual([
      "500 | 400 | 600 | ~ | none",
      "none | 400 | 600 | range | none",
      "none | 400 | none | >= | none",
      "none | none | 600 | <= | none",
      "none | 400 | none | >= | none",
      "none | none | 600 | <= | none",
      "empty",
      "500 | none | none | >= | au moins",
      "unknown_word q perhaps not",
      "500 | none | none | ~ | ~",
    ]);
  });
});

describe("dates", () => {
  const days = (...cells: Cell[]) =>
    tableOf(
      ["n", "day"],
      cells.map((cell) => ["5", cell]),
    );
  const period = ["period_start", "period_end", "period_precision"];

  test("say as much as the cell names", () => {
    const table = days("2031-05-04", "17/9/2031", "17/09/2031", "août 2031", "2031", null, {
      date: "2031-05-04T10:00:00",
    });
    expect(told(table, mapOf({ value: "n", period_start: "day" }), ...period)).toEqual([
      "2031-05-04 | 2031-05-04 | day",
      "2031-09-17 | 2031-09-17 | day",
      "2031-09-17 | 2031-09-17 | day",
      "2031-08-01 | 2031-08-31 | month",
      "2031-01-01 | 2031-12-31 | year",
      "none | none | unknown",
      "2031-05-04 | 2031-05-04 | day",
    ]);
  });

  test("are refused where the order is open, or no such day exists", () => {
    const table = days("7/8/2031", "30/2/2031");
    const open = mapOf({ value: "n", period_start: "day" });
    expect(told(days("7/8/2031", "2031-02-30", "spring"), open)).toEqual([
      "ambiguous_date day 7/8/2031",
      "no_date_read day 2031-02-30",
      "no_date_read day spring",
    ]);
    const stated = mapOf({ value: "n", period_start: { column: "day", order: "MDY" } });
    expect(told(table, stated, ...period)).toEqual([
      "2031-07-08 | 2031-07-08 | day",
      "no_date_read day 30/2/2031",
    ]);
  });

  test("of a report may be those of the period, which is then inferred", () => {
    const map = mapOf({ value: "n", period_start: "day", reported_on: { same: "period_end" } });
    expect(told(days("2031-05-04", "May 2031"), map, "reported_on", "reported_on_basis")).toEqual([
      "2031-05-04 | inferred",
      "2031-05 | inferred",
    ]);
  });

  test("of a stated precision are widened to it, and an end needs a start", () => {
    const table = tableOf(
      ["n", "from", "to", "p"],
      [
        ["5", "2031-05-04", null, "mois"],
        ["5", "2031-05-04", "2031-06-01", "month"],
        ["5", null, "2031-06-01", null],
      ],
    );
    const map = mapOf({ value: "n", period_start: "from", period_end: "to", period_precision: "p" });
    expect(told(table, map, ...period)).toEqual([
      "2031-05-01 | 2031-05-31 | month",
      "2031-05-04 | 2031-06-01 | month",
      "field_missing from ",
    ]);
  });
});

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

describe("where the number stands", () => {
  test("in the row as it is kept, which is a slice of the whole file", () => {
    const table = tableOf(
      ["a", "n", "b"],
      [
        ['say "7"', "~ 1 500", null],
        ["x, y", "500–600", "z"],
        ["", { number: "12.5" }, "two\nlines"],
      ],
    );
    const whole = [headerText(table), ...[...recordsOf(table)].map(({ record }) => record.text)].join("\n");
    const readings = figuresOf(table, mapOf({ value: "n" }));
    for (const { record, inRecord } of readings) {
      expect(whole.slice(record.start, record.start + record.text.length)).toBe(record.text);
      expect(record.text.slice(inRecord.numberStart, inRecord.numberEnd)).toBe(inRecord.numberText);
    }
    expect(readings.map(({ inRecord }) => [inRecord.numberText, inRecord.readsAs])).toEqual([
      ["1 500", "1500"],
      ["500–600", null],
      ["12.5", "12.5"],
    ]);
  });

  test("in the quote, where it holds the number as reported", () => {
    const quote = "In 2031, about 1,500 storks and 12 frogs nest.";
    const table = tableOf(
      ["n", "quote"],
      [
        ["1500", quote],
        ["12", quote],
        ["13", quote],
        ["1500", null],
        [null, quote],
      ],
    );
    const spots = readAll(table, mapOf({ value: "n", sentence: "quote" })).map((reading) =>
      reading.kind === "figure" ? (reading.inSentence?.numberText ?? null) : reading.kind,
    );
    expect(spots).toEqual(["1,500", "12", null, null, "empty"]);
  });

  test("in a French quote that gives a range", () => {
    const table = tableOf(["n", "quote"], [["500-600", "Entre 500 et 600 cigognes nichent au marais."]]);
    const map = mapOf({ value: "n", sentence: "quote", sentence_lang: { is: "fr" } });
    const [reading] = figuresOf(table, map);
    expect(reading!.inSentence).toMatchObject({ readsAs: null });
    expect(reading!.inSentence!.numberText).toContain("500");
  });
});

describe("rows and figures", () => {
  test("of a wide table are one figure a column, each with its own key", () => {
    const table = tableOf(
      ["day", "nesting", "lost"],
      [
        ["2031-05-04", "5", "2"],
        ["2031-05-05", "6", null],
      ],
    );
    const map = mapOf(
      { period_start: "day" },
      {
        figures: [
          { metric: { is: "storks-nesting" }, value: "nesting" },
          { metric: { is: "Storks lost" }, value: "lost" },
        ],
      },
    );
    const readings = readAll(table, map);
    expect(readings.map(({ row, figure, kind }) => `${row}.${figure} ${kind}`)).toEqual([
      ...["2.0 figure", "2.1 figure", "3.0 figure", "3.1 empty"],
    ]);
    const keys = readings.flatMap((reading) => (reading.kind === "figure" ? [reading.key] : []));
    expect(new Set(keys).size).toBe(3);
  });

  test("of rows are chosen by their cells", () => {
    const table = tableOf(
      ["n", "kind"],
      [
        ["1", "day "],
        ["2", "total"],
        ["3", null],
      ],
    );
    const only = (rule: object) => told(table, mapOf({ value: "n" }, { only: [rule] }), "value");
    expect(only({ column: "kind", in: ["day", ""] })).toEqual(["1", "3"]);
    expect(only({ column: "kind", not: ["day"] })).toEqual(["2", "3"]);
  });

  test("keep their key while only what they say of the value changes, and its form", () => {
    const keyOf = (
      row: Cell[],
      map = mapOf({ value: "n", period_start: "day", claimant: "who", note: "say" }),
    ) => figuresOf(tableOf(["n", "day", "who", "say"], [row]), map)[0]!.key;
    const before = keyOf(["5", "17/9/2031", "MoM", "a"]);
    expect(keyOf(["≥ 6", "2031-09-17", "ministère des Marais", null])).toBe(before);
    expect(keyOf(["5", "18/9/2031", "MoM", "a"])).not.toBe(before);
    expect(keyOf(["5", "17/9/2031", "storks", "a"])).not.toBe(before);
    const byId = mapOf({ value: "n", period_start: "day", claimant: "who" }, { key: ["say"] });
    expect(keyOf(["6", "18/9/2031", "storks", " a "], byId)).toBe(
      keyOf(["5", "17/9/2031", "MoM", "a"], byId),
    );
  });

  test("are all refused where the file lacks a column of the map", () => {
    expect(told(values("5"), mapOf({ value: "number" }))).toEqual(["no_such_column number "]);
  });
});

test("no table makes it throw", () => {
  const cell = fc.oneof(
    fc.constant(null),
    fc.string({ unit: anyUnit }),
    fc.constantFrom("5", "1,234", "5-6", "17/9/2031", "MoM", "~", "#N/A", "https://a.example"),
    fc.integer().map((number) => ({ number: String(number) })),
    fc.constant({ date: "2031-05-04" }),
  );
  const header = ["n", "low", "day", "who", "link", "quote", "q"];
  const map = mapOf({
    ...{
      value: "n",
      low: "low",
      period_start: "day",
      claimant: { column: "who", create: { kind: "organisation" } },
    },
    ...{ source_url: "link", sentence: "quote", comparator: "q", note: { columns: ["q", "who"] } },
  });
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell, cell, cell, cell, cell), { maxLength: 4 }), (rows) => {
      for (const reading of readAll(tableOf(header, rows), map)) {
        if (reading.kind !== "figure") continue;
        const { inRecord, record, content } = reading;
        expect(record.text.slice(inRecord.numberStart, inRecord.numberEnd)).toBe(inRecord.numberText);
        const { value, low, high } = content;
        expect([value, low, high, value ?? null]).toContain(inRecord.readsAs);
      }
    }),
  );
});

describe("a map", () => {
  const problems = (map: object) =>
    importMap.safeParse(map).error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`) ?? [];

  test("written down and read again is the same", () => {
    const map = mapOf({ value: "n", place: { column: "p", create: { kind: "town" } } }, { key: ["n"] });
    expect(importMap.parse(JSON.parse(JSON.stringify(map)))).toEqual(map);
  });

  test("says in words what is missing or out of place", () => {
    const { dataset } = mapOf({ value: "n" });
    expect(problems({ dataset, fields: {} })).toEqual([
      expect.stringContaining("fields: metric is missing"),
      expect.stringContaining("fields: value, low or high is missing"),
      expect.stringContaining("fields: period_start is missing"),
      expect.stringContaining("fields: claimant is missing"),
    ]);
    const wrong = {
      ...{
        value: { is: "5" },
        metric: { same: "period_end" },
        claimant: { column: "who", create: { kind: "town" } },
      },
      ...{ period_start: "day", figure_id: "id", unit: 5 },
    };
    expect(problems({ dataset, fields: wrong }).map((line) => line.split(":")[0])).toEqual(["fields.unit"]);
    expect(problems({ dataset, fields: { ...wrong, unit: "u" } }).map((line) => line.split(":")[0])).toEqual([
      ...["fields", "fields.value", "fields.metric", "fields.claimant"],
    ]);
    expect(problems({ dataset, fields: {}, colour: "red" })[0]).toMatch(/colour/);
  });
});

test("reading is lazy: the first row is told before the last is read", () => {
  const rows = readRows(values("5", "6"), mapOf({ value: "n" }), names);
  expect(rows.next().value).toMatchObject({ row: 2 });
});
