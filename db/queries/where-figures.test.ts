import { beforeAll, describe, expect, test } from "vitest";
import type { Cursor } from "@/domain/cursor";
import type { FigureQuery } from "@/domain/figure-query";
import type { FigureInput } from "@/domain/inputs";
import {
  aCollection,
  aMention,
  aSource,
  noDate,
  on,
  published,
  repeated,
  retract,
  storkFigure,
} from "../testing/makers";
import { eachEngine, type Scratch } from "../testing/scratch";
import { pageExists } from "./exists";
import { countFigures, listAllFigures, listFigures, listMetricFigures } from "./list-figures";
import { listFilterChoices } from "./list-filter-choices";

const odd = `À 100 % des cigognes_blanches, d'après "Łódź" \\ 🦩 : DÉJÀ 7.`;
const may = {
  start: "2031-05-01",
  end: "2031-05-31",
  precision: "month",
  basis: "stated",
  reasoning: null,
} as const;

describe("a filter", () => {
  eachEngine((open) => {
    let scratch: Scratch;
    let revision: number;
    const sources: string[] = [];
    beforeAll(async () => {
      scratch = await open();
      await aCollection(scratch.db);
      const source = await aSource(scratch.db, { passages: [repeated, odd] });
      const other = await aSource(scratch.db, { slug: "other-storks", passages: [repeated] });
      sources.push(source.slug, other.slug);
      const figure = (publicId: string, wish: Partial<FigureInput> = {}) =>
        storkFigure(source, { publicId, mentions: [aMention(source, repeated, "1\u202f500")], ...wish });
      const watch = [{ role: "estimated_by", agent: "stork-watch", asPrinted: null }] as const;
      const [said] = figure("x").mentions;
      const share = { metric: "share-of-chicks", unit: "percent", value: "100", comparator: "<=" } as const;
      const gone = { metric: "storks-gone", value: "7", mentions: [aMention(source, odd, "7")] };
      await published(
        scratch.db,
        figure("aaaaaaa1", {
          mentions: [aMention(source, repeated, "1\u202f500"), aMention(other, repeated, "1\u202f500")],
        }),
        figure("aaaaaaa2", { mentions: [{ ...said!, attribution: [...watch] }], modality: "estimated" }),
        figure("aaaaaaa3", {
          mentions: [{ ...said!, attribution: [] }],
          subject: null,
          place: "example-land",
        }),
        figure("aaaaaaa4", { ...share, mentions: [aMention(source, odd, "100")], place: null }),
        figure("aaaaaaa5", { ...gone, period: may, reportedOn: on("2031-06-02"), modality: "denied" }),
        figure("aaaaaaa6", { ...gone, period: noDate, reportedOn: on("2031-07-01") }),
        figure("aaaaaaa7", { ...gone, period: noDate, reportedOn: noDate, subject: "stork-watch" }),
      );
      const old = figure("aaaaaaa8", gone);
      await published(scratch.db, old);
      revision = await retract(scratch.sql, old);
    });

    const found = async (query: FigureQuery) => {
      const { figures } = await listFigures(scratch.db, query, { revision, size: 50 });
      expect(await countFigures(scratch.db, query, revision)).toBe(figures.length);
      return figures
        .map(({ id }) => id.slice(-1))
        .sort()
        .join("");
    };

    test.each<[FigureQuery, string]>([
      [{}, "1234567"],
      [{ metric: "storks-gone" }, "567"],
      [{ metric: "storks" }, ""],
      [{ claimant: "example-ministry" }, "14567"],
      [{ claimant: "stork-watch" }, "2"],
      [{ claimant: "example-gazette" }, ""],
      [{ claimant: "unattributed" }, "3"],
      [{ via: "example-gazette" }, "14567"],
      [{ via: "example-ministry" }, "14567"],
      [{ via: "stork-watch", claimant: "stork-watch" }, "2"],
      [{ via: "stork-post" }, ""],
      [{ subject: "white-storks" }, "12456"],
      [{ subject: "stork-watch" }, "7"],
      [{ place: "example-land" }, "3"],
      [{ source: "no-such-source" }, ""],
      [{ modality: "estimated" }, "2"],
      [{ modality: "denied" }, "5"],
      [{ comparator: "<=" }, "4"],
      [{ comparator: "=" }, ""],
      [{ status: "published" }, "1234567"],
      [{ status: "retracted" }, "8"],
      [{ metric: "storks-gone", modality: "claimed", subject: "stork-watch" }, "7"],
    ])("keeps what it names and nothing else: %j", async (query, ids) => {
      expect(await found(query)).toBe(ids);
    });

    test("of a source keeps what any of its sentences states", async () => {
      const [source, other] = sources;
      expect(await found({ source })).toBe("1234567");
      expect(await found({ source: other })).toBe("1");
      expect(await found({ source: other, metric: "storks-gone" })).toBe("");
    });

    test.each<[FigureQuery, string]>([
      [{ from: "2031-05-04" }, "123456"],
      [{ from: "2031-05-05" }, "56"],
      [{ from: "2031-06-01" }, "6"],
      [{ to: "2031-05-01" }, "5"],
      [{ to: "2031-05-03" }, "5"],
      [{ to: "2031-05-04" }, "12345"],
      [{ from: "2031-05-31", to: "2031-05-31" }, "5"],
      [{ from: "2031-07-01", to: "2031-07-01" }, "6"],
      [{ from: "2031-05-05", to: "2031-05-04" }, "5"],
    ])(
      "by dates keeps what touches the window, by its report where it has no period: %j",
      async (query, ids) => {
        expect(await found(query)).toBe(ids);
      },
    );

    test.each<[string, string]>([
      ["2031-05-04", ""],
      ["2031-05-05", "1234"],
      ["2031-06-02", "12345"],
      ["2100-01-01", "123456"],
    ])("of what was known on %s keeps what had been reported by then", async (known_on, ids) => {
      expect(await found({ known_on })).toBe(ids);
    });

    test.each([
      ["éloïse", "123"],
      ["ÉLOÏSE", "123"],
      ["Observatoire", "123"],
      ["déjà", "4567"],
      ["łÓDŹ", "4567"],
      ["deja", ""],
      ["🦩", "1234567"],
      ["🐣", ""],
      ["%", "4567"],
      ["100 %", "4567"],
      ["100_%", ""],
      ["s_b", "4567"],
      ["cigognes-blanches", ""],
      ["blanches  Cigognes", "4567"],
      ["blanches cygnes", ""],
      ["d'après", "4567"],
      ['"łódź"', "4567"],
      ["\\ 🦩", "4567"],
      ["') or true --", ""],
      [".*", ""],
    ])("by words finds %j as it is written, whatever the case", async (q, ids) => {
      expect(await found({ q })).toBe(ids);
    });

    test.each([
      ["1 500", "123"],
      ["« nous", "123"],
      ["l'observatoire", "123"],
      ["d’après", "4567"],
    ])(
      "by words finds %j though the press prints other spaces and apostrophes than keys type",
      async (q, ids) => {
        expect(await found({ q })).toBe(ids);
      },
    );

    test("of a chart and of the dashboard are the same, in time order", async () => {
      const gone = await listMetricFigures(scratch.db, "storks-gone", { modality: "claimed" }, revision);
      expect(gone.map(({ id }) => id)).toEqual(["aaaaaaa7", "aaaaaaa6"]);
      const all = await listAllFigures(scratch.db, { claimant: "example-ministry" }, revision);
      expect(all.map(({ id }) => id)).toEqual(["aaaaaaa7", "aaaaaaa5", "aaaaaaa1", "aaaaaaa4", "aaaaaaa6"]);
    });

    test("offers what at least one figure has", async () => {
      const { claimants, subjects, places } = await listFilterChoices(scratch.db, revision);
      const slugs = (list: { slug: string }[]) => list.map(({ slug }) => slug);
      expect(slugs(claimants)).toEqual(["example-ministry", "stork-watch"]);
      expect(slugs(subjects)).toEqual(["stork-watch", "white-storks"]);
      expect(slugs(places)).toEqual(["example-land", "example-marsh"]);
      expect((await listFilterChoices(scratch.db, 0)).claimants).toEqual([]);
    });

    test("offers everyone in a chain, and finds what a merged one passed on under the name of its heir", async () => {
      const { speakers } = await listFilterChoices(scratch.db, revision);
      expect(speakers.map(({ slug }) => slug)).toEqual([
        "example-gazette",
        "example-ministry",
        "stork-watch",
      ]);
      const heir = (slug: string | null) =>
        scratch.sql`update agents set merged_into_id = (select id from agents where slug = ${slug})
          where slug = 'example-ministry'`;
      await heir("stork-watch");
      expect(await found({ via: "stork-watch" })).toBe("124567");
      expect(await found({ via: "example-ministry" })).toBe("124567");
      expect(await found({ claimant: "example-ministry" })).toBe("124567");
      const sorted = async (cursor: Cursor | null = null) =>
        listFigures(scratch.db, { sort: "claimant" }, { revision, size: 4, cursor });
      const first = await sorted();
      const last = await sorted(first.next);
      expect(
        [...first.figures, ...last.figures].map(({ id }) => id.slice(-1)).join(""),
        "both names of one stand together",
      ).toBe("3124567");
      await heir(null);
      expect(await found({ via: "stork-watch" })).toBe("2");
    });

    test("leads to pages that exist", async () => {
      const { db } = scratch;
      expect(await pageExists.metrics(db, "storks-gone")).toBe(true);
      expect(await pageExists.metrics(db, "no-such-thing")).toBe(false);
      expect(await pageExists.sources(db, "stork-report", revision)).toBe(true);
      expect(await pageExists.sources(db, "stork", revision)).toBe(false);
      expect(await pageExists.figures(db, "aaaaaaa1", revision)).toBe(true);
      expect(await pageExists.figures(db, "aaaaaaa8", revision), "a retracted figure keeps its page").toBe(
        true,
      );
      expect(await pageExists.figures(db, "aaaaaaa1", 0)).toBe(false);
      expect(await pageExists.figures(db, "aaaaaaa9", revision)).toBe(false);
    });
  });
});
