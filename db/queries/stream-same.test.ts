import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tableFormatNames } from "@/domain/export/formats";
import { publishFigures } from "../mutations/publish-figures";
import { reviseFigure } from "../mutations/revise-figure";
import {
  aCollection,
  aMention,
  aSource,
  counted,
  done,
  figureOf,
  loader,
  manyPublished,
  noDate,
  repeated,
  retract,
  storkFigure,
} from "../testing/makers";
import { eachEngine, type Scratch } from "../testing/scratch";
import { findExport } from "./stream-figures";
import { streamTable } from "./stream-table";

const corrections = 30;
const chain = (links: number) =>
  Array.from({ length: links }, (_, index) => ({
    role: index === 0 ? ("claimed_by" as const) : ("relayed_by" as const),
    agent: index % 2 ? "example-gazette" : "example-ministry",
    asPrinted: null,
  }));

describe("the same address", () => {
  const everywhere: Record<string, string>[] = [];
  afterAll(() => {
    // Said here too, should the last of the engines have been left out.
    expect(new Set(everywhere.map((one) => JSON.stringify(one))).size).toBe(1);
  });

  eachEngine((open) => {
    let scratch: Scratch;
    let revision: number;
    const ids = Array.from({ length: corrections }, (_, index) => `c${String(index).padStart(7, "0")}`);
    const figure = (source: { slug: string; text: string }, index: number) => {
      const publicId = ids[index]!;
      if (index === 0) return storkFigure(source, { publicId, place: null, period: noDate });
      const attribution = chain(1 + (index % 7));
      if (index % 2 === 0) {
        const mentions = [aMention(source, counted, "un cinquième", { readsAs: String(index), attribution })];
        return figureOf(source, String(index), { publicId, mentions });
      }
      const twice = [
        aMention(source, counted, "1\u00a0500", { attribution }),
        aMention(source, repeated, "1\u202f500", { attribution }),
      ];
      return storkFigure(source, { publicId, mentions: twice });
    };

    beforeAll(async () => {
      scratch = await open();
      await aCollection(scratch.db);
      const source = await aSource(scratch.db, { passages: [counted, repeated] });
      revision = await manyPublished(
        scratch.db,
        ids.map((_, index) => figure(source, index)),
      );
    });

    const fingerprints = async (asOf = revision) => {
      const found = await findExport(scratch, {
        query: { as_of: String(asOf) },
        revision: asOf,
        lang: "fr",
        site: "https://example.org",
      });
      const about = { slug: "storks", title: "Storks", revision: asOf, site: "", request: `as_of=${asOf}` };
      const sums: Record<string, string> = {};
      for (const format of tableFormatNames) {
        const sum = createHash("sha256");
        for await (const piece of streamTable({ format, raw: false, excel: false }, about, found))
          sum.update(piece);
        sums[format] = sum.digest("hex");
      }
      return sums;
    };

    test("gives the same bytes in every format, before and after corrections, on every engine", async () => {
      const before = await fingerprints();
      const rows = await scratch.sql`select public_id as id, row_version as version from figures order by 1`;
      expect(rows).toHaveLength(corrections);
      const source = await aSource(scratch.db, { slug: "later", passages: [counted, repeated] });
      await scratch.db.transaction(async (tx) => {
        for (const [index, { id: publicId, version: rowVersion }] of rows.entries()) {
          const again = figureOf(source, String(1000 + index), { publicId });
          const why = { change: "correction" as const, changeReason: "Misread" };
          done(await reviseFigure(tx, loader, { ...again, ...why, rowVersion }));
        }
        done(await publishFigures(tx, loader, { publicIds: ids, route: "seed", summary: "Corrected" }));
      });
      await retract(scratch.sql, { publicId: ids[0]! } as never);
      const after = await fingerprints();
      expect(after).toEqual(before);
      expect(await fingerprints(revision + 1), "the corrections are there").not.toEqual(before);
      everywhere.push(before);
      expect(everywhere.at(-1)).toEqual(everywhere[0]);
    });
  });
});
