import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { openDatabase } from "../client";
import { endServer } from "../testing/embedded-folder";
import { aCollection, aSource, everythingIn, published, storkFigure } from "../testing/makers";
import { openBare, openScratch, type Scratch } from "../testing/scratch";
import { moveTo } from "./move";

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

describe("everything", () => {
  test("moves from the embedded database to PostgreSQL", async () => {
    const from = await storks("embedded");
    const to = await openBare("postgres");
    onTestFinished(() => to.drop());
    const { rows } = await moveTo(from, to.env);
    expect(rows).toBeGreaterThan(20);
    expect(await everythingIn(to.sql)).toBe(await everythingIn(from.sql));
  });

  test("moves from PostgreSQL to a folder", async () => {
    const from = await storks("postgres");
    const dataDir = aFolder();
    await moveTo(from, { dataDir });
    const to = await openDatabase({ dataDir });
    onTestFinished(() => to.close());
    expect(await everythingIn(to.sql)).toBe(await everythingIn(from.sql));
  }, 180_000); // a new cluster is made, and filled by every migration: 15 s of a processor

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
