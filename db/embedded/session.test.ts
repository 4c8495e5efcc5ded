import { connect } from "node:net";
import path from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { openScratch, type Scratch } from "../testing/scratch";

let scratch: Scratch;
beforeAll(async () => {
  scratch = await openScratch("embedded");
  await scratch.sql`create table words (word text)`;
});
afterAll(() => scratch?.drop());

const socketPath = () => scratch.sql.options.path as unknown as string;
const another = () =>
  postgres({ host: path.dirname(socketPath()), port: 5432, user: "postgres", max: 1, onnotice: () => {} });

describe("connections to the embedded server", () => {
  test("never run each other's unnamed statements", async () => {
    // drizzle sends every statement unnamed; pglite-socket mixed up half of these.
    const asked = Array.from({ length: 400 }, async (_, i) => {
      const [row] = await scratch.sql.unsafe(
        i % 2 ? "select $1::text as a" : "select $1::text as a, 'b' as b",
        [`${i}`],
      );
      return JSON.stringify(row) === JSON.stringify(i % 2 ? { a: `${i}` } : { a: `${i}`, b: "b" });
    });
    expect((await Promise.all(asked)).filter((right) => !right)).toEqual([]);
  });

  test("keep nobody waiting between the description of a statement and its run", async () => {
    const slow = await speaker();
    slow.write(parse("select $1::text as word"), describeStatement, flush);
    await slow.hears("t"); // the description of its parameters: from here on it is slow to go on
    expect(await scratch.sql.unsafe("select $1::int as i", [7])).toEqual([{ i: 7 }]);
    slow.write(bind("late"), execute, sync);
    const answer = await slow.hears("Z");
    expect(answer.toString()).toContain("late");
    slow.end();
  });

  test("hear of a faulty statement once, and may go on", async () => {
    const wrong = await speaker();
    wrong.write(parse("select nothing from nowhere"), describeStatement, flush);
    await wrong.hears("E");
    wrong.write(sync);
    await wrong.hears("Z");
    wrong.write(parse("select $1::text as word"), describeStatement, bind("right"), execute, sync);
    expect((await wrong.hears("Z")).toString()).toContain("right");
    wrong.end();
  });

  test("do not suffer from each other's errors", async () => {
    const asked = Array.from({ length: 200 }, (_, i) =>
      i % 3 === 0
        ? expect(scratch.sql.unsafe("select * from nowhere where x = $1", [i])).rejects.toMatchObject({
            code: "42P01",
          })
        : expect(scratch.sql`select ${i}::int as i`).resolves.toEqual([{ i }]),
    );
    await Promise.all(asked);
  });

  test("carry messages larger than a packet", async () => {
    const long = "né".repeat(500_000);
    const asked = Array.from({ length: 6 }, (_, i) =>
      scratch.sql.unsafe("select $1::text as long", [i + long]),
    );
    for (const [i, [row]] of (await Promise.all(asked)).entries()) expect(row!.long === i + long).toBe(true);
  });

  test("see nothing of a transaction whose process died in it", async () => {
    const dying = another();
    const reserved = await dying.reserve();
    await reserved`begin`;
    await reserved`insert into words values ('lost')`;
    // As the kernel does when a process dies: the socket closes with no goodbye.
    await dying.end({ timeout: 0 });
    expect(await scratch.sql`select count(*)::int as words from words where word = 'lost'`).toEqual([
      { words: 0 },
    ]);
  });

  test("leave no prepared statements behind", async () => {
    const prepared = async () =>
      (
        await scratch.sql.unsafe(
          "select count(*)::int as n from pg_prepared_statements where statement like '%leaving%'",
        )
      )[0]!.n;
    const other = another();
    await other`select ${"leaving"}::text as leaving`;
    expect(await prepared()).toBe(1);
    await other.end();
    await vi.waitFor(async () => expect(await prepared()).toBe(0));
  });

  test("are told that they cannot COPY FROM STDIN, which would hang the engine", async () => {
    await expect(scratch.sql.unsafe("copy words from stdin")).rejects.toMatchObject({ code: "0A000" });
    await expect(scratch.sql.unsafe("copy words from stdin", [], { prepare: true })).rejects.toMatchObject({
      code: "0A000",
    });
  });

  test("may send nonsense without harm to the others", async () => {
    const socket = connect(socketPath());
    const closed = new Promise((resolve) => socket.once("close", resolve));
    socket.on("error", () => {});
    socket.write(Buffer.from("GET / HTTP/1.1\r\n\r\n"));
    socket.end();
    await closed;
    expect(await scratch.sql`select 1 as one`).toEqual([{ one: 1 }]);
  });

  test("are ended when they leave a transaction open while others wait", async () => {
    const idle = another();
    const reserved = await idle.reserve();
    await reserved`begin`;
    const start = Date.now();
    await scratch.sql`select 1`;
    expect(Date.now() - start).toBeGreaterThan(2000);
    await idle.end({ timeout: 0 });
  });
});

/** A connection spoken by hand, so that it can stop anywhere. */
async function speaker() {
  const socket = connect(socketPath());
  let heard = Buffer.alloc(0);
  socket.on("data", (bytes: Buffer) => {
    heard = Buffer.concat([heard, bytes]);
  });
  const said = {
    write: (...messages: Buffer[]) => socket.write(Buffer.concat(messages)),
    end: () => socket.end(),
    /** Everything heard until a message of this kind has come. */
    async hears(kind: string): Promise<Buffer> {
      const whole = await vi.waitFor(() => {
        expect(kindsOf(heard)).toContain(kind);
        return heard;
      });
      heard = Buffer.alloc(0);
      return whole;
    },
  };
  const startup = Buffer.from("\0\0\0\0\0\x03\0\0user\0postgres\0\0");
  startup.writeInt32BE(startup.length);
  said.write(startup);
  await said.hears("Z");
  return said;
}

/** The letters of the whole messages in what a server said. */
function kindsOf(heard: Buffer): string[] {
  const kinds: string[] = [];
  for (let at = 0; at + 5 <= heard.length; at += 1 + heard.readInt32BE(at + 1)) {
    if (at + 1 + heard.readInt32BE(at + 1) <= heard.length) kinds.push(String.fromCharCode(heard[at]!));
  }
  return kinds;
}

function spoken(kind: string, body: string): Buffer {
  const bytes = Buffer.from(`${kind}\0\0\0\0${body}`);
  bytes.writeInt32BE(bytes.length - 1, 1);
  return bytes;
}

const parse = (text: string) => spoken("P", `\0${text}\0\0\0`);
const describeStatement = spoken("D", "S\0");
const bind = (word: string) =>
  spoken("B", `\0\0\0\0\0\x01\0\0\0${String.fromCharCode(word.length)}${word}\0\0`);
const execute = spoken("E", "\0\0\0\0\0");
const sync = spoken("S", "");
const flush = spoken("H", "");
