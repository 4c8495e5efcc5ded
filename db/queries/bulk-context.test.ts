import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { FigureInput } from "@/domain/inputs";
import { mergeAgents } from "../mutations/merge-agents";
import { recordAgents } from "../mutations/record-agents";
import { recordFigureChecks } from "../mutations/record-figure-checks";
import {
  aCollection,
  aMention,
  anUncheckedFigure,
  aSource,
  counted,
  done,
  figureOf,
  loader,
  noDate,
  on,
  publish,
  repeated,
  reviewer,
  storkCheck,
} from "../testing/makers";
import { eachEngine, type Scratch } from "../testing/scratch";
import { BulkContext } from "./bulk-context";
import { findValidationContext } from "./find-validation-context";

type Drawn = {
  readonly day: number;
  readonly until: number;
  readonly value: number;
  readonly undated: boolean;
  readonly statistic: "point" | "cumulative";
  readonly claimant: "example-ministry" | "stork-watch" | "the-watch" | null;
  readonly place: "example-marsh" | "example-land" | null;
  readonly deprecated: boolean;
  readonly again: boolean;
  readonly published: boolean;
};

const drawn: fc.Arbitrary<Drawn> = fc.record({
  day: fc.integer({ min: 1, max: 9 }),
  until: fc.integer({ min: 0, max: 1 }),
  value: fc.integer({ min: 1, max: 3 }),
  undated: fc.boolean(),
  statistic: fc.constantFrom("point", "point", "cumulative"),
  claimant: fc.constantFrom("example-ministry", "stork-watch", "the-watch", null),
  place: fc.constantFrom("example-marsh", "example-marsh", "example-land", null),
  deprecated: fc.boolean(),
  again: fc.boolean(),
  published: fc.boolean(),
});

describe("what is known around figures", () => {
  eachEngine((open) => {
    let scratch: Scratch;
    let sources: Awaited<ReturnType<typeof aSource>>[];
    beforeAll(async () => {
      scratch = await open();
      const { db } = scratch;
      await aCollection(db);
      sources = [await aSource(db), await aSource(db, { slug: "stork-echo", lang: "en" })];
      const watch = {
        slug: "the-watch",
        name: { fr: "La Veille", en: "The Watch" },
        kind: "organisation",
      } as const;
      done(
        await recordAgents(db, loader, [{ ...watch, inSentence: null, side: null, mark: null, aliases: [] }]),
      );
      done(await mergeAgents(db, reviewer, { from: "the-watch", into: "stork-watch" }));
    });

    const figureFrom = (one: Drawn): FigureInput => {
      const source = sources[one.again ? 1 : 0]!;
      const attribution =
        one.claimant === null ? [] : [{ role: "claimed_by" as const, agent: one.claimant, asPrinted: null }];
      const mention = aMention(
        source,
        one.again ? repeated : counted,
        one.again ? "1\u202f500" : "1\u00a0500",
        {
          attribution,
        },
      );
      const start = `2031-05-0${one.day}`;
      const end = `2031-05-${String(one.day + one.until).padStart(2, "0")}`;
      const dates = { ...on(start), end };
      return figureOf(source, String(one.value), {
        ...{ statistic: one.statistic, place: one.place },
        ...{ rank: one.deprecated ? "deprecated" : "normal" },
        period: one.undated ? noDate : dates,
        reportedOn: dates,
        mentions: [mention],
      });
    };

    test("is the same in bulk as one by one", async () => {
      const { db } = scratch;
      const figures: (FigureInput & { at: "published" | "draft" })[] = [];
      for (const one of fc.sample(drawn, { numRuns: 60, seed: 7 })) {
        const figure = await anUncheckedFigure(db, { ...figureFrom(one), value: "1500" });
        figures.push({ ...figure, at: one.published ? "published" : "draft" });
      }
      const shown = figures.filter(({ at }) => at === "published");
      await publish(db, ...shown);
      done(
        await recordFigureChecks(db, loader, [
          storkCheck(sources[0]!, figures[0]!.publicId, figures[1]!.publicId),
        ]),
      );
      const inputs = figures.map(({ at: _, ...input }) => input);
      for (const among of ["all", "published"] as const) {
        const bulk = await BulkContext.open(db, inputs, { among });
        for (const input of inputs)
          expect(bulk.contextOf(input)).toEqual(await findValidationContext(db, input, { among }));
      }
    });

    test("counts figures that are not there yet", async () => {
      const { db } = scratch;
      const inputs = fc
        .sample(drawn, { numRuns: 25, seed: 11 })
        .map((one) => ({ ...figureFrom(one), value: "1500" }));
      const bulk = await BulkContext.open(db, inputs);
      for (const input of inputs) bulk.put(input);
      const foretold = inputs.map((input) => bulk.contextOf(input));
      for (const input of inputs) await anUncheckedFigure(db, input);
      for (const [index, input] of inputs.entries())
        expect(foretold[index]).toEqual(await findValidationContext(db, input));
    });
  });
});
