import { beforeAll, describe, expect, test } from "vitest";
import type { ImportMap } from "@/domain/import/map";
import type { NewEntry } from "@/domain/import/row";
import { anArticle, storkArticle } from "../testing/articles";
import { aCollection, both, done, writer } from "../testing/makers";
import { eachEngine, type Scratch } from "../testing/scratch";
import { aCheck, storkHeader, storkMap, storkNights } from "../testing/tables";
import { prepareImport } from "./prepare-import";
import { runImport } from "./run-import";
import { beginImport } from "./work-on-import";

type Lists = NonNullable<ImportMap["lists"]>;
const agent = { inSentence: null, mark: null, aliases: [], kind: "organisation" as const };
const metric: NonNullable<Lists["metrics"]>[number] = {
  ...{ slug: "eggs", name: both("Eggs"), definition: both("Eggs laid"), group: "supplies", kind: "flow" },
  ...{ unit: "egg", allowedUnits: ["egg", "nest"], plausibleLow: null, plausibleHigh: null },
  ...{ longestSilenceDays: null, position: 1 },
};
const place = { slug: "reeds", name: both("Reeds"), kind: "zone" as const };

/** Maps that name what nobody has, with the keys at fault and what stands there. */
const wrong: readonly [what: string, lists: Lists, at: readonly [key: string, says: string][]][] = [
  [
    "a side",
    { agents: [{ ...agent, slug: "herons", name: both("Herons"), side: "nobody" }] },
    [["lists.agents.0.side", "nobody"]],
  ],
  [
    "a place around another",
    { places: [{ ...place, parent: "nowhere" }] },
    [["lists.places.0.parent", "nowhere"]],
  ],
  [
    "units",
    { metrics: [metric] },
    [
      ["lists.metrics.0.unit", "egg"],
      ["lists.metrics.0.allowedUnits.1", "nest"],
    ],
  ],
];

describe("a map that names what nobody has", () => {
  eachEngine((open) => {
    let scratch: Scratch;
    let text = "";
    beforeAll(async () => {
      scratch = await open();
      await aCollection(scratch.db);
      text = (await anArticle(scratch.db, storkArticle)).slug;
    });

    /** What the check finds, and what writing would have said had the check let it pass. */
    async function bothSay(map: ImportMap, entries: NewEntry[] = []) {
      const rows = storkNights(2).map((row) => ({ ...row, creates: entries }));
      const { publicId, report, readings } = await aCheck(scratch.db, rows, map);
      const ran = await runImport(scratch, writer, publicId, readings, { only: "all", header: storkHeader });
      expect(ran).toMatchObject({ refusal: { fields: { rows: ["2 cannot be taken in"] } } });
      const { rowVersion } = done(await beginImport(scratch.db, writer, { publicId, work: "importing" }));
      const work = { publicId, rowVersion, entries, header: storkHeader };
      const written = await prepareImport(scratch.db, writer, work);
      const fields = !written.ok && written.refusal.kind === "invalid" ? written.refusal.fields : {};
      return { problems: report.problems, counts: report.counts, fields };
    }

    test.each(wrong)("%s is refused by the check as by the run", async (_, lists, at) => {
      const { problems, counts, fields } = await bothSay(storkMap({ lists }));
      expect(counts).toMatchObject({ new: 0, refused: 2 });
      expect(problems.map(({ rule, column, cell }) => [rule, column, cell])).toEqual(
        at.map((one) => ["unknown_in_map", ...one]),
      );
      expect(Object.keys(fields)).toEqual(at.map(([key]) => `map.${key}`));
    });

    test("a publisher is refused by the check as by the run", async () => {
      const dataset = { ...storkMap().dataset!, publisher: "nobody" };
      const { problems, fields } = await bothSay(storkMap({ dataset }));
      expect(problems).toMatchObject([
        { rule: "unknown_in_map", column: "dataset.publisher", cell: "nobody" },
      ]);
      expect(fields).toHaveProperty(["map.dataset.publisher"]);
    });

    test("or says that a text is the table, is refused by the check as by the run", async () => {
      const { problems, fields } = await bothSay(
        storkMap({ dataset: { ...storkMap().dataset!, slug: text } }),
      );
      expect(problems).toMatchObject([
        { rule: "text_in_map", column: "dataset.slug", cell: text, rows: "2-3" },
      ]);
      expect(fields).toHaveProperty(["map.dataset.slug"]);
    });

    test("or would make places within it, refuses the rows that would", async () => {
      const reeds = {
        list: "places",
        slug: "reeds",
        name: "Reeds",
        kind: "zone",
        parent: "nowhere",
      } as const;
      const { problems, fields } = await bothSay(storkMap(), [reeds]);
      expect(problems).toMatchObject([
        { rule: "unknown_in_map", column: "fields.place.create.parent", cell: "nowhere", count: 2 },
      ]);
      expect(fields).toEqual({ parent: ["no such entry in places: nowhere"] });
    });

    test("in an entry that is there already, is passed over: that entry stays as it is", async () => {
      const watch = { ...agent, slug: "stork-watch", name: both("Watch"), side: "nobody" };
      const { report } = await aCheck(scratch.db, storkNights(2), storkMap({ lists: { agents: [watch] } }));
      expect(report.counts).toMatchObject({ new: 2, refused: 0 });
    });
  });
});
