import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Database, openDatabase } from "@/db/client";
import { readDatabaseEnv } from "@/db/env";
import { findExport } from "@/db/queries/stream-figures";
import { findStanding } from "@/db/queries/stream-standing";
import { streamTable, tooLong } from "@/db/queries/stream-table";
import { coalesce } from "@/domain/export/bytes";
import { type ExportRequest, readExportRequest, writeExportRequest } from "@/domain/export/export-request";
import { isTableFormat, tableFormatNames } from "@/domain/export/formats";
import { fail, report } from "./report";

const usage = `npm run export -- --format ${tableFormatNames.join("|")} --out FILE|- [--FILTER VALUE …]
The filters are those of the addresses: --metric, --claimant, --from, --as_of and so on (docs/api.md).`;

/** `npm run export`: the file that /api/v1/figures.* serves, byte for byte, without a site. */
async function main(): Promise<void> {
  const { format, out, params } = readArguments(process.argv.slice(2));
  if (!isTableFormat(format) || out === "") throw new Error(usage);
  const read = readExportRequest(format, params, () => false);
  if (!read.ok) throw new Error(read.refusal.map(({ name, reason }) => `--${name} ${reason}.`).join("\n"));
  const database = await openDatabase(readDatabaseEnv(), { report });
  try {
    const count = await write(database, read.value, out);
    report(`${count} figures written${out === "-" ? "" : ` to ${out}`}`);
  } finally {
    await database.close();
  }
}

async function write(database: Database, asked: ExportRequest, out: string): Promise<number> {
  const { query, lang, format } = asked;
  const revision = query.as_of === undefined ? undefined : Number(query.as_of);
  const standing = await findStanding(database.db, revision);
  if (standing === null) throw new Error("The database is empty: start the site once, and it is filled.");
  if (revision !== undefined && revision > standing.newest)
    throw new Error(`--as_of is ahead of the newest revision, ${standing.newest}.`);
  const site = process.env.SITE_URL?.trim().replace(/\/$/, "") ?? "";
  const frozen = revision ?? standing.newest;
  const found = await findExport(database, { query, revision: frozen, lang, site });
  const refusal = tooLong(format, found.count);
  if (refusal !== null) throw new Error(refusal);
  report(`${found.count} figures at revision ${frozen}`);
  const about = {
    slug: standing.slug,
    title: standing.title[lang],
    revision: frozen,
    site,
    request: writeExportRequest(asked),
  };
  await save(Readable.from(coalesce(streamTable(asked, about, found))), out);
  return found.count;
}

/** A file is there whole or not at all. */
async function save(bytes: Readable, out: string): Promise<void> {
  if (out === "-") return pipeline(bytes, process.stdout, { end: false });
  const part = `${out}.part`;
  try {
    await pipeline(bytes, createWriteStream(part));
    await rename(part, out);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

function readArguments(args: readonly string[]): { format: string; out: string; params: URLSearchParams } {
  const params = new URLSearchParams();
  for (let at = 0; at < args.length; at += 2) {
    const [name, value] = [/^--([a-z_]+)$/.exec(args[at]!)?.[1], args[at + 1]];
    if (name === undefined || value === undefined) throw new Error(usage);
    params.append(name, value);
  }
  const take = (name: string) => {
    const value = params.get(name) ?? "";
    params.delete(name);
    return value;
  };
  return { format: take("format"), out: take("out"), params };
}

main().then(() => process.exit(0), fail);
