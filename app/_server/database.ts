import { cache } from "react";
import { withinPatience } from "@/db/away";
import { type Database, openDatabase, openReplica, type Reader } from "@/db/client";
import { readDatabaseEnv } from "@/db/env";
import { currentRevision } from "@/db/queries/current-revision";
import { type Choice, patience, type Replicas, replicasOf } from "@/db/replicas";
import { log } from "./log";
import { type ThisRequest, thisRequest } from "./this-request";

/** Survives the reloading of modules in development, so that an edit does not open the database again. */
const shared = globalThis as {
  verbatimDatabase?: Promise<Database>;
  verbatimReplicas?: Promise<Replicas>;
  verbatimChoices?: WeakMap<ThisRequest, Promise<Choice>>;
};

/** The one database of this process that is written to, and that whoever writes reads from. */
export function database(): Promise<Database> {
  shared.verbatimDatabase ??= openDatabase(readDatabaseEnv());
  shared.verbatimDatabase.catch(() => {
    shared.verbatimDatabase = undefined; // the next request tries again
  });
  return shared.verbatimDatabase;
}

/** The same with those that follow it. */
export function replicas(): Promise<Replicas> {
  shared.verbatimReplicas ??= openReplicas();
  shared.verbatimReplicas.catch(() => {
    shared.verbatimReplicas = undefined;
  });
  return shared.verbatimReplicas;
}

async function openReplicas(): Promise<Replicas> {
  const { replicaUrls = [], tls } = readDatabaseEnv();
  const report = (replica: number, why: string) => log("warn", "a replica is left out", { replica, why });
  return replicasOf(
    await database(),
    replicaUrls.map((url) => openReplica(url, tls)),
    { report },
  );
}

/** What writes reads on, and must then see more than before: no revision is held for it. */
type Own = { readonly database: Database; readonly revision: null; readonly state: null };

/** What the request at hand is answered from, the same throughout: chosen once for a reader, the primary for an editor. */
export async function chosen(): Promise<Choice | Own> {
  const request = thisRequest();
  if (request?.asked.own) return { database: await database(), revision: null, state: null };
  if (request === undefined) return (await replicas()).choose();
  shared.verbatimChoices ??= new WeakMap();
  const choices = shared.verbatimChoices;
  const known = choices.get(request);
  if (known !== undefined) return known;
  const choice = replicas().then(({ choose }) => choose(request.asked.least));
  choices.set(request, choice);
  return choice;
}

/** What pages look through. */
export async function reader(): Promise<Reader> {
  return (await chosen()).database.db;
}

/** The newest revision of the collection, asked once per request. */
export const newestRevision = cache(async () => {
  const { database, revision } = await chosen();
  return revision ?? withinPatience(currentRevision(database.db), patience.primary);
});

/** Lets go of all connections, for a process that ends. */
export async function closeDatabases(): Promise<void> {
  await (await shared.verbatimReplicas)?.close();
  await (await shared.verbatimDatabase)?.close();
}
