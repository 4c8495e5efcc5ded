import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { findFigureState } from "./queries/find-figure-state";
import { findImport } from "./queries/find-import";
import { runImportCommand } from "./testing/import-process";
import { aCollection, everythingIn } from "./testing/makers";
import { eachEngine, type Scratch } from "./testing/scratch";

vi.setConfig({ testTimeout: 300_000 }); // every step is a process of its own, which a busy machine is slow to start

const folder = mkdtempSync(path.join(tmpdir(), "vb-import-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fileOf(name: string, content: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

const map = {
  dataset: {
    ...{ slug: "marsh-bulletins", title: "Bulletins of the marsh", publisher: "stork-watch" },
    ...{ url: "https://storks.example/bulletins.csv", lang: "en", published: null },
  },
  fields: {
    metric: { is: "storks-nesting" },
    value: "storks",
    period_start: "day",
    claimant: "who",
    sentence: "quote",
    source_url: "link",
    source_title: "title",
    publisher: { is: "stork-watch" },
    note: "note",
  },
};
const mapFile = fileOf("map.json", JSON.stringify(map));

type Row = readonly [day: string, who: string, storks: string, note?: string];
const header = "day,who,storks,note,quote,link,title";
const csv = (rows: readonly Row[]) =>
  [
    header,
    ...rows.map(
      ([day, who, storks, note = ""]) =>
        `${day},${who},${storks},${note},"On ${day}, ${storks} storks were nesting, the ministry said.",https://storks.example/${day},Bulletin of ${day}`,
    ),
    "",
  ].join("\n");

const day = (number: number) => `2031-05-${String(number).padStart(2, "0")}`;
const rows = (count: number): Row[] =>
  Array.from({ length: count }, (_, at) => [day(at + 1), "example-ministry", String(800 + at)]);

describe("the import command", () => {
  eachEngine((open) => {
    let scratch: Scratch;
    beforeAll(async () => {
      scratch = await open();
      await aCollection(scratch.db);
    });
    const run = (args: readonly string[], options = {}) => runImportCommand(scratch.env, args, options);
    const everything = () => everythingIn(scratch.sql);
    const reported = ({ out }: { out: string }) => JSON.parse(out);

    test("says how it is called, and ends in 2 where it cannot be understood", async () => {
      const before = await everything();
      const help = await run(["--help"], { fromSource: true });
      expect(help).toMatchObject({ code: 0, out: expect.stringContaining("--only-valid") });
      const wrong: readonly (readonly [string[], string])[] = [
        [[path.join(folder, "nowhere.csv"), "--map", mapFile], "cannot be opened"],
        [[fileOf("b.csv", csv(rows(1))), "--map", fileOf("bad.json", '{"fields":{}}')], "dataset"],
        [[fileOf("c.csv", csv(rows(1)))], "needs a map"],
        [[fileOf("e.csv", csv(rows(1))), "--map", mapFile, "--as", "nobody@example.org"], "Nobody has"],
      ];
      for (const [args, why] of wrong) {
        const ended = await run(args);
        expect(ended, args.join(" ")).toMatchObject({ code: 2, out: "" });
        expect(ended.told).toContain(why);
      }
      expect(await everything()).toBe(before);
    });

    test("tells in a dry run what it would do, and writes nothing", async () => {
      const before = await everything();
      const ended = await run(["-", "--map", mapFile, "--dry-run", "--report", "-"], { input: csv(rows(3)) });
      expect(ended.code).toBe(0);
      expect(reported(ended)).toMatchObject({
        ...{ file: "standard input", dryRun: true, import: null, written: null },
        counts: { rows: 3, figures: 3, new: 3, changed: 0, refused: 0, needsAnchor: 0 },
        sums: { value: "2403" },
        creates: { sources: 3 },
      });
      expect(await everything()).toBe(before);
    });

    test("keeps all out where a row is refused, unless only the valid ones are asked for", async () => {
      const before = await everything();
      const file = fileOf(
        "mixed.csv",
        csv([...rows(2), [day(3), "nobody we know", "9"], [day(4), "x", "many"]]),
      );
      const kept = await run([file, "--map", mapFile, "--report", "-"]);
      expect(kept.code).toBe(1);
      expect(kept.told).toContain("nothing was written: 2 refused");
      expect(reported(kept)).toMatchObject({
        import: null,
        counts: { new: 2, refused: 2 },
        problems: expect.arrayContaining([
          expect.objectContaining({ rule: "unknown_name", column: "who", cell: "nobody we know", rows: "4" }),
        ]),
      });
      expect(await everything()).toBe(before);

      const taken = await run([file, "--map", mapFile, "--only-valid", "--report", "-"]);
      expect(taken.code).toBe(1);
      const { import: id, written } = reported(taken);
      expect(written).toEqual({ new: 2, changed: 0 });
      expect((await run(["--undo", id])).told).toContain("taken back: 2 new");
      expect(await findImport(scratch.db, id)).toMatchObject({
        state: "undone",
        author: { name: "Import command" },
      });
    });

    test("takes a table in once, its next version as changes, and a batch to readers by another's hand", async () => {
      const first = await run([fileOf("v1.csv", csv(rows(5))), "--map", mapFile, "--report", "-"]);
      expect(first.code).toBe(0);
      const { import: id } = reported(first);
      const again = await run([fileOf("v1 again.csv", csv(rows(5))), "--map", mapFile, "--report", "-"]);
      expect(again.code).toBe(0);
      expect(reported(again)).toMatchObject({ import: null, counts: { new: 0, changed: 0, unchanged: 5 } });

      expect((await run(["--submit", id])).told).toContain("5 drafts submitted");
      const stranger = await run(["--approve", id, "--as", "nobody@example.org"]);
      expect(stranger.code).toBe(2);
      await scratch.sql`update editors set email = 'rui@example.org' where id = 'rui'`;
      const approved = await run([
        "--approve",
        id,
        "--as",
        "Rui@Example.org",
        "--comment",
        "Held against the file.",
      ]);
      expect(approved.told).toContain("5 figures published");
      expect(approved.code).toBe(0);
      const [{ public_id: figure }] = (await scratch.sql`select f.public_id from import_rows r
        join imports i on i.id = r.import_id join figures f on f.id = r.figure_id
        where i.public_id = ${id} order by r.row limit 1`) as unknown as [{ public_id: string }];
      expect(await findFigureState(scratch.db, figure)).toMatchObject({ status: "published" });
      const undone = await run(["--undo", id]);
      expect(undone.code).toBe(1);
      expect(undone.told).toContain("5 of its figures are or were before readers");

      const next = rows(5).map((row, at): Row => (at === 2 ? [row[0], row[1], row[2], "recounted"] : row));
      const changed = await run([
        fileOf("v2.csv", csv(next)),
        "--map",
        mapFile,
        "--dry-run",
        "--report",
        "-",
      ]);
      expect(reported(changed).counts).toMatchObject({ changed: 1, unchanged: 4 });
    });

    test("goes on where it was killed, by being called again", async () => {
      const many = Array.from({ length: 1500 }, (_, at): Row => {
        const date = new Date(Date.UTC(2020, 0, 1 + at)).toISOString().slice(0, 10);
        return [date, "example-ministry", String(800 + (at % 7))];
      });
      const file = fileOf("many.csv", csv(many));
      const slug = {
        ...map,
        dataset: { ...map.dataset, slug: "marsh-history", title: "History of the marsh" },
      };
      const args = [file, "--map", fileOf("many.json", JSON.stringify(slug)), "--report", "-"];
      const killed = await run(args, { killAfter: /figures written (5|10)00 of 1500/ });
      expect(killed.code).toBeNull();
      const [{ done }] =
        (await scratch.sql`select done from imports order by id desc limit 1`) as unknown as [
          { done: number },
        ];
      expect(done).toBeGreaterThanOrEqual(500);
      await scratch.sql`update imports set heartbeat_at = now() - interval '1 minute' where state = 'importing'`;
      const ended = await run(args);
      expect(ended.told).toMatch(/1500 new and 0 changed figures are drafts now/);
      const [{ count }] = (await scratch.sql`select count(*)::int as count from dataset_rows d
        join sources s on s.id = d.source_id where s.slug = 'marsh-history'`) as unknown as [
        { count: number },
      ];
      expect(count).toBe(1500);
    });

    test("prints a map to start from", async () => {
      const ended = await run([fileOf("s.csv", csv(rows(2))), "--suggest"]);
      expect(ended.code).toBe(0);
      expect(JSON.parse(ended.out)).toMatchObject({
        dataset: { lang: "en" },
        fields: { period_start: { column: "day" }, sentence: { column: "quote" } },
      });
    });
  });
});
