import { beforeAll, describe, expect, test } from "vitest";
import { recordEvents } from "../mutations/record-events";
import {
  aCollection,
  aFigure,
  aSource,
  brokenRule,
  copyRows,
  counted,
  done,
  loader,
  repeated,
  storkDay,
  storkFigure,
  type TestSource,
  unseen,
} from "../testing/makers";
import { eachEngine, type Scratch } from "../testing/scratch";

/** What stands in the place of half a character, inside the database: nobody may use it to get in there. */
const half = "\u0001";

const groups = ["12 000", "12\u00a0000", "12\u202f000", "12\u2009000", "12'000", "12’000", "12000"];
const grouped = `🦩 ${groups.join(" | ")}.`;

describe("an anchor", () => {
  eachEngine((open) => {
    let scratch: Scratch;
    let source: TestSource;
    let start: number;
    let end: number;
    beforeAll(async () => {
      scratch = await open();
      await aCollection(scratch.db);
      source = await aSource(scratch.db, { passages: [`${repeated} 🐣🐣`, counted, grouped, repeated] });
      await aFigure(scratch.db, storkFigure(source));
      done(await recordEvents(scratch.db, loader, [storkDay(source)]));
      start = source.text.indexOf(counted);
      end = start + counted.length;
    });

    /** The rule broken by the anchor of the draft with some of its columns changed. */
    const rule = (changes: Record<string, unknown>) =>
      brokenRule(scratch.sql, (tx) => copyRows(tx, "anchors", "mention = 0", { mention: 1, ...changes }));
    const sentence = (from: number, to: number, context = { prefix: "", suffix: "" }) => {
      const words = source.text.slice(from, to);
      return { sentence_start: from, sentence_end: to, sentence: words, ...context };
    };
    const number = (words: string, reads_as: string | null, from = counted.indexOf(words)) =>
      rule({ number_text: words, number_start: from, number_end: from + words.length, reads_as });

    test("is accepted as it was recorded, and whatever the length of the words around it", async () => {
      expect(await rule({})).toBeNull();
      const context = { prefix: source.text.slice(0, start), suffix: source.text.slice(end, end + 32) };
      expect(await rule(context)).toBeNull();
      expect(await rule({ prefix: "", suffix: "" })).toBeNull();
    });

    describe("says its sentence word for word", () => {
      test("and not one unit to the left or right of where it stands", async () => {
        for (const by of [-2, -1, 1, 2])
          expect(await rule({ sentence_start: start + by, sentence_end: end + by })).toBe(
            "sentence_is_verbatim",
          );
      });

      test("with its end where it ends, in UTF-16 units and not in characters", async () => {
        expect(await rule({ sentence_end: start + [...counted].length })).toBe("sentence_is_verbatim");
        expect(await rule({ sentence_start: [...source.text.slice(0, start)].length })).toBe(
          "sentence_is_verbatim",
        );
      });

      test.each([
        ["a straight apostrophe", "l’Exemple", "l'Exemple"],
        ["a plain space for a no-break one", "1\u00a0500", "1 500"],
        ["another bird", "🦩", "🦢"],
        ["another case", "cigognes", "Cigognes"],
        ["an accent put together otherwise", "ministère", "ministe\u0300re"],
        ["more than it says", "un an.", "un an. "],
        ["less than it says", "un an.", "un an"],
        ["nothing", counted, ""],
      ])("and not with %s", async (_, said, instead) => {
        expect(await rule({ sentence: counted.replace(said, instead) })).toBe("sentence_is_verbatim");
      });

      test("and from its beginning to its end, not the other way round or beside the text", async () => {
        const refused = { sentence: "", prefix: "", suffix: "" };
        expect(await rule({ ...refused, sentence_end: start })).toBe("sentence_is_verbatim");
        expect(await rule({ ...refused, sentence_end: start - 1 })).toBe("sentence_is_verbatim");
        expect(await rule({ ...refused, sentence_start: -1, sentence_end: 0 })).toBe("sentence_is_verbatim");
        const tail = { sentence_start: source.text.length - repeated.length, sentence: repeated };
        expect(await rule({ ...refused, ...tail, sentence_end: source.text.length + 1 })).toBe(
          "sentence_is_verbatim",
        );
        const past = source.text.length + 9;
        expect(await rule({ ...refused, sentence_start: past, sentence_end: past + 1 })).toBe(
          "sentence_is_verbatim",
        );
      });

      test("and cuts no character in half", async () => {
        const cut = { ...sentence(start + 1, end), sentence: half + counted.slice(2) };
        expect(await rule(cut)).toBe("sentence_is_verbatim");
        const chick = counted.indexOf("🐣");
        const until = (unit: number, words: string) =>
          rule({ sentence_end: start + unit, sentence: words, suffix: "" });
        expect(await until(chick + 2, counted.slice(0, chick + 2))).toBeNull();
        expect(await until(chick + 1, counted.slice(0, chick + 2))).toBe("sentence_is_verbatim");
        expect(await until(chick + 1, counted.slice(0, chick))).toBe("sentence_is_verbatim");
      });
    });

    describe("says the words around it as they stand", () => {
      test.each([
        ["prefix", "🐣\n\n "],
        ["prefix", "«"],
        ["prefix", "🐣"],
        ["suffix", "\n"],
        ["suffix", "\n\n🤫 en"],
        ["suffix", unseen],
      ])("and not with the %s %j", async (side, words) => {
        const stands = side === "suffix" && source.text.startsWith(words, end);
        expect(await rule({ [side]: words })).toBe(stands ? null : "context_is_verbatim");
      });

      test("at the beginning and the end of the text too", async () => {
        const last = source.text.length;
        const first = source.text.indexOf(" 🐣🐣");
        const numberless = { number_start: 2, number_end: 6, number_text: "Nous", reads_as: null };
        expect(
          await rule({ ...numberless, ...sentence(0, first, { prefix: "", suffix: " 🐣" }) }),
        ).toBeNull();
        expect(await rule({ ...numberless, ...sentence(0, first, { prefix: "«", suffix: "" }) })).toBe(
          "context_is_verbatim",
        );
        const tail = last - repeated.length;
        expect(await rule({ ...numberless, ...sentence(tail, last) })).toBeNull();
        expect(await rule({ ...numberless, ...sentence(tail, last, { prefix: "", suffix: " " }) })).toBe(
          "context_is_verbatim",
        );
      });

      test("and cuts no character in half", async () => {
        const chick = source.text.indexOf("🐣🐣") + 4;
        const from = { ...sentence(chick, end), number_start: 0 };
        const numbered = { ...from, number_end: 2, number_text: "\n\n", reads_as: null };
        expect(await rule({ ...numbered, prefix: "🐣" })).toBeNull();
        expect(await rule({ ...numbered, prefix: half })).toBe("context_is_verbatim");
        const until = { sentence_end: start + 8, sentence: counted.slice(0, 8), suffix: "" };
        expect(await rule({ ...until, suffix: half })).toBe("context_is_verbatim");
      });
    });

    describe("says its number as printed", () => {
      test("behind characters of two units", async () => {
        expect(await number("1\u00a0500", "1500")).toBeNull();
        expect(await number("un cinquième", "20")).toBeNull();
        expect(await number("un cinquième", null)).toBeNull();
      });

      test("and not one unit beside it, or counted in characters", async () => {
        const at = counted.indexOf("1\u00a0500");
        for (const from of [at - 1, at + 1, [...counted.slice(0, at)].length])
          expect(await number("1\u00a0500", "1500", from)).toBe("number_is_verbatim");
      });

      test("and not with another space, or outside of its sentence", async () => {
        const at = counted.indexOf("1\u00a0500");
        expect(await number("1 500", "1500", at)).toBe("number_is_verbatim");
        expect(await number("1\u202f500", "1500", at)).toBe("number_is_verbatim");
        expect(await number("", null, at)).toBe("number_is_verbatim");
        expect(await number("x", null, -1)).toBe("number_is_verbatim");
        expect(await number("\n", null, counted.length)).toBe("number_is_verbatim");
        const last = { number_text: "un an.", number_start: counted.length - 6, reads_as: null };
        expect(await rule({ ...last, number_end: counted.length })).toBeNull();
        expect(await rule({ ...last, number_end: counted.length + 1 })).toBe("number_is_verbatim");
      });

      test("and cuts no character in half", async () => {
        expect(await number("🐣", null)).toBeNull();
        expect(await number(half, null, counted.indexOf("🐣") + 1)).toBe("number_is_verbatim");
        const wide = counted.indexOf("🐣");
        expect(
          await rule({ number_text: "🐣", number_start: wide, number_end: wide + 1, reads_as: null }),
        ).toBe("number_is_verbatim");
      });
    });

    describe("reads digits as themselves", () => {
      test.each(["1501", "15", "-1500", null])('so that "1 500" is not %s', async (reading) => {
        expect(await number("1\u00a0500", reading)).toBe("digits_read_as_themselves");
      });

      test("whatever zeros follow the decimal point", async () => {
        expect(await number("1\u00a0500", "1500.0")).toBeNull();
        expect(await number("500", "500", counted.indexOf("500"))).toBeNull();
      });

      test.each(groups)("whatever groups them: %j is twelve thousand", async (printed) => {
        const from = source.text.indexOf(grouped);
        const number_start = grouped.indexOf(printed);
        const at = { number_text: printed, number_start, number_end: number_start + printed.length };
        const reading = (reads_as: string) =>
          rule({ ...sentence(from, from + grouped.length), ...at, reads_as });
        expect(await reading("12000")).toBeNull();
        expect(await reading("12")).toBe("digits_read_as_themselves");
      });
    });

    describe("of an event", () => {
      const change = (set: string) =>
        brokenRule(scratch.sql, (tx) => tx.unsafe(`update event_anchors set ${set}`));

      test("is as true to the text, also when it is changed", async () => {
        expect(await change("mention = mention")).toBeNull();
        expect(await change("sentence_start = sentence_start + 1")).toBe("sentence_is_verbatim");
        expect(await change("sentence = replace(sentence, 'marais', 'lac')")).toBe("sentence_is_verbatim");
        expect(await change("prefix = 'x'")).toBe("context_is_verbatim");
      });

      test("marks words inside its sentence, and cuts no character in half", async () => {
        const chick = counted.indexOf("🐣");
        expect(await change(`marked_start = ${chick}, marked_end = ${chick + 2}`)).toBeNull();
        expect(await change(`marked_start = ${chick + 1}`)).toBe("marked_words_in_sentence");
        expect(await change(`marked_end = ${chick + 1}`)).toBe("marked_words_in_sentence");
        expect(await change("marked_start = -1")).toBe("marked_words_in_sentence");
        expect(await change("marked_end = marked_start")).toBe("marked_words_in_sentence");
        expect(await change(`marked_end = ${counted.length}`)).toBeNull();
        expect(await change(`marked_end = ${counted.length + 1}`)).toBe("marked_words_in_sentence");
      });
    });
  });
});
