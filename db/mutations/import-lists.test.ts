import { beforeAll, describe, expect, test } from "vitest";
import type { NewEntry } from "@/domain/import/row";
import { findImport, findImportFile, findRememberedMap, listImports } from "../queries/find-import";
import { aCollection, done, reviewer, sha256, writer } from "../testing/makers";
import { eachEngine, type Scratch } from "../testing/scratch";
import { aCheck, aFile, anImport, night, storkHeader, storkMap, storkNights } from "../testing/tables";
import { mapImport } from "./map-import";
import { recordImport } from "./record-import";
import { beginImport } from "./work-on-import";

const both = (words: string) => ({ fr: words, en: words });
const eggs = {
  ...{
    slug: "eggs",
    name: both("Eggs"),
    definition: both("Eggs that were laid"),
    group: "supplies" as const,
  },
  ...{ kind: "flow" as const, unit: "egg", allowedUnits: ["egg"], plausibleLow: null, plausibleHigh: null },
  ...{ longestSilenceDays: null, position: 9 },
};
const egg = { slug: "egg", name: both("eggs"), symbol: both("eggs") };

describe("what an import brings along", () => {
  eachEngine((open) => {
    let scratch: Scratch;
    const db = () => scratch.db;
    beforeAll(async () => {
      scratch = await open();
      await aCollection(scratch.db);
    });

    test("is recorded where it is not there, and leaves alone what is", async () => {
      const before = await scratch.sql`select * from agents where slug = 'stork-watch'`;
      const watch = { slug: "stork-watch", name: both("Another"), kind: "person" as const };
      const agents = [{ ...watch, inSentence: null, side: null, mark: null, aliases: [] }];
      const map = { ...storkMap(), lists: { units: [egg], metrics: [eggs], agents } };
      const creates: NewEntry[] = [
        { list: "agents", slug: "egg-watch", name: "Egg Watch", kind: "organisation" },
        { list: "places", slug: "reed-bed", name: "Reed Bed", kind: "zone", parent: "example-marsh" },
      ];
      const row = { metric: "eggs", unit: "egg", claimant: "egg-watch", place: "reed-bed", creates };
      const { report, written } = await anImport(db(), [{ ...row, value: "12", reported_on: night(5) }], map);
      expect(report.counts).toMatchObject({ new: 1, refused: 0 });
      expect(report.creates).toEqual({ agents: ["egg-watch"], places: ["reed-bed"], sources: 0 });
      expect(written).toEqual({ new: 1, changed: 0 });
      expect(await scratch.sql`select * from agents where slug = 'stork-watch'`).toEqual(before);
      const made =
        await scratch.sql`select p.slug, o.slug as parent from places p join places o on o.id = p.parent_id
        where p.slug = 'reed-bed'`;
      expect(made).toMatchObject([{ slug: "reed-bed", parent: "example-marsh" }]);
    });

    test("is kept once as a file, by each who brings it", async () => {
      const file = { fileName: "storks.csv", bytes: new TextEncoder().encode("a,b\n1,2\n") };
      const first = done(await recordImport(db(), writer, file));
      expect(done(await recordImport(db(), writer, { ...file, fileName: "again.csv" }))).toEqual(first);
      expect(done(await recordImport(db(), reviewer, file))).not.toEqual(first);
      const kept = await findImportFile(db(), first.publicId);
      expect(kept).toEqual({ fileName: "storks.csv", bytes: expect.anything(), refused: null });
      expect(new TextDecoder().decode(kept!.bytes)).toBe("a,b\n1,2\n");
      expect((await listImports(db())).map(({ publicId }) => publicId)).toContain(first.publicId);
    });

    test("is mapped as the last file with these columns was", async () => {
      const headerSha256 = sha256("night,claimant,value,note");
      const publicId = await aFile(db());
      const { rowVersion } = (await findImport(db(), publicId))!;
      const map = storkMap({ empty: ["n/a"] });
      expect(await findRememberedMap(db(), headerSha256)).toBeNull();
      done(await mapImport(db(), writer, { publicId, rowVersion, map, headerSha256 }));
      expect(await findRememberedMap(db(), headerSha256)).toEqual(map);
      const stale = await mapImport(db(), writer, { publicId, rowVersion, map });
      expect(stale).toEqual({ ok: false, refusal: { kind: "conflict" } });
    });

    test("is not mapped anew once it was taken in, nor taken in before it was checked", async () => {
      const unread = await aFile(db());
      const early = await beginImport(db(), writer, { publicId: unread, work: "importing" });
      expect(early).toMatchObject({ refusal: { kind: "invalid", fields: { state: ["is not checked"] } } });
      const { publicId } = await anImport(db(), storkNights(1));
      const { rowVersion } = (await findImport(db(), publicId))!;
      expect(await mapImport(db(), writer, { publicId, rowVersion, map: storkMap() })).toMatchObject({
        refusal: { kind: "invalid" },
      });
    });

    test("gives refused rows back", async () => {
      const rows = [{ value: "7", unit: "percent" }];
      const { publicId } = await aCheck(db(), rows);
      const { refused } = (await findImportFile(db(), publicId))!;
      expect(new TextDecoder().decode(refused!)).toBe(
        `${storkHeader},refused_row,refused_because\n2031-05-04,example-ministry,7,,2,The metric does not allow this unit.\n`,
      );
    });
  });
});
