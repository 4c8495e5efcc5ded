import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Database } from "../client";
import { openAlone } from "../queries/stream-alone";
import { copyOne } from "../queries/stream-copy";
import type { End, Head } from "./form";
import { thisForm } from "./form";
import { type Asking, copiesOf, listCounters, listTables, speakPlainly } from "./tables";

/** Everything at one moment: where each table's rows stand in the file, and what is known of all of them. */
export type Snapshot = {
  readonly head: Head;
  readonly stretches: readonly { readonly table: string; readonly start: number; readonly end: number }[];
  readonly known: Pick<End, "counters" | "audit" | "revision">;
  /** How long the snapshot was open: on the embedded engine, how long everybody else waited. */
  readonly milliseconds: number;
};

/**
 * Copies all rows into `file` in one transaction that sees one moment. The embedded server runs one transaction at a
 * time, so nothing else is done in it: no hashing, no compressing, only the copying from one file to another.
 */
export async function takeSnapshot(
  database: Database,
  file: string,
  signal?: AbortSignal,
): Promise<Snapshot> {
  const { sql, finished, leave } = await openAlone(database, signal);
  try {
    const began = performance.now();
    await sql.unsafe("begin isolation level repeatable read read only");
    await speakPlainly(sql);
    const tables = await listTables(sql);
    const head = {
      ...{ form: thisForm, at: new Date().toISOString(), engine: database.engine },
      ...{ schema: await findSchema(sql), tables },
    };
    const stretches: { table: string; start: number; end: number }[] = [];
    let written = 0;
    const rows = async function* () {
      for (const table of tables) {
        const start = written;
        for (const statement of await copiesOf(sql, table)) {
          for await (const piece of copyOne(sql, statement)) {
            written += piece.length;
            yield piece;
          }
        }
        stretches.push({ table: table.name, start, end: written });
      }
    };
    await pipeline(Readable.from(rows(), { objectMode: true }), createWriteStream(file, { mode: 0o600 }));
    const known = { counters: await listCounters(sql), ...(await standing(sql)) };
    await sql.unsafe("commit");
    finished();
    return { head, stretches, known, milliseconds: performance.now() - began };
  } finally {
    await leave();
  }
}

async function findSchema(sql: Asking): Promise<Head["schema"]> {
  const [there] = await sql.unsafe("select to_regclass('drizzle.__drizzle_migrations') is not null as is");
  const [newest] = there?.is
    ? await sql.unsafe<Head["schema"][]>(
        `select created_at::float8 as when, hash from drizzle.__drizzle_migrations order by created_at desc limit 1`,
      )
    : [];
  if (newest === undefined) throw new Error("The database is empty: start the site once, and it is filled.");
  return newest;
}

/** What names the state of the collection: the head of its audit and its revision. */
export async function standing(sql: Asking): Promise<Pick<End, "audit" | "revision">> {
  const [audit] = await sql.unsafe<NonNullable<End["audit"]>[]>(
    "select position::float8 as lines, hash from audit_head",
  );
  const [collection] = await sql.unsafe<{ revision: number }[]>(
    "select revision::float8 as revision from collection",
  );
  return { audit: audit ?? null, revision: collection?.revision ?? null };
}
