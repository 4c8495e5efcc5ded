import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { type Database, openDatabase } from "../client";
import { type DatabaseEnv, readDatabaseEnv } from "../env";
import { expireSessions, rowsHolding } from "./ask-site";
import { plantPeople } from "./plant-account";
import { plantChanges } from "./plant-changes";
import { plantCrowd } from "./plant-crowd";
import { plantDataset } from "./plant-dataset";
import { plantRivals } from "./plant-rivals";

/** What browser tests may have done on a site past its pages, by the word they ask with. */
const works = {
  plantPeople,
  plantChanges,
  plantCrowd,
  plantDataset,
  plantRivals,
  rowsHolding,
  expireSessions,
};
type Work = (database: Database, wish: unknown, env: DatabaseEnv) => Promise<unknown>;

export type Planter = { readonly url: string; stop(): Promise<void> };

/**
 * Begins to take wishes of the browser tests, on the loopback alone: `POST /plantPeople` with the environment of a site
 * and what is wished. One process for all: to start one each time cost more than what it was started for.
 */
export async function startPlanter(): Promise<Planter> {
  const server = createServer(async (request, response) => {
    try {
      response.end(JSON.stringify((await carryOut(request)) ?? null));
    } catch (error) {
      response.statusCode = 500;
      response.end(error instanceof Error ? error.stack : String(error));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function carryOut(request: IncomingMessage): Promise<unknown> {
  const word = request.url?.slice(1) ?? "";
  if (!Object.hasOwn(works, word)) throw new Error(`nobody plants "${word}"`);
  const { site, wish } = (await json(request)) as { site: Record<string, string>; wish: unknown };
  const env = readDatabaseEnv(site);
  const database = await openDatabase(env, { max: 1 });
  try {
    return await (works[word as keyof typeof works] as Work)(database, wish, env);
  } finally {
    await database.close();
  }
}
