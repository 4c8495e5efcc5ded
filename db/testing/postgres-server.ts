import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chmodSync, chownSync, cpSync, mkdtempSync, rmSync } from "node:fs";
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
};

/** PostgreSQL refuses to run as root, and initdb wants a user the system knows: every system has "nobody". */
const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

/** Starts a throw-away PostgreSQL on a free loopback port; throws where there is none to start. */
export async function startPostgres(found = findPostgres()): Promise<PostgresServer> {
  const folder = mkdtempSync(path.join(tmpdir(), "verbatim-pg-"));
  const bin = withinReach(found, folder);
  if (nobody.uid) chownSync(folder, nobody.uid, nobody.gid);
  chmodSync(folder, 0o700);
  const data = path.join(folder, "data");
  const env = { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" } as unknown as NodeJS.ProcessEnv;
  const running = { ...nobody, env, cwd: folder };

  const options = "-U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync".split(" ");
  const initdb = spawnSync(path.join(bin, "initdb"), ["-D", data, ...options], {
    ...running,
    encoding: "utf8",
  });
  if (initdb.status !== 0) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(`${bin}/initdb failed: ${initdb.stderr || initdb.error}`);
  }

  const port = await freePort();
  const server = spawn(
    "sh",
    ["-c", untilWeAreGone, folder, path.join(bin, "postgres"), ...parameters(data, folder, port)],
    {
      ...running,
      stdio: ["ignore", "ignore", "pipe", "pipe"],
    },
  );
  await accepting(server);
  return {
    url: (database = "postgres") => `postgres://postgres@127.0.0.1:${port}/${database}`,
    async stop() {
      const ended = new Promise((resolve) => server.once("close", resolve));
      (server.stdio[3] as NodeJS.WritableStream).end();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Stops the server (SIGINT: at once) and clears its folder away when file 3 closes: when we say so, or when we
 * die, however that happens. $0 is the folder, the rest the command.
 */
const untilWeAreGone = `"$@" 3<&- & pid=$!; (read -r _ <&3; kill -INT $pid) & wait $pid; rm -rf "$0"`;

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
      if (log.includes("ready to accept connections")) resolve();
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
