import { setTimeout as pause } from "node:timers/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { eachEngine, type Scratch } from "../testing/scratch";
import { askAlone } from "./stream-alone";
import { copyOut } from "./stream-copy";

const long = "copy (select repeat('x', 500) from generate_series(1, 60000)) to stdout";
const short = "copy (select 'x' from generate_series(1, 3)) to stdout";
const pieces = (database: Scratch, text: string | string[], signal?: AbortSignal) =>
  copyOut(database, [text].flat(), signal);
async function sizeOf(copy: AsyncIterator<Uint8Array>): Promise<number> {
  let size = 0;
  for (let next = await copy.next(); !next.done; next = await copy.next()) size += next.value.length;
  return size;
}

describe("a copy", () => {
  eachEngine((open, engine) => {
    let scratch: Scratch;
    beforeAll(async () => {
      scratch = await open();
    });
    /** Copies that the server is busy with; the embedded one has one session for all, so nobody could ask. */
    const running = async () => {
      const [row] = await scratch.sql`select count(*)::int as count from pg_stat_activity
        where query ilike 'copy (%' and state = 'active' and datname = current_database() and pid <> pg_backend_pid()`;
      return engine === "embedded" ? 0 : row!.count;
    };
    const nothingIsLeft = async () => {
      await expect.poll(running, { timeout: 1000, interval: 20 }).toBe(0);
      const answers = Array.from({ length: 20 }, () => scratch.sql`select 1`);
      expect(await Promise.all(answers)).toHaveLength(20);
      expect(await sizeOf(pieces(scratch, long))).toBe(60_000 * 501);
    };

    test("after another is read to its end, however slowly", async () => {
      const copy = pieces(scratch, [short, long, short, short, long]);
      const { value: first } = await copy.next();
      await pause(50);
      expect(first!.length + (await sizeOf(copy))).toBe(3 * 3 * 2 + 2 * 60_000 * 501);
      await nothingIsLeft();
    });

    test("that its reader leaves ends on the server too", async () => {
      for (let i = 0; i < 40; i++) {
        const gone = new AbortController();
        const copy = pieces(scratch, i % 2 ? long : [short, long], gone.signal);
        const first = copy.next();
        if (i % 4 < 2) await first;
        gone.abort(new Error("gone"));
        await Promise.allSettled([first]);
        if (i % 3 === 0) await copy.return(undefined);
        else await expect(sizeOf(copy).then(() => first)).rejects.toThrow("gone");
      }
      await nothingIsLeft();
    });

    test("that fails in the middle throws what the server said", async () => {
      const failing = "copy (select 1 / (50000 - n) from generate_series(1, 100000) n) to stdout";
      await expect(sizeOf(pieces(scratch, failing))).rejects.toThrow("division by zero");
      await expect(askAlone(scratch, "select 1 / 0")).rejects.toThrow("division by zero");
      await nothingIsLeft();
    });

    // Nothing interrupts a statement of the embedded engine, and it has one process: downloads go by short statements.
    if (engine === "embedded") return;

    test("that has not said a word yet can be left", async () => {
      const gone = new AbortController();
      const waiting = sizeOf(pieces(scratch, "copy (select pg_sleep(60)) to stdout", gone.signal));
      const asking = askAlone(scratch, "select pg_sleep(60)", gone.signal);
      setTimeout(() => gone.abort(new Error("gone")), 200);
      const ends = await Promise.allSettled([waiting, asking]);
      expect(ends.map((end) => end.status === "rejected" && String(end.reason))).toEqual(
        Array(2).fill("Error: gone"),
      );
      await nothingIsLeft();
    });

    test.each([
      ["before its reader begins", 0, 0],
      ["while it is read", 3, 0],
      ["while its reader is slow", 1, 200],
    ])("that the server kills %s fails, and the next one does not", async (_when, read, wait) => {
      for (let time = 0; time < 5; time++) {
        const copies = [pieces(scratch, long), pieces(scratch, long)];
        const first = copies.map((copy) => copy.next());
        if (read === 0) first.forEach((one) => void one.catch(() => {}));
        else await Promise.all(first);
        for (let more = 1; more < read; more++) await Promise.all(copies.map((copy) => copy.next()));
        await pause(wait);
        await expect
          .poll(async () => {
            const killed = await scratch.sql`select pg_terminate_backend(pid) from pg_stat_activity
              where query ilike 'copy (%' and state = 'active' and datname = current_database() and pid <> pg_backend_pid()`;
            return killed.length;
          })
          .toBeGreaterThan(0);
        const ends = await Promise.allSettled([...first, ...copies.map(sizeOf)]);
        expect(
          ends.some(({ status }) => status === "rejected"),
          "half a copy is never a whole one",
        ).toBe(true);
        await Promise.all(copies.map((copy) => copy.return(undefined)));
        await nothingIsLeft();
      }
    });

    test("that the server kills after its reader left harms nobody", async () => {
      for (let time = 0; time < 5; time++) {
        const copy = pieces(scratch, long);
        await copy.next();
        await Promise.all([
          copy.return(undefined),
          scratch.sql`select pg_terminate_backend(pid) from pg_stat_activity
            where query ilike 'copy (%' and state = 'active' and datname = current_database() and pid <> pg_backend_pid()`,
        ]);
        await nothingIsLeft();
      }
    });
  });
});
