import { beforeAll, describe, expect, test } from "vitest";
import type { FigureInput } from "@/domain/inputs";
import { retractFigure } from "../mutations/retract-figure";
import { reviseFigure } from "../mutations/revise-figure";
import {
  aCollection,
  aFigure,
  aMention,
  aSource,
  counted,
  done,
  figureOf,
  loader,
  publish,
  published,
  repeated,
  retract,
  reviewer,
  storkFigure,
  type TestSource,
} from "../testing/makers";
import { eachEngine, type Scratch } from "../testing/scratch";
import { findFigure } from "./find-figure";
import { findFigureState } from "./find-figure-state";
import { listAllFigures, listFigures, listMetricFigures } from "./list-figures";

describe("a figure", () => {
  eachEngine((open) => {
    let scratch: Scratch;
    let source: TestSource;
    beforeAll(async () => {
      scratch = await open();
      await aCollection(scratch.db);
      source = await aSource(scratch.db);
    });

    const find = ({ publicId }: FigureInput, revision: number) => findFigure(scratch.db, publicId, revision);
    const revise = async (
      figure: FigureInput,
      rowVersion: number,
      change: "revision" | "correction" = "revision",
    ) =>
      done(await reviseFigure(scratch.db, loader, { ...figure, rowVersion, change, changeReason: "News" }));

    test("leads to each of its sentences, with who speaks there and where the number stands", async () => {
      const heard = { comparator: ">=", cue: "Nous", attribution: [] } as const;
      const mentions = [
        aMention(source, counted, "1\u00a0500"),
        aMention(source, repeated, "1\u202f500", { ...heard, attribution: [] }),
      ];
      const note = { fr: "Le marais 🦩", en: "The marsh" };
      const figure = storkFigure(source, { mentions, note });
      const found = await find(figure, await published(scratch.db, figure));
      expect(found).toMatchObject({
        id: figure.publicId,
        mentionCount: 2,
        note,
        claimant: { slug: "example-ministry" },
        place: { slug: "example-marsh", kind: "region" },
        attribution: [
          { role: "claimed_by", asPrinted: "le ministère de l’Exemple" },
          { role: "published_by", agent: { slug: "example-gazette" }, asPrinted: null },
        ],
      });
      expect(found!.mentions[0]).toEqual(found!.anchor);
      expect(found!.mentions[1]).toMatchObject({
        sentence: repeated,
        comparator: ">=",
        cue: "Nous",
        attribution: [],
      });
      for (const { sentence, sentenceStart, sentenceEnd, numberStart, numberEnd, prefix, suffix } of found!
        .mentions) {
        expect(source.text.slice(sentenceStart, sentenceEnd)).toBe(sentence);
        expect(sentence.slice(numberStart, numberEnd)).toMatch(/^1\s500$/);
        expect(source.text).toContain(prefix + sentence + suffix);
      }
    });

    test("that nobody claims says so", async () => {
      const relayed = [{ role: "relayed_by", agent: "stork-watch", asPrinted: null } as const];
      const figure = figureOf(source, "20");
      const [mention] = figure.mentions;
      const mentions = [{ ...mention!, attribution: relayed }];
      const heard = { ...figure, unattributed: true, mentions };
      const found = await find(heard, await published(scratch.db, heard));
      expect(found).toMatchObject({ claimant: null, attribution: [{ role: "relayed_by" }] });
    });

    test("at a revision of the collection is for ever what it was then", async () => {
      const [figure, neighbour] = [figureOf(source, "20"), figureOf(source, "7")];
      const first = await published(scratch.db, figure, neighbour);
      const then = await find(figure, first);
      const list = { revision: first, size: 100 };
      const page = await listFigures(scratch.db, {}, list);
      const chart = await listMetricFigures(scratch.db, figure.metric, {}, first);

      const { publicId } = figure;
      await revise(
        figureOf(source, "21", { publicId, note: { fr: "Vu", en: "Seen" }, modality: "denied" }),
        2,
      );
      const second = await publish(scratch.db, figure);
      await revise(figureOf(source, "22", { publicId, metric: "storks-gone" }), 4, "correction");
      const third = await publish(scratch.db, figure);

      expect(await find(figure, first)).toEqual(then);
      expect(await listFigures(scratch.db, {}, list)).toEqual(page);
      expect(await listMetricFigures(scratch.db, figure.metric, {}, first)).toEqual(chart);
      expect(then).toMatchObject({ value: "20", revision: 1, change: "first", note: null });
      expect(await find(figure, second)).toMatchObject({
        value: "21",
        revision: 2,
        change: "revision",
        modality: "denied",
      });
      expect(await find(figure, third)).toMatchObject({ value: "22", revision: 3, change: "correction" });
      expect(await find(neighbour, third)).toEqual(await find(neighbour, first));
      const values = async (revision: number) =>
        (await listAllFigures(scratch.db, {}, revision))
          .filter(({ id }) => id === publicId)
          .map(({ value }) => value);
      expect([await values(first), await values(second), await values(third)]).toEqual([
        ["20"],
        ["21"],
        ["22"],
      ]);
    });

    test("is not shown before it was published, nor as a draft", async () => {
      const figure = await aFigure(scratch.db, figureOf(source, "20"));
      const before = await published(scratch.db, figureOf(source, "21"));
      expect(await find(figure, before)).toBeNull();
      const revision = await publish(scratch.db, figure);
      expect(await find(figure, before)).toBeNull();
      expect(await find(figure, revision)).toMatchObject({ value: "20" });
      expect(await findFigure(scratch.db, "zzzzzzzz", revision)).toBeNull();
    });

    test("is superseded from the revision on at which the newer one is published", async () => {
      const old = figureOf(source, "20");
      const before = await published(scratch.db, old);
      const newer = figureOf(source, "21", { supersedes: old.publicId });
      const since = await published(scratch.db, newer);
      expect(await find(old, before)).toMatchObject({ supersededBy: null });
      expect(await find(old, since)).toMatchObject({ supersededBy: newer.publicId });
      expect(await find(newer, since)).toMatchObject({ supersedes: old.publicId, supersededBy: null });
    });

    test("that was retracted keeps its page and leaves the lists", async () => {
      const figure = figureOf(source, "20");
      const before = await published(scratch.db, figure);
      const since = await retract(scratch.sql, figure);
      expect(await find(figure, before)).toMatchObject({ status: "published" });
      expect(await find(figure, since)).toMatchObject({ status: "retracted", value: "20" });
      const listed = async (revision: number) =>
        (await listAllFigures(scratch.db, {}, revision)).some(({ id }) => id === figure.publicId);
      expect([await listed(before), await listed(since)]).toEqual([true, false]);
    });

    test("that was retracted says why, and only since", async () => {
      const figure = figureOf(source, "20");
      const before = await published(scratch.db, figure);
      const { publicId } = figure;
      const { rowVersion } = (await findFigureState(scratch.db, publicId))!; // published just now
      const reason = "The ministry counted herons.";
      const since = done(await retractFigure(scratch.db, reviewer, { publicId, rowVersion, reason }));
      expect(await find(figure, before)).toMatchObject({ status: "published", retractedBecause: null });
      expect(await find(figure, since)).toMatchObject({ status: "retracted", retractedBecause: reason });
    });
  });
});
