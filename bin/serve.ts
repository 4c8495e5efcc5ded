import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { projectRoot } from "@/db/env";
import { nextCommand } from "./site-build";

export type Address = { readonly host: string; readonly port: number };

/** Where to serve: HOST and PORT, else localhost and 3000. */
export function readAddress(env: Record<string, string | undefined> = process.env): Address {
  const port = Number(env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error(`PORT must be a number from 1 to 65535, not "${env.PORT}".`);
  return { host: env.HOST || "localhost", port };
}

/** Fails at once where the port is taken, rather than after a build. */
export async function refuseTakenPort({ host, port }: Address): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once("error", (error: NodeJS.ErrnoException) =>
      reject(
        error.code === "EADDRINUSE"
          ? new Error(`Port ${port} is in use. Choose another: PORT=3001 npm start`)
          : error,
      ),
    );
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

/**
 * How Next is told to listen where. It takes 127.0.0.1 and ::1 for "localhost" in some places and for themselves in
 * others, and a page that is not there then sends the site to itself, over and over, until it breaks off. So it is told
 * "localhost", and Node which of the two that is.
 */
export function listening(host: string): { readonly flags: readonly string[]; readonly name: string } {
  if (/^127(\.\d+){3}$/.test(host)) return { flags: ["--dns-result-order=ipv4first"], name: "localhost" };
  if (host === "::1") return { flags: ["--dns-result-order=ipv6first"], name: "localhost" };
  return { flags: [], name: host };
}

/**
 * How long an idle connection is kept. Node's own five seconds are less than proxies and clients keep theirs: they
 * would send a request on a connection we are just closing, and read a hang-up as an answer.
 */
const keptAlive = 75_000;

/** Runs `next start` or `next dev`, passes signals on to it, and resolves with its exit code once it is gone. */
export function runSite(command: "start" | "dev", { host, port }: Address): Promise<number> {
  const env = {
    ...process.env,
    NODE_ENV: command === "dev" ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    // What serves may not change tables, so it is not told who may.
    DATABASE_OWNER_URL: "",
    // The site finishes its answers by itself; in development nobody waits for them.
    ...(command === "start" && { NEXT_MANUAL_SIG_HANDLE: "1" }),
  } as NodeJS.ProcessEnv;
  const { flags, name } = listening(host);
  const kept = command === "start" ? ["--keepAliveTimeout", String(keptAlive)] : [];
  const args = [...flags, nextCommand, command, "-H", name, "-p", String(port), ...kept];
  const child = spawn(process.execPath, args, {
    cwd: projectRoot,
    env,
    stdio: ["ignore", "inherit", "inherit"],
  });
  const forward = forwardSignals(child);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => {
      forward.stop();
      resolve(forward.asked ? 0 : (code ?? 1));
    });
  });
}

/** A terminal sends Ctrl-C to the whole group; a supervisor, to this process alone: the child is told either way. */
function forwardSignals(child: ChildProcess) {
  const state = { asked: false, stop };
  function pass() {
    state.asked = true;
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
  }
  function stop() {
    process.off("SIGINT", pass);
    process.off("SIGTERM", pass);
  }
  process.on("SIGINT", pass);
  process.on("SIGTERM", pass);
  return state;
}
