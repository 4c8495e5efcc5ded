import type { ExtractTablesWithRelations } from "drizzle-orm";
import type { PgDatabase } from "drizzle-orm/pg-core";
import { drizzle, type PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { countedSockets, driverSocket } from "./driver-socket";
import { openEmbedded } from "./embedded/ensure";
import { type DatabaseEnv, isSiteBuild } from "./env";
import * as schema from "./schema";
import { type SingleConnection, singleConnection } from "./single-connection";

export type Schema = typeof schema;
export type Engine = "embedded" | "postgres";

/** The database or a transaction of it. */
export type Db = PgDatabase<PostgresJsQueryResultHKT, Schema, ExtractTablesWithRelations<Schema>>;

type Looking = "select" | "selectDistinct" | "selectDistinctOn";

/** A handle that may look and not touch: what queries are given. */
export type Reader = Pick<Db, Looking | "$with" | "$count" | "query" | "execute"> & {
  with(...parts: Parameters<Db["with"]>): Pick<ReturnType<Db["with"]>, Looking>;
};

/** An open database. `close` it, or the process and the embedded server stay up. */
export type Database = {
  db: Db;
  sql: postgres.Sql;
  engine: Engine;
  /** The shared connections: how many are open, and how many may be. */
  connections(): { readonly open: number; readonly most: number };
  /** A connection of one's own, to be dropped by whoever asked for it. */
  single(): SingleConnection;
  /** Runs `work` while no other process runs its own: for migrations and seeding. */
  withSetupLock<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

export type OpenOptions = {
  /** Told in plain words what takes time ("creating the database"). */
  report?: (line: string) => void;
  /** Most connections at once. */
  max?: number;
};

/** Opens the PostgreSQL of `env.databaseUrl`, or else the embedded server of `env.dataDir`. */
export async function openDatabase(env: DatabaseEnv, options: OpenOptions = {}): Promise<Database> {
  if (isSiteBuild()) {
    throw new Error("next build must not open the database: make the page that asked for it dynamic.");
  }
  return env.databaseUrl ? openPostgres(env.databaseUrl, options) : openOnEmbedded(env.dataDir, options);
}

const mostConnections = 10;

function settings(options: OpenOptions, socket = driverSocket) {
  return {
    max: options.max ?? mostConnections,
    onnotice: () => {},
    connect_timeout: 10,
    // A server that was away is asked again soon: the driver's own waits grow to 20 s.
    backoff: (attempt: number) => Math.min(0.05 * 2 ** attempt, 1),
    // Compiling our wide queries (jit) takes longer than answering them.
    connection: { TimeZone: "UTC", application_name: "verbatim", jit: "off" },
    socket,
  };
}

/** The embedded server is back within a second or two, and asking for its socket costs next to nothing. */
const backoff = (attempt: number) => Math.min(0.05 * 2 ** attempt, 0.2);

const counted = (options: OpenOptions, open: () => number) => () => ({
  open: open(),
  most: options.max ?? mostConnections,
});

/** Of a connection of one's own: it has no use for the types of arrays, which the driver asks for first. */
const ofOne = (options: OpenOptions, socket: typeof driverSocket) => ({
  ...settings(options, socket),
  max: 1,
  fetch_types: false,
});

async function openPostgres(url: string, options: OpenOptions): Promise<Database> {
  const opened = openReplica(url, options);
  try {
    await refuseOldServer(opened.sql);
  } catch (error) {
    await opened.sql.end({ timeout: 1 });
    throw error;
  }
  return opened;
}

/** Opens a PostgreSQL without asking whether it is there: a replica may come later, and go. */
export function openReplica(url: string, options: OpenOptions = {}): Database {
  const { socket, open } = countedSockets();
  const sql = postgres(url, settings(options, socket));
  return {
    db: drizzle(sql, { schema, casing: "snake_case" }),
    sql,
    engine: "postgres",
    connections: counted(options, open),
    single: () => singleConnection((socket) => postgres(url, ofOne(options, socket))),
    close: () => sql.end({ timeout: 5 }),
    withSetupLock: (work) => withAdvisoryLock(url, options, work),
  };
}

async function openOnEmbedded(dataDir: string, options: OpenOptions): Promise<Database> {
  const server = await openEmbedded(dataDir, options.report);
  const address = { host: server.socketDir, port: 5432, user: "postgres", database: "postgres" };
  const { socket, open } = countedSockets();
  const sql = postgres({ ...settings(options, socket), ...address, backoff });
  return {
    db: drizzle(sql, { schema, casing: "snake_case" }),
    sql,
    engine: "embedded",
    connections: counted(options, open),
    single: () => singleConnection((socket) => postgres(Object.assign(ofOne(options, socket), address))),
    async close() {
      await sql.end({ timeout: 5 });
      await server.close();
    },
    withSetupLock: server.withSetupLock,
  };
}

async function refuseOldServer(sql: postgres.Sql): Promise<void> {
  const rows = await sql<{ number: number; version: string }[]>`
    select current_setting('server_version_num')::int as number, current_setting('server_version') as version
  `.catch((error) => {
    throw new Error(`The database of DATABASE_URL does not answer: ${error.message || error.code}`, {
      cause: error,
    });
  });
  const { number, version } = rows[0]!;
  if (number < 140_000) {
    throw new Error(`DATABASE_URL leads to PostgreSQL ${version}; Verbatim needs 14 or newer.`);
  }
}

/** Any fixed number will do, as long as nothing else in the same database uses it. */
const setupLock = 7_270_001;

/** The lock lives and dies with its own connection, so that a killed process cannot leave it behind. */
async function withAdvisoryLock<T>(url: string, options: OpenOptions, work: () => Promise<T>): Promise<T> {
  const sql = postgres(url, { ...settings(options), max: 1 });
  try {
    await sql`select pg_advisory_lock(${setupLock})`;
    return await work();
  } finally {
    await sql.end({ timeout: 5 });
  }
}
