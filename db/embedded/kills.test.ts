import { setTimeout as pause } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { findUnsound } from "../backup/soundness";
import { checkAuditChain } from "../queries/check-audit-chain";
import { aCollection, aSource, figureOf, published } from "../testing/makers";
import { openScratch } from "../testing/scratch";
import { openEmbedded } from "./ensure";

const kills = 25;

test("a database killed 25 times in the middle of writing keeps all that it acknowledged", async () => {
  const scratch = await openScratch("embedded");
  onTestFinished(() => scratch.drop());
  await aCollection(scratch.db);
  const source = await aSource(scratch.db);
  const acknowledged: string[] = [];
  let writing = true;
  const writer = (async () => {
    for (let number = 1; writing; number++) {
      const figure = figureOf(source, String(number), { publicId: String(number).padStart(8, "9") });
      const written = await published(scratch.db, figure).then(
        () => true,
        (error) => {
          if (!isCut(error)) throw error;
          return false;
        },
      );
      if (written) acknowledged.push(figure.publicId);
      else await pause(20);
    }
  })();
  const server = await openEmbedded(scratch.env.dataDir);
  onTestFinished(() => server.close());
  for (let kill = 0; kill < kills; kill++) {
    const before = acknowledged.length;
    await expect.poll(() => acknowledged.length, { timeout: 60_000 }).toBeGreaterThan(before);
    await pause(Math.random() * 50);
    const killed = server.pid();
    process.kill(killed, "SIGKILL");
    await expect.poll(() => server.pid(), { timeout: 60_000 }).not.toBe(killed);
  }
  const before = acknowledged.length;
  await expect.poll(() => acknowledged.length, { timeout: 60_000 }).toBeGreaterThan(before);
  writing = false;
  await writer;
  const rows = await scratch.sql`select public_id as id from figures where status = 'published'`;
  const kept = new Set(rows.map(({ id }) => id));
  expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
  expect(await findUnsound(scratch.db)).toBe(null);
  expect(await checkAuditChain(scratch.db)).toMatchObject({ sound: true });
}, 900_000);

/** Whether the connection went, and not the writer wrong. */
function isCut(error: unknown): boolean {
  for (let one = error; one instanceof Error; one = one.cause) {
    const { code } = one as NodeJS.ErrnoException;
    if (/CONN|ENOENT|EPIPE/.test(code ?? "")) return true;
  }
  return false;
}
