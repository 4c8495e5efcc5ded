import { beforeAll, describe, expect, test } from "vitest";
import type { FigureInput } from "@/domain/inputs";
import { mergeAgents } from "../mutations/merge-agents";
import { mergePlaces } from "../mutations/merge-places";
import { recordAgents } from "../mutations/record-agents";
import { recordPlaces } from "../mutations/record-places";
import {
  aCollection,
  admin,
  aFigure,
  aMention,
  aSource,
  counted,
  done,
  on,
  storkFigure,
  type TestSource,
  writer,
} from "../testing/makers";
import { eachEngine, type Scratch } from "../testing/scratch";
import { findValidationContext } from "./find-validation-context";

describe("what is known around a figure", () => {
  eachEngine((open) => {
    let scratch: Scratch;
    let source: TestSource;
    beforeAll(async () => {
      scratch = await open();
      await aCollection(scratch.db);
      source = await aSource(scratch.db);
    });

    const recordAgent = async (slug: string, side: string | null = null) => {
      const name = { fr: slug, en: slug };
      const rest = { inSentence: null, kind: "organisation", mark: null, aliases: [] } as const;
      done(await recordAgents(scratch.db, writer, [{ ...rest, slug, name, side, aliases: [] }]));
    };
    const recordPlace = async (slug: string) => {
      const name = { fr: slug, en: slug };
      done(await recordPlaces(scratch.db, writer, [{ slug, name, kind: "zone", parent: null }]));
    };
    const saidBy = (agent: string | null, wish: Partial<FigureInput> = {}) => {
      const attribution = agent === null ? [] : [{ role: "claimed_by", agent, asPrinted: null } as const];
      const mention = { ...aMention(source, counted, "1\u00a0500"), attribution: [...attribution] };
      return storkFigure(source, { mentions: [mention], ...wish });
    };
    const seriesAround = async (figure: FigureInput) =>
      (await findValidationContext(scratch.db, figure)).series.map(({ publicId }) => publicId);

    test("is one series once two claimants, subjects or places are merged, under either name", async () => {
      for (const slug of ["heron", "grey-heron", "storks", "tall-storks"]) await recordAgent(slug);
      for (const slug of ["pond", "mere"]) await recordPlace(slug);
      const day = (number: number) => ({ period: on(`2032-05-0${number}`), reportedOn: on("2032-05-09") });
      const old = await aFigure(
        scratch.db,
        saidBy("heron", { ...day(1), subject: "storks", place: "pond" }),
        writer,
      );
      const [asOld, asHeir] = [
        saidBy("heron", { ...day(2), subject: "storks", place: "pond" }),
        saidBy("grey-heron", { ...day(2), subject: "tall-storks", place: "mere" }),
      ];
      expect(await seriesAround(asOld)).toEqual([old.publicId]);
      const { db } = scratch;
      const merges = [
        () => mergeAgents(db, admin, { from: "heron", into: "grey-heron" }),
        () => mergeAgents(db, admin, { from: "storks", into: "tall-storks" }),
        () => mergePlaces(db, admin, { from: "pond", into: "mere" }),
      ];
      for (const merge of merges) {
        expect(await seriesAround(asHeir), "while anything else sets them apart").toEqual([]);
        done(await merge());
      }
      expect(await seriesAround(asHeir)).toEqual([old.publicId]);
      expect(await seriesAround(asOld)).toEqual([old.publicId]);
      expect(await seriesAround({ ...asHeir, place: null })).toEqual([]);
      expect(await seriesAround({ ...asHeir, subject: null })).toEqual([]);
    });

    test("keeps what nobody claims apart from what somebody does", async () => {
      await recordAgent("bittern");
      const days = { period: on("2033-05-01"), reportedOn: on("2033-05-09") };
      const theirs = await aFigure(scratch.db, saidBy("bittern", days), writer);
      const nobodys = await aFigure(scratch.db, saidBy(null, days), writer);
      const later = { ...days, period: on("2033-05-02") };
      expect(await seriesAround(saidBy("bittern", later))).toEqual([theirs.publicId]);
      expect(await seriesAround(saidBy(null, later))).toEqual([nobodys.publicId]);
      expect(await seriesAround(saidBy("no-such-bird", later))).toEqual([]);
    });

    test("says the side of a merged agent as its heir's, and a merged side as its heir", async () => {
      for (const slug of ["waders", "long-legs"]) await recordAgent(slug);
      await recordAgent("ruff");
      await recordAgent("philomachus", "waders");
      const { db } = scratch;
      done(await mergeAgents(db, admin, { from: "ruff", into: "philomachus" }));
      done(await mergeAgents(db, admin, { from: "waders", into: "long-legs" }));
      const { sides } = await findValidationContext(db, saidBy("ruff"));
      expect(sides).toEqual({ ruff: "long-legs", "white-storks": null });
    });
  });
});
