import type { Sql } from "postgres";
import type { Database } from "../client";

/** A connection that part of a download has to itself. */
export type Alone = {
  readonly sql: Sql;
  /** To be told when the server has answered: there is nothing left to cancel. */
  finished(): void;
  /** Ends the connection, and what it was doing on the server. Calling it twice is calling it once. */
  leave(): Promise<void>;
};

/**
 * Opens a connection for work that its reader may leave at any moment. It is never shared: what is left in the middle
 * of an answer may be dead, or may answer somebody else with the rest (postgres.js 3.4.9 hands both on).
 * @param signal ends the connection and what it was doing, even while nothing comes
 */
export async function openAlone(database: Database, signal?: AbortSignal): Promise<Alone> {
  signal?.throwIfAborted();
  const { sql, drop } = database.single();
  let pid: number | null = null;
  let left: Promise<void> | undefined;
  const end = async () => {
    signal?.removeEventListener("abort", leave);
    drop();
    // A server that is computing does not look whether its client is there. One that cannot be told is gone itself.
    if (pid !== null) await database.sql`select pg_cancel_backend(${pid})`.catch(() => {});
  };
  const leave = () => {
    left ??= end();
    return left;
  };
  signal?.addEventListener("abort", leave);
  try {
    if (database.engine === "postgres") pid = await pidOf(sql);
  } catch (error) {
    await leave();
    signal?.throwIfAborted();
    throw error;
  }
  return {
    sql,
    finished: () => {
      pid = null;
    },
    leave,
  };
}

/** The process of the connection, by which it is cancelled. */
async function pidOf(sql: Sql): Promise<number> {
  const [row] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
  return row!.pid; // it always answers
}

/** The rows of one statement, on a connection of its own. */
export async function askAlone<Row extends object>(
  database: Database,
  text: string,
  signal?: AbortSignal,
): Promise<Row[]> {
  const { sql, finished, leave } = await openAlone(database, signal);
  try {
    const rows = await sql.unsafe<Row[]>(text);
    finished();
    return rows;
  } catch (error) {
    signal?.throwIfAborted(); // then it is no fault
    throw error;
  } finally {
    await leave();
  }
}
