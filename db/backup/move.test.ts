import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { openDatabase } from "../client";
import { lockIsFree } from "../testing/data-folder";
import { endServer } from "../testing/embedded-folder";
import { aCollection, aSource, everythingIn, published, storkFigure } from "../testing/makers";
import { openBare, openScratch, type Scratch } from "../testing/scratch";
import { moveTo } from "./move";
import { restoreEmbedded } from "./restore-embedded";
import { writeBackup } from "./write-backup";

async function storks(engine: "embedded" | "postgres"): Promise<Scratch> {
  const scratch = await openScratch(engine);
  onTestFinished(() => scratch.drop());
  await aCollection(scratch.db);
  await published(scratch.db, storkFigure(await aSource(scratch.db)));
  return scratch;
}

function aFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "vb-move-"));
  onTestFinished(async () => {
    await endServer(folder, "SIGKILL");
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  return folder;
}

const quiet = { report: () => {} };

describe("everything", () => {
  test("moves from the embedded database to PostgreSQL", async () => {
    const from = await storks("embedded");
    const to = await openBare("postgres");
    onTestFinished(() => to.drop());
    const { rows } = await moveTo(from, to.env);
    expect(rows).toBeGreaterThan(20);
    expect(await everythingIn(to.sql)).toBe(await everythingIn(from.sql));
  });

  test("moves from PostgreSQL to a folder, and a folder in use or with a database is not written over", async () => {
    const from = await storks("postgres");
    const dataDir = aFolder();
    await moveTo(from, { dataDir });
    const to = await openDatabase({ dataDir });
    const moved = await everythingIn(to.sql);
    expect(moved).toBe(await everythingIn(from.sql));
    const file = path.join(aFolder(), "storks.backup");
    await writeBackup(from, file);
    await expect(restoreEmbedded(dataDir, file, { replace: false, ...quiet })).rejects.toThrow(/--replace/);
    await expect(restoreEmbedded(dataDir, file, { replace: true, ...quiet })).rejects.toThrow(
      /stop the site/,
    );
    await to.close();
    await lockIsFree(dataDir);
    const { aside } = await restoreEmbedded(dataDir, file, { replace: true, ...quiet });
    expect(readdirSync(dataDir)).toContain(path.basename(aside!));
    const again = await openDatabase({ dataDir });
    onTestFinished(() => again.close());
    expect(await everythingIn(again.sql)).toBe(moved);
    expect(readdirSync(dataDir).filter((name) => name.startsWith("restoring"))).toEqual([]);
  }, 300_000); // two new clusters, each made, filled and closed

  test("that somebody writes to meanwhile is not called moved", async () => {
    const from = await storks("postgres");
    const to = await openBare("postgres");
    onTestFinished(() => to.drop());
    const report = (line: string) => {
      if (/taken out/.test(line)) writing = aSource(from.db, { slug: "late" });
    };
    let writing: Promise<unknown> = Promise.resolve();
    await expect(moveTo(from, to.env, report)).rejects.toThrow(/wrote to the old database meanwhile/);
    await writing;
  });
});
