import { and, eq } from "drizzle-orm";
import type { FigureExportColumn } from "@/domain/export/columns";
import type { Database } from "../client";
import { figures } from "../schema/figures";
import { publications } from "../schema/publications";
import { shownAt } from "./figure-rows";
import { copyOut } from "./stream-copy";
import { copyJson } from "./stream-formats";
import { withLiterals } from "./stream-literals";
import { exportKeys, exportRows, type Selection } from "./stream-rows";

/** So many rows the embedded engine is asked for at once: it holds a whole answer in memory before it hands it over. */
const embeddedChunk = 4000;

/** Makes the COPY statement of some rows; `before` rows were written already. */
export type CopyRows = (rows: string, before: number) => string;

/**
 * The most digits before and behind the point that any number of a download has, and whether any of its figures
 * stands in a row of a dataset: what a format with types must know before its first row.
 */
export type Decimals = { readonly whole: number; readonly scale: number; readonly records: boolean };

/** A download that is known in number and order, and not yet read. */
export type FigureExport = {
  readonly count: number;
  /** Where the next page begins; null where nothing follows or no page was asked for. */
  readonly next: { readonly key: string; readonly id: string } | null;
  decimals(): Promise<Decimals>;
  /** Writes the rows by COPY. Broken off by `signal`; an error of the database is thrown in mid-stream. */
  stream(copy: CopyRows, signal?: AbortSignal): AsyncIterable<Uint8Array>;
};

/**
 * Finds the figures of a download. PostgreSQL writes them in one COPY, which is one snapshot. The embedded engine
 * writes them by chunks of an order fixed beforehand, so that neither its memory nor its other readers' wait grows
 * with the number of rows; what figures it reads is fixed by the revision all the same.
 */
export async function findExport(database: Database, selection: Selection): Promise<FigureExport> {
  const { db, engine } = database;
  const decimals = () => findDecimals(database, selection);
  if (engine === "embedded") {
    const publications = await readKeys(database, withLiterals(exportKeys(db, selection).toSQL()));
    return {
      count: publications.length,
      next: null,
      decimals,
      stream: (...to) => byChunks(database, selection, publications, ...to),
    };
  }
  return {
    count: await countRows(database, selection),
    next: null,
    decimals,
    stream: (copy, signal) =>
      copyOut(database, copy(withLiterals(exportRows(db, selection).toSQL()), 0), signal),
  };
}

/** Finds one page of a download: `limit` figures after a cursor. */
export async function findExportPage(
  database: Database,
  selection: Selection,
  limit: number,
  after?: { key: string; id: string },
): Promise<FigureExport> {
  const found = await exportKeys(database.db, selection, after).limit(limit + 1);
  const keys = found.slice(0, limit) as unknown as { publication: number; key: string; id: string }[]; // as selected
  const last = keys.at(-1);
  const publications = Int32Array.from(keys, (key) => key.publication);
  return {
    count: keys.length,
    next: found.length > limit && last ? { key: last.key, id: last.id } : null,
    decimals: () => findDecimals(database, selection), // of all pages, so that they fit together
    stream: (...to) => byChunks(database, selection, publications, ...to),
  };
}

async function* byChunks(
  database: Database,
  selection: Selection,
  publications: Int32Array,
  copy: CopyRows,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < publications.length; at += embeddedChunk) {
    const some = [...publications.subarray(at, at + embeddedChunk)];
    const rows = withLiterals(exportRows(database.db, selection, some).toSQL());
    yield* copyOut(database, copy(rows, at), signal);
  }
}

/** The keys alone, by COPY: a million of them are four megabytes here. */
async function readKeys(database: Database, keys: string): Promise<Int32Array> {
  let [all, length, rest] = [new Int32Array(4096), 0, ""];
  const take = (line: string) => {
    if (length === all.length) all = grown(all);
    all[length++] = Number(line);
  };
  for await (const piece of copyOut(database, `copy (select k.publication from (${keys}) k) to stdout`)) {
    const lines = (rest + Buffer.from(piece.buffer, piece.byteOffset, piece.length).toString("latin1")).split(
      "\n",
    );
    rest = lines.pop()!; // split always leaves one
    lines.forEach(take);
  }
  return all.subarray(0, length);
}

function grown(full: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(full.length * 2);
  larger.set(full);
  return larger;
}

async function countRows({ sql, db }: Database, selection: Selection): Promise<number> {
  // Without its order: nothing is to be sorted for a count.
  const keys = withLiterals(exportKeys(db, selection).orderBy().toSQL());
  const [row] = await sql.unsafe<{ count: number }[]>(`select count(*)::int as count from (${keys}) k`);
  return row!.count; // an aggregate always answers
}

async function findDecimals({ sql, db }: Database, selection: Selection): Promise<Decimals> {
  const rows = withLiterals(exportRows(db, selection).orderBy().toSQL());
  const [row] = await sql.unsafe<Decimals[]>(`
    select coalesce(max(scale(number)), 0) as scale, coalesce(max(length(trunc(abs(number))::text)), 1) as whole,
      coalesce(bool_or(sentence_lang is null), false) as records
    from (${rows}) r cross join lateral (values (value), (low), (high)) numbers (number)`);
  return row!; // an aggregate always answers
}

/** One figure shown at a revision, retracted or not, as a row of a download; null where there is none. */
export async function findExportRow(
  database: Database,
  selection: Omit<Selection, "query"> & { readonly asOf?: string },
  publicId: string,
): Promise<ExportRow | null> {
  const { db } = database;
  const query = selection.asOf === undefined ? {} : { as_of: selection.asOf };
  const [shown] = await db
    .select({ id: publications.id })
    .from(publications)
    .innerJoin(figures, eq(figures.id, publications.figureId))
    .where(and(shownAt(selection.revision), eq(figures.publicId, publicId)));
  if (shown === undefined) return null;
  const rows = withLiterals(exportRows(db, { ...selection, query }, [shown.id]).toSQL());
  let text = "";
  for await (const piece of copyOut(database, copyJson(rows, "")))
    text += Buffer.from(piece).toString("utf8");
  return JSON.parse(text) as ExportRow; // written by our own statement
}

/** A row as JSON has it: decimals as digits, days as YYYY-MM-DD. */
export type ExportRow = Readonly<Record<FigureExportColumn, string | number | boolean | null>>;
