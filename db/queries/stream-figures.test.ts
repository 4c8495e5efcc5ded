import { beforeAll, describe, expect, test } from "vitest";
import { figureExportColumns } from "@/domain/export/columns";
import { sorts } from "@/domain/figure-query";
import {
  aCollection,
  aMention,
  aSource,
  counted,
  figureOf,
  noDate,
  on,
  published,
  repeated,
  retract,
  storkFigure,
} from "../testing/makers";
import { eachEngine, type Scratch } from "../testing/scratch";
import { isSortKey, listFigures } from "./list-figures";
import { type CopyRows, findExport, findExportPage } from "./stream-figures";
import { copyCsv, copyJson } from "./stream-formats";
import type { Selection } from "./stream-rows";

const plain = { delimiter: ",", guard: true, decimalComma: false } as const;
const csv: CopyRows = (rows) => copyCsv(rows, plain);
const ndjson: CopyRows = (rows) => copyJson(rows, "");

const formula = '=HYPERLINK("https://example.org/","7"), dit\nla cigogne';
const told = "'=7 cigognes, dit-on \\ d’ici.";
/** The published, in the order in which they are recorded below; not that of their ids. */
const recorded = ["eeeeeee1", "aaaaaaa2", "ccccccc1", "ddddddd1"];
const written: Partial<Record<string, string>> = {};

describe("a download of figures", () => {
  eachEngine((open, engine) => {
    let scratch: Scratch;
    let revision: number;
    beforeAll(async () => {
      scratch = await open();
      await aCollection(scratch.db);
      const source = await aSource(scratch.db, {
        passages: [counted, repeated, formula, told],
        title: "-Les cigognes",
      });
      const figure = (publicId: string, wish = {}) => storkFigure(source, { publicId, ...wish });
      const precise = "123456789012345678901234567890.50";
      await published(
        scratch.db,
        figure("zzzzzzz1"),
        figure("eeeeeee1", {
          mentions: [aMention(source, formula, "7")],
          value: "7",
          comparator: "=",
          cue: null,
        }),
        figure("aaaaaaa2", {
          mentions: [aMention(source, told, "7")],
          value: "7",
          period: noDate,
          place: null,
        }),
        figureOf(source, precise, { publicId: "ccccccc1", reportedOn: noDate, supersedes: null }),
        figureOf(source, "-3", { publicId: "ddddddd1", low: "-3.50", per: "day", hearsay: true }),
      );
      revision = await retract(scratch.sql, { publicId: "zzzzzzz1" } as never);
    });

    const selection = (wish: Partial<Selection> = {}): Selection => ({
      query: {},
      revision,
      lang: "en",
      site: "",
      ...wish,
    });
    const textOf = async (pieces: AsyncIterable<Uint8Array>) => {
      const all: Uint8Array[] = [];
      for await (const piece of pieces) all.push(piece);
      return Buffer.concat(all).toString("utf8");
    };
    const rowsOf = async (wish: Partial<Selection> = {}) => {
      const found = await findExport(scratch, selection(wish));
      const lines = (await textOf(found.stream(ndjson))).split("\n").slice(0, -1);
      expect(lines).toHaveLength(found.count);
      return lines.map((line) => JSON.parse(line));
    };
    const ids = (rows: readonly { figure_id: string }[]) => rows.map((row) => row.figure_id);

    test("has every column, in order, and every figure once, in the order of recording", async () => {
      const rows = await rowsOf();
      expect(ids(rows)).toEqual(recorded);
      for (const row of rows) expect(Object.keys(row)).toEqual(figureExportColumns.map(({ name }) => name));
    });

    test("carries decimals as they were recorded, nothing as null, and the words as printed", async () => {
      const [first, second, third, fourth] = await rowsOf({ site: "https://example.org", lang: "fr" });
      expect(first).toMatchObject({
        sentence: formula,
        cue: null,
        number_start: 35,
        number_end: 36,
        mentions: 1,
      });
      expect(second).toMatchObject({
        sentence: told,
        period_start: null,
        period_precision: "unknown",
        place: null,
      });
      expect(third).toMatchObject({
        value: "123456789012345678901234567890.50",
        reported_on: null,
        low: null,
      });
      expect(fourth).toMatchObject({
        value: "-3",
        low: "-3.50",
        hearsay: true,
        per: "day",
        period_start: "2031-05-04",
      });
      expect(fourth.attribution).toBe("claimed_by:example-ministry > published_by:example-gazette");
      expect(fourth.figure_url).toBe("https://example.org/fr/figures/ddddddd1");
    });

    test("is what the table shows, under every filter and in every order", async () => {
      for (const sort of sorts) {
        const page = await listFigures(scratch.db, { sort }, { revision, size: 50 });
        expect(ids(await rowsOf({ query: { sort } }))).toEqual(page.figures.map(({ id }) => id));
      }
      for (const query of [
        { q: "l'é" },
        { q: "dit" },
        { claimant: "unattributed" },
        { from: "2031-05-05" },
        { metric: "none" },
      ]) {
        const page = await listFigures(scratch.db, query, { revision, size: 50 });
        const shown = new Set(page.figures.map(({ id }) => id));
        expect(ids(await rowsOf({ query }))).toEqual(recorded.filter((id) => shown.has(id)));
      }
      expect(ids(await rowsOf({ query: { status: "retracted" } }))).toEqual(["zzzzzzz1"]);
      expect(ids(await rowsOf({ revision: 1 }))).toContain("zzzzzzz1");
    });

    test("by pages is the whole, whatever the order", async () => {
      for (const sort of [undefined, ...sorts]) {
        const query = sort === undefined ? {} : { sort };
        const seen: string[] = [];
        let after: { key: string; id: string } | undefined;
        do {
          const page = await findExportPage(scratch, selection({ query }), 3, after);
          const text = await textOf(page.stream(ndjson));
          expect(await textOf(page.json("")), "without a connection of its own").toBe(text);
          const rows = text.split("\n").slice(0, -1);
          expect(rows).toHaveLength(page.count);
          seen.push(...ids(rows.map((row) => JSON.parse(row))));
          after = page.next ?? undefined;
          if (after && sort) expect(isSortKey(sort, after.key)).toBe(true);
        } while (after);
        expect(seen).toEqual(ids(await rowsOf({ query })));
      }
    });

    test("cannot be made to run by a spreadsheet, and says what was written all the same", async () => {
      const lines = await textOf((await findExport(scratch, selection())).stream(csv));
      expect(lines).toContain(`"'=HYPERLINK(""https://example.org/"",""7""), dit\nla cigogne"`);
      expect(lines).toContain(`"''=7 cigognes, dit-on \\ d’ici."`);
      expect(lines).toContain(",'-Les cigognes,");
      expect(lines).toMatch(/^ddddddd1,storks-nesting,Storks,white-storks,example-marsh,-3,-3\.50,,bird,~,/m);
    });

    test("is written for French spreadsheets, and raw, where asked", async () => {
      const found = await findExport(scratch, selection());
      const excel: CopyRows = (rows) => copyCsv(rows, { delimiter: ";", guard: true, decimalComma: true });
      expect(await textOf(found.stream(excel))).toContain(";123456789012345678901234567890,50;;;bird;");
      const raw: CopyRows = (rows) => copyCsv(rows, { ...plain, guard: false });
      expect(await textOf(found.stream(raw))).toContain(`"=HYPERLINK(""https`);
    });

    test("tells an empty cell from empty words", async () => {
      await scratch.sql.begin(async (tx) => {
        const rows = "select null::text as cue, ''::text as sentence";
        const columns = figureExportColumns.filter(({ name }) => name === "cue" || name === "sentence");
        const stream = await tx.unsafe(copyCsv(rows, plain, columns)).readable();
        expect(await textOf(stream)).toBe(',""\n');
      });
    });

    test("is the same after others have published", async () => {
      const before = await textOf((await findExport(scratch, selection())).stream(csv));
      const source = await aSource(scratch.db, { slug: "later" });
      await published(scratch.db, figureOf(source, "12", { period: on("2031-05-01") }));
      expect(await textOf((await findExport(scratch, selection())).stream(csv))).toBe(before);
      written[engine] = before;
      expect(new Set(Object.values(written)).size, "the engines write the same bytes").toBe(1);
    });

    test("leaves the connections free, whether read to the end or not", async () => {
      const slow: CopyRows = () => "copy (select repeat('x', 500) from generate_series(1, 20000)) to stdout";
      for (let i = 0; i < 30; i++) {
        const found = await findExport(scratch, selection());
        const abort = new AbortController();
        const pieces = found.stream(slow, abort.signal)[Symbol.asyncIterator]();
        expect((await pieces.next()).done).toBe(false);
        if (i % 3 === 0) await pieces.return?.();
        else if (i % 3 === 1) {
          abort.abort(new Error("gone"));
          await expect(textOf({ [Symbol.asyncIterator]: () => pieces })).rejects.toThrow("gone");
        } else while (!(await pieces.next()).done);
      }
      const [busy] = await scratch.sql`select count(*)::int as copies from pg_stat_activity
        where query like 'copy (%' and state = 'active' and pid <> pg_backend_pid()`;
      expect(busy!.copies).toBe(0);
      expect(await Promise.all(Array.from({ length: 20 }, () => scratch.sql`select 1`))).toHaveLength(20);
    });

    test("that fails in the middle throws", async () => {
      const failing: CopyRows = () =>
        "copy (select 1 / (50000 - n) from generate_series(1, 100000) n) to stdout";
      const found = await findExport(scratch, selection());
      await expect(textOf(found.stream(failing))).rejects.toThrow("division by zero");
      expect(await scratch.sql`select 1`).toHaveLength(1);
    });
  });
});
