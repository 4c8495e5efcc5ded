import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import type { FigureInput } from "@/domain/inputs";
import type { Db } from "../client";
import { changed, drafted, retracted } from "../testing/changes";
import {
  aCollection,
  aFigure,
  aSource,
  publish,
  published,
  storkFigure,
  type TestSource,
} from "../testing/makers";
import { eachEngine, type Scratch } from "../testing/scratch";
import { currentState, metricState, metricStates } from "./current-state";

const metrics = ["storks-nesting", "storks-gone"] as const;

eachEngine((open) => {
  let scratch: Scratch;
  let db: Db;
  let source: TestSource;
  let nesting: FigureInput;
  let gone: FigureInput;

  beforeAll(async () => {
    scratch = await open();
    db = scratch.db;
    await aCollection(db);
    source = await aSource(db);
    nesting = storkFigure(source, { publicId: "aaaaaaaa" });
    gone = storkFigure(source, { publicId: "bbbbbbbb", metric: "storks-gone" });
    await published(db, nesting, gone);
  });

  /** Which of the states a write gives a new name: that of everything, of one metric, of the other. */
  async function named(write: () => Promise<unknown>): Promise<string> {
    const states = async () => [
      String(await currentState(db)),
      ...(await Promise.all(metrics.map((metric) => metricState(db, metric, 99)))),
    ];
    const before = await states();
    await write();
    const after = await states();
    return ["all", ...metrics].filter((_, index) => before[index] !== after[index]).join(" ");
  }

  test("a draft is no reader's business", async () => {
    const why = { change: "correction", changeReason: "It is hearsay" } as const;
    expect(await named(() => drafted(db, nesting, { ...nesting, hearsay: true }, why))).toBe("");
    expect(await named(() => aFigure(db, storkFigure(source, { publicId: "cccccccc" })))).toBe("");
  });

  test("nor is who signs in; what nobody has thought of may be shown anywhere", async () => {
    const said = (verb: string) => scratch.sql`
      insert into audit_events (editor_id, verb, entity) values ('ana', ${verb}, 'editor:ana')`;
    for (const verb of ["sign_in", "use_token", "accept_suggestion"])
      expect(await named(() => said(verb)), verb).toBe("");
    expect(await named(() => said("stand_on_one_leg"))).toBe(`all ${metrics.join(" ")}`);
  });

  test("a publish is the business of the metrics it changes", async () => {
    expect(await named(() => publish(db, { ...nesting, publicId: "cccccccc" }))).toBe("all storks-nesting");
    expect(await named(() => publish(db, nesting))).toBe("all storks-nesting");
  });

  test("so is a retraction, and the move of a figure to another metric is that of both", async () => {
    const moved = await named(async () => {
      gone = await changed(
        db,
        gone,
        { metric: "storks-nesting" },
        { change: "revision", changeReason: "Moved" },
      );
    });
    expect(moved).toBe("all storks-nesting storks-gone");
    expect(await named(() => retracted(db, gone, "Said of another marsh"))).toBe(
      "all storks-nesting storks-gone",
    );
  });

  test("what replaces a figure of another metric changes that one too", async () => {
    const before = { publicId: "dddddddd", metric: "storks-gone" };
    await published(db, storkFigure(source, before));
    const heir = storkFigure(source, { publicId: "eeeeeeee", supersedes: "dddddddd" });
    expect(await named(() => published(db, heir))).toBe("all storks-nesting storks-gone");
  });

  test("a source or a name may be shown anywhere", async () => {
    expect(await named(() => aSource(db, { slug: "another" }))).toBe(`all ${metrics.join(" ")}`);
  });

  test("of all metrics at once it is what it is of each", async () => {
    const all = await metricStates(db, 2);
    for (const metric of metrics) expect(all.get(metric)).toBe(await metricState(db, metric, 2));
  });

  test("as a metric stood at a revision, it stands whatever is published later", async () => {
    const at = (revision: number) => metricState(db, "storks-nesting", revision);
    const first = await at(1);
    await publish(db, await aFigure(db, storkFigure(source, { publicId: "ffffffff" })));
    expect(await at(1)).toBe(first);
    expect(await at(99)).not.toBe(first);
  });

  test("the database's list of what readers do not see names verbs that there are", async () => {
    const folder = path.join(import.meta.dirname, "../mutations");
    const written = readdirSync(folder)
      .filter((name) => !name.endsWith(".test.ts"))
      .map((name) => readFileSync(path.join(folder, name), "utf8"))
      .join("\n");
    const [row] = await scratch.sql<{ source: string }[]>`
      select prosrc as source from pg_proc where proname = 'audit_reach'`;
    const verbs = [...row!.source.matchAll(/'(\w+)'/g)].map(([, verb]) => verb);
    expect(verbs.length).toBeGreaterThan(10);
    for (const verb of verbs) expect(written).toContain(`"${verb}"`);
  });
});
