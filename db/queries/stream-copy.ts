import type { Readable } from "node:stream";
import type { ReservedSql } from "postgres";
import type { Database } from "../client";

/** Rows are handed over one by one; a bigger buffer means fewer stops and starts of the socket. */
const buffered = 256 * 1024;

/**
 * What PostgreSQL writes for `COPY … TO STDOUT`, as it comes and no faster than it is read.
 *
 * postgres.js 3.4.9 has two faults here, both mended below: a copy that ends while its socket is paused leaves the
 * connection hung, and a reader that leaves early leaves the copy running for nobody. So the copy has a connection of
 * its own, which goes back to the others only when it has answered again; it is cancelled when the reader leaves.
 * @param signal ends the stream with an error, even while nothing comes
 */
export async function* copyOut(
  database: Database,
  text: string,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  signal?.throwIfAborted();
  const connection = await database.sql.reserve();
  try {
    const pid = database.engine === "postgres" ? await pidOf(connection) : null;
    const { copy, done, leave, drop } = watched(await connection.unsafe(text).readable());
    const onAbort = () => leave(signal!.reason);
    signal?.addEventListener("abort", onAbort);
    if (signal?.aborted) onAbort();
    try {
      yield* copy;
    } finally {
      signal?.removeEventListener("abort", onAbort);
      if (!done.yes) {
        drop();
        if (pid !== null) await database.sql`select pg_cancel_backend(${pid})`;
      }
      if (!done.lost) {
        copy._read(0); // resumes the socket
        await done.promise;
        await answersAgain(connection);
      }
    }
  } finally {
    connection.release();
  }
}

/** A copy of which it is known when the server has done with it, which is not when its reader has. */
function watched(copy: Readable) {
  const inside = (copy as Readable & StreamInside)._readableState;
  inside.highWaterMark = buffered;
  copy.on("error", () => {}); // the loop that reads it throws it
  const done = { yes: false, lost: false, promise: Promise.resolve() };
  let dropping = false;
  const [push, destroy] = [copy.push.bind(copy), copy.destroy.bind(copy)];
  done.promise = new Promise<void>((resolve) => {
    const over = () => {
      done.yes = true;
      resolve();
    };
    if (inside.ended || copy.destroyed) over(); // a short copy comes in one packet, before it is handed to us
    copy.push = (piece) => {
      if (piece === null) over();
      return dropping || push(piece);
    };
    // The driver destroys it with what the server or the connection died of; a loop that is left, with an AbortError.
    copy.destroy = (error) => {
      if (error && error.name !== "AbortError") {
        done.lost = (error as { severity?: string }).severity !== "ERROR"; // not the server's word: the connection itself is gone
        over();
      }
      return destroy(error);
    };
  });
  const drop = () => {
    dropping = true;
    destroy();
  };
  return { copy, done, drop, leave: (reason: Error) => void destroy(reason) };
}

type StreamInside = { _readableState: { highWaterMark: number; ended: boolean } };

/** A cancel that came too late may hit this very question instead: it is then asked once more. */
async function answersAgain(connection: ReservedSql): Promise<void> {
  try {
    await connection`select 1`;
  } catch (error) {
    if ((error as { code?: string }).code !== "57014") throw error;
    await connection`select 1`;
  }
}

/** The process of the connection, by which it is cancelled. Compiling so wide a query costs more than it saves. */
async function pidOf(connection: ReservedSql): Promise<number> {
  const [row] = await connection<{ pid: number }[]>`
    select pg_backend_pid() as pid, set_config('jit', 'off', false)`;
  return row!.pid; // it always answers
}
