import { mkdirSync, renameSync, rmdirSync, rmSync, symlinkSync } from "node:fs";
import postgres from "postgres";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { dataFolder } from "../testing/data-folder";
import { type EmbeddedOptions, openEmbedded } from "./ensure";
import { filesIn } from "./folder";
import { takeLease } from "./lease";

async function open(folder: string, options?: EmbeddedOptions) {
  const server = await openEmbedded(folder, undefined, options);
  const sql = postgres({
    host: server.socketDir,
    port: 5432,
    user: "postgres",
    onnotice: () => {},
    backoff: () => 0.05,
  });
  const lost = vi.fn();
  server.onLost(lost);
  onTestFinished(async () => {
    await sql.end({ timeout: 1 });
    await server.close();
  });
  return { server, sql, lost };
}

/** A bare lease on a running server, as a using process has. */
async function takeUser(folder: string) {
  await open(folder);
  return (await takeLease(folder))!;
}

/** Waits until the database answers again. */
async function answersAgain(sql: postgres.Sql): Promise<void> {
  await vi.waitFor(() => sql`select 1`, { timeout: 40_000, interval: 50 });
}

describe("the watchdog", () => {
  test("brings back a killed server with every acknowledged row", async () => {
    const { server, sql, lost } = await open(await dataFolder());
    const killed = server.pid();
    await sql`create table kept (number int primary key)`;
    for (let number = 0; number < 20; number++) await sql`insert into kept values (${number})`;
    process.kill(killed, "SIGKILL");
    await vi.waitFor(() => expect(lost).toHaveBeenCalledTimes(1));
    await answersAgain(sql);
    await vi.waitFor(() => expect(server.pid()).not.toBe(killed));
    expect(await sql`select count(*)::int as rows from kept`).toEqual([{ rows: 20 }]);
  });

  test("kills and replaces a server that answers nothing any more", async () => {
    const { server, sql, lost } = await open(await dataFolder(), { patience: 500 });
    const hung = server.pid();
    process.kill(hung, "SIGSTOP");
    await vi.waitFor(() => expect(lost).toHaveBeenCalledTimes(1), { timeout: 10_000 });
    await answersAgain(sql);
    await vi.waitFor(() => expect(server.pid()).not.toBe(hung));
  });

  test("replaces a server whose engine has ended, which PGlite alone would ask again for ever", async () => {
    const { server, sql, lost } = await open(await dataFolder());
    const before = server.pid();
    // A COPY FROM STDIN behind a comment gets past the refusal, and ends the engine.
    await expect(sql.unsafe("/* */ copy pg_am from stdin")).rejects.toThrow();
    await vi.waitFor(() => expect(lost).toHaveBeenCalledTimes(1));
    await answersAgain(sql);
    await vi.waitFor(() => expect(server.pid()).not.toBe(before));
  });

  test("does not fight with that of another user: both end up on the same new server", async () => {
    const folder = await dataFolder();
    const [one, two] = await Promise.all([open(folder), open(folder)]);
    const killed = one.server.pid();
    process.kill(killed, "SIGKILL");
    await vi.waitFor(() => expect(one.lost.mock.calls.length * two.lost.mock.calls.length).toBe(1));
    await Promise.all([answersAgain(one.sql), answersAgain(two.sql)]);
    await vi.waitFor(() => expect(one.server.pid()).toBe(two.server.pid()));
    expect(one.server.pid()).not.toBe(killed);
  });
});

describe("the setup lock", () => {
  test("is held by one user at a time, and freed when its holder dies", async () => {
    const folder = await dataFolder();
    const [one, two, three] = await Promise.all([takeUser(folder), takeUser(folder), takeUser(folder)]);
    await one.acquire();
    let others = 0;
    const waiting = [two, three].map(async (user) => {
      await user.acquire();
      others++;
      return user;
    });
    // The server answers in order, so by now it has heard and not granted the others.
    for (const user of [two, three]) {
      user.ping(1);
      await user.until(({ pong }) => pong === 1);
    }
    expect(others).toBe(0);
    one.release();
    const next = await Promise.race(waiting);
    expect(others).toBe(1);
    await next.end();
    await Promise.all(waiting);
    expect(others).toBe(2);
  });
});

describe("a nearly full disk", () => {
  test("is written to no more, but read", async () => {
    const folder = await dataFolder();
    const { sql } = await open(folder, { leastFree: Number.MAX_SAFE_INTEGER });
    await expect(sql`create table more (word text)`).rejects.toMatchObject({ code: "25006" });
    expect(await sql`select 1 as one`).toEqual([{ one: 1 }]);
  });
});

describe("a server whose log cannot be written", () => {
  test("serves without", async () => {
    const folder = await dataFolder();
    const { log } = filesIn(folder);
    rmSync(log, { force: true });
    symlinkSync("/dev/full", log);
    const { sql, lost } = await open(folder, { leastFree: Number.MAX_SAFE_INTEGER }); // about which there is something to say
    expect(await sql`select 1 as one`).toEqual([{ one: 1 }]);
    expect(lost).not.toHaveBeenCalled();
  });
});

describe("a disk on which no file may be opened for writing any more", () => {
  test("is read, and written to again once it may be", async () => {
    const folder = await dataFolder();
    const { sql, lost } = await open(folder);
    await sql`create table words (word text)`;
    const { log } = filesIn(folder);
    renameSync(log, `${log}.away`);
    mkdirSync(log); // root may write wherever the system lets anybody write, but to no folder
    const writing = () =>
      sql`insert into words values ('stork')`.then(
        () => null,
        ({ code }) => code,
      );
    await expect.poll(writing, { timeout: 20_000 }).toBe("25006");
    expect((await sql`select distinct word from words`).length).toBeLessThan(2);
    rmdirSync(log);
    await expect.poll(writing, { timeout: 20_000 }).toBeNull();
    expect(lost).not.toHaveBeenCalled();
  });
});
