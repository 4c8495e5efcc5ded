import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import { report } from "@/bin/report";
import { projectRoot } from "@/db/env";
import { startPostgres } from "@/db/testing/postgres-server";
import { filled, freshDatabase } from "../shared/collection";
import { quantile, rounded } from "../shared/numbers";
import { startSite } from "../shared/site";
import { ask } from "./ask";

/** For how long readers are watched, in milliseconds. */
const watched = 20_000;

const kept = ["/en", "/fr", "/en/figures", "/en/sources", "/fr/method"];

/**
 * `npm run bench:flood`: how long readers wait while one client asks, over fifty connections, for pages that nobody has
 * asked for yet: one who asks for pages in memory, and one who asks for new ones, too. Each is a client of its own.
 */
async function main(): Promise<void> {
  const server = await startPostgres();
  const { database } = await filled(
    { databaseUrl: await freshDatabase(server, "flood"), dataDir: "" },
    10_000,
  );
  const site = await startSite({
    DATABASE_URL: server.url("flood"),
    TRUSTED_PROXY: "127.0.0.1,::1",
    DRAWINGS_PER_MINUTE: "", // as it comes
  });
  try {
    for (const path of kept) await ask(site.url + path, "10.0.0.1");
    tell("alone", await readers(site.url));
    const flood = begin(site.url);
    await pause(2000); // until it has taken effect
    tell("in the flood", await readers(site.url));
    console.log("answers to the flood, by status:", await flood.end());
  } finally {
    await site.stop();
    await database.close();
    await server.stop();
  }
}

/** What one reader waited for pages in memory, and another for new ones, in milliseconds. */
type Waits = { readonly kept: number[]; readonly fresh: number[] };

async function readers(url: string): Promise<Waits> {
  const until = Date.now() + watched;
  const read = async (client: string, path: (turn: number) => string) => {
    const waits: number[] = [];
    for (let turn = 0; Date.now() < until; turn++) {
      const { status, milliseconds } = await ask(url + path(turn), client);
      if (status !== 200) throw new Error(`a reader was answered ${status}`);
      waits.push(milliseconds);
      await pause(50);
    }
    return waits;
  };
  const [keptWaits, fresh] = await Promise.all([
    read("10.0.0.1", (turn) => kept[turn % kept.length]!),
    read("10.0.0.2", (turn) => `/en/figures?q=heron${Date.now()}x${turn}`),
  ]);
  return { kept: keptWaits, fresh };
}

function tell(when: string, waits: Waits): void {
  for (const [what, all] of Object.entries(waits)) {
    const at = (share: number) => `${rounded(quantile(all, share))} ms`;
    report(`${when}, ${what} pages: p50 ${at(0.5)}, p99 ${at(0.99)}, longest ${at(1)}, of ${all.length}`);
  }
}

/** Begins the flood, in a process of its own: readers are to wait for the site and not for whoever floods it. */
function begin(url: string) {
  const child = spawn(process.execPath, ["--import", "tsx", "bench/flood/flood.ts", url], {
    cwd: projectRoot,
    stdio: ["ignore", "pipe", "inherit"],
  });
  return {
    async end(): Promise<string> {
      child.kill("SIGTERM");
      return text(child.stdout);
    },
  };
}

await main();
