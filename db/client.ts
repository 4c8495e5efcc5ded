import type { ExtractTablesWithRelations } from "drizzle-orm";
import type { PgDatabase } from "drizzle-orm/pg-core";
import { drizzle, type PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { arrayTypes } from "./array-types";
import { type Connecting, countedSockets, driverSocket } from "./driver-socket";
import { openEmbedded } from "./embedded/ensure";
import { type DatabaseEnv, isSiteBuild } from "./env";
import * as schema from "./schema";
import { type SingleConnection, singleConnection } from "./single-connection";
import { type TlsRule, tlsFor } from "./tls";
import { tlsSocket } from "./tls-socket";

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
  return env.databaseUrl
    ? openPostgres(env.databaseUrl, env.tls, options)
    : openOnEmbedded(env.dataDir, options);
}

const mostConnections = 10;

/** To compile our wide queries, or to start workers for them, takes longer than to answer them. */
const atOnce = { jit: "off", max_parallel_workers_per_gather: "0" };

function settings(options: OpenOptions, socket: Connecting) {
  return {
    max: options.max ?? mostConnections,
    onnotice: () => {},
    connect_timeout: 10,
    // A server that was away is asked again soon: the driver's own waits grow to 20 s.
    backoff: (attempt: number) => Math.min(0.05 * 2 ** attempt, 1),
    connection: { TimeZone: "UTC", application_name: "verbatim", ...atOnce },
    fetch_types: false,
    types: arrayTypes,
    socket,
  };
}

/** The embedded server is back within a second or two, and asking for its socket costs next to nothing. */
const backoff = (attempt: number) => Math.min(0.05 * 2 ** attempt, 0.2);

const counted = (options: OpenOptions, open: () => number) => () => ({
  open: open(),
  most: options.max ?? mostConnections,
});

async function openPostgres(url: string, tls: TlsRule | undefined, options: OpenOptions): Promise<Database> {
  const opened = openReplica(url, tls, options);
  try {
    await refuseOldServer(opened.sql, tlsFor(url, tls)?.rejectUnauthorized === true);
  } catch (error) {
    await opened.sql.end({ timeout: 1 });
    throw error;
  }
  return opened;
}

/** Opens a PostgreSQL without asking whether it is there: a replica may come later, and go. */
export function openReplica(url: string, tls?: TlsRule, options: OpenOptions = {}): Database {
  const ssl = tlsFor(url, tls);
  const connecting = ssl === undefined ? driverSocket : tlsSocket(ssl);
  // It is we who ask for TLS, never the driver.
  const own = (socket: Connecting) => ({ ...settings(options, socket), ssl: false });
  const { socket, open } = countedSockets(connecting);
  const sql = postgres(url, own(socket));
  return {
    db: drizzle(sql, { schema, casing: "snake_case" }),
    sql,
    engine: "postgres",
    connections: counted(options, open),
    single: () => singleConnection(connecting, (socket) => postgres(url, { ...own(socket), max: 1 })),
    close: () => sql.end({ timeout: 5 }),
    withSetupLock: (work) => withAdvisoryLock(postgres(url, { ...own(connecting), max: 1 }), work),
  };
}

async function openOnEmbedded(dataDir: string, options: OpenOptions): Promise<Database> {
  const server = await openEmbedded(dataDir, options.report);
  const address = { host: server.socketDir, port: 5432, user: "postgres", database: "postgres" };
  const { socket, open } = countedSockets(driverSocket);
  const sql = postgres({ ...settings(options, socket), ...address, backoff });
  return {
    db: drizzle(sql, { schema, casing: "snake_case" }),
    sql,
    engine: "embedded",
    connections: counted(options, open),
    single: () =>
      singleConnection(driverSocket, (socket) =>
        postgres({ ...settings(options, socket), max: 1, ...address }),
      ),
    async close() {
      await sql.end({ timeout: 5 });
      await server.close();
    },
    withSetupLock: server.withSetupLock,
  };
}

async function refuseOldServer(sql: postgres.Sql, byTls: boolean): Promise<void> {
  const rows = await sql<{ number: number; version: string }[]>`
    select current_setting('server_version_num')::int as number, current_setting('server_version') as version
  `.catch((error) => {
    const how = byTls ? " by TLS with a certificate that can be checked (DATABASE_TLS, DATABASE_CA)" : "";
    throw new Error(`The database of DATABASE_URL does not answer${how}: ${error.message || error.code}`, {
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
async function withAdvisoryLock<T>(sql: postgres.Sql, work: () => Promise<T>): Promise<T> {
  try {
    await sql`select pg_advisory_lock(${setupLock})`;
    return await work();
  } finally {
    await sql.end({ timeout: 5 });
  }
}
