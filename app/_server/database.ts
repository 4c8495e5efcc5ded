import { cache } from "react";
import { type Database, openDatabase, type Reader } from "@/db/client";
import { readDatabaseEnv } from "@/db/env";
import { currentRevision } from "@/db/queries/current-revision";

/** Survives the reloading of modules in development, so that an edit does not open the database again. */
const shared = globalThis as { verbatimDatabase?: Promise<Database> };

/** The one open database of this process. */
export function database(): Promise<Database> {
  shared.verbatimDatabase ??= openDatabase(readDatabaseEnv());
  shared.verbatimDatabase.catch(() => {
    shared.verbatimDatabase = undefined; // the next request tries again
  });
  return shared.verbatimDatabase;
}

/** What pages look through. */
export async function reader(): Promise<Reader> {
  return (await database()).db;
}

/** The newest revision of the collection, asked once per request. */
export const newestRevision = cache(async () => currentRevision(await reader()));
