import { createHash, type Hash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rename, rm, writeFile } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Database, openDatabase } from "@/db/client";
import { readDatabaseEnv } from "@/db/env";
import { findExport } from "@/db/queries/stream-figures";
import { findStanding } from "@/db/queries/stream-standing";
import { streamTable, tooLong } from "@/db/queries/stream-table";
import { type Bytes, coalesce } from "@/domain/export/bytes";
import { type ExportRequest, readExportRequest, writeExportRequest } from "@/domain/export/export-request";
import { isTableFormat, tableFormatNames } from "@/domain/export/formats";
import { counted } from "./export-progress";
import { fail, report } from "./report";

const usage = `npm run export -- --format ${tableFormatNames.join("|")} --out FILE|- [--report FILE.json] [--FILTER VALUE …]
The filters are those of the addresses: --metric, --claimant, --from, --as_of and so on (docs/api.md).`;

/** What became of it, for programs: `--report`. */
type Summary = {
  readonly out: string;
  readonly format: string;
  readonly revision: number;
  readonly figures: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly seconds: number;
};

/** `npm run export`: the file that /api/v1/figures.* serves, byte for byte, without a site. */
async function main(): Promise<void> {
  const { format, out, summary: summaryFile, params } = readArguments(process.argv.slice(2));
  if (!isTableFormat(format) || out === "") throw new Error(usage);
  const read = readExportRequest(format, params, () => false);
  if (!read.ok) throw new Error(read.refusal.map(({ name, reason }) => `--${name} ${reason}.`).join("\n"));
  const stop = stopped();
  const database = await openDatabase(readDatabaseEnv(), { report });
  try {
    const summary = await write(database, read.value, out, stop);
    report(`${summary.figures} figures written${out === "-" ? "" : ` to ${out}`}`);
    if (summaryFile !== "") await writeFile(summaryFile, `${JSON.stringify(summary, null, 2)}\n`);
  } finally {
    await database.close();
  }
}

/** Ctrl-C, and being told to end, leave no half file: the work ends by an error of its own, and clears up. */
function stopped(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.once(signal, () => stop.abort(new Error(`Stopped (${signal}): nothing was written.`)));
  return stop.signal;
}

async function write(
  database: Database,
  asked: ExportRequest,
  out: string,
  stop: AbortSignal,
): Promise<Summary> {
  const began = performance.now();
  const { query, lang, format } = asked;
  const revision = query.as_of === undefined ? undefined : Number(query.as_of);
  const standing = await findStanding(database.db, revision);
  if (standing === null) throw new Error("The database is empty: start the site once, and it is filled.");
  if (revision !== undefined && revision > standing.newest)
    throw new Error(`--as_of is ahead of the newest revision, ${standing.newest}.`);
  const site = process.env.SITE_URL?.trim().replace(/\/$/, "") ?? "";
  const frozen = revision ?? standing.newest;
  const found = await findExport(database, { query, revision: frozen, lang, site }, stop);
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
  const total = { bytes: 0, sum: createHash("sha256") };
  await save(counted(coalesce(streamTable(asked, about, found, stop)), total), total.sum, out, stop);
  return {
    out,
    format,
    revision: frozen,
    figures: found.count,
    bytes: total.bytes,
    sha256: total.sum.digest("hex"),
    seconds: Number(((performance.now() - began) / 1000).toFixed(3)),
  };
}

/** A file is there whole or not at all. */
async function save(bytes: Bytes, sum: Hash, out: string, stop: AbortSignal): Promise<void> {
  const summed = Readable.from(
    (async function* () {
      for await (const piece of bytes) {
        sum.update(piece);
        yield piece;
      }
    })(),
  );
  if (out === "-") return pipeline(summed, process.stdout, { end: false, signal: stop });
  const part = `${out}.part`;
  try {
    await pipeline(summed, createWriteStream(part), { signal: stop });
    await rename(part, out);
  } catch (error) {
    await rm(part, { force: true });
    stop.throwIfAborted(); // says more than that something was aborted
    throw error;
  }
}

function readArguments(args: readonly string[]): {
  format: string;
  out: string;
  summary: string;
  params: URLSearchParams;
} {
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
  return { format: take("format"), out: take("out"), summary: take("report"), params };
}

main().then(() => process.exit(0), fail);
