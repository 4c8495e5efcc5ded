import type { Readable } from "node:stream";
import type { Sql } from "postgres";
import type { Database } from "../client";
import { openAlone } from "./stream-alone";

/** Rows are handed over one by one; a bigger buffer means fewer stops and starts of the socket. */
const buffered = 256 * 1024;

/**
 * What PostgreSQL writes for `COPY … TO STDOUT`, one statement after the other, as it comes and no faster than it is
 * read. All of them have one connection that nobody else has, and that ends with the last or when the reader leaves.
 * @param signal ends the stream with an error, even while nothing comes
 */
export async function* copyOut(
  database: Database,
  statements: Iterable<string>,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const { sql, finished, leave } = await openAlone(database, signal);
  try {
    for (const statement of statements) yield* copyOne(sql, statement);
    finished();
  } catch (error) {
    signal?.throwIfAborted(); // then it is no fault
    throw error;
  } finally {
    await leave();
  }
}

/** What one `COPY … TO STDOUT` writes, on a connection that nobody else has; it must be read to its end. */
export async function* copyOne(sql: Pick<Sql, "unsafe">, statement: string): AsyncGenerator<Uint8Array> {
  const copy = await sql.unsafe(statement).readable();
  widen(copy);
  yield* copy;
  copy._read(0); // the driver resumes its socket only for who reads on, and not all may have had to
}

/** The driver makes the stream without asking how much it may hold. */
function widen(copy: Readable): void {
  (copy as Readable & { _readableState: { highWaterMark: number } })._readableState.highWaterMark = buffered;
}
