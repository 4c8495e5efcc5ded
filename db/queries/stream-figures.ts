import type { FigureExportColumn } from "@/domain/export/columns";
import type { Database, Reader } from "../client";
import { findKeys, type Place } from "./figure-keys";
import { findPublication } from "./find-publication";
import { linesOfPublications } from "./lines-of-publications";
import { readFilters } from "./read-filters";
import { askAlone } from "./stream-alone";
import { copyOut } from "./stream-copy";
import { copyJson } from "./stream-formats";
import { withLiterals } from "./stream-literals";
import {
  exportCount,
  exportKeys,
  exportNumbers,
  exportRows,
  type Resolved,
  type Selection,
} from "./stream-rows";

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
  readonly next: Place | null;
  decimals(signal?: AbortSignal): Promise<Decimals>;
  /** Writes the rows by COPY. Broken off by `signal`; an error of the database is thrown in mid-stream. */
  stream(copy: CopyRows, signal?: AbortSignal): AsyncIterable<Uint8Array>;
  /** The same as one JSON object a line, `lead` before each; of a page without a connection of its own. */
  json(lead: "" | ",", signal?: AbortSignal): AsyncIterable<Uint8Array>;
};

type Stream = FigureExport["stream"];
const byCopy = (stream: Stream): Pick<FigureExport, "stream" | "json"> => ({
  stream,
  json: (lead, signal) => stream((rows) => copyJson(rows, lead), signal),
});

/**
 * Finds the figures of a download. PostgreSQL writes them in one COPY, which is one snapshot. The embedded engine
 * writes them by chunks of an order fixed beforehand, so that neither its memory nor its other readers' wait grows
 * with the number of rows; what figures it reads is fixed by the revision all the same.
 */
export async function findExport(
  database: Database,
  asked: Selection,
  signal?: AbortSignal,
): Promise<FigureExport> {
  const { db, engine } = database;
  const selection = await resolved(db, asked);
  const decimals = (gone?: AbortSignal) => findDecimals(database, selection, gone);
  if (engine === "embedded") {
    const publications = await readKeys(database, withLiterals(exportKeys(db, selection).toSQL()), signal);
    return {
      count: publications.length,
      next: null,
      decimals,
      ...byCopy((...to) => byChunks(database, selection, publications, ...to)),
    };
  }
  return {
    count: await countRows(database, selection, signal),
    next: null,
    decimals,
    ...byCopy((copy, gone) =>
      copyOut(database, [copy(withLiterals(exportRows(db, selection).toSQL()), 0)], gone),
    ),
  };
}

const resolved = async (db: Reader, selection: Selection): Promise<Resolved> => ({
  ...selection,
  filters: await readFilters(db, selection.query),
});

/** Finds one page of a download: `limit` figures after a cursor. */
export async function findExportPage(
  database: Database,
  asked: Selection,
  limit: number,
  after?: Place,
): Promise<FigureExport> {
  const selection = await resolved(database.db, asked);
  const { query, revision, filters } = selection;
  const found = await findKeys(database.db, filters, {
    revision,
    sort: query.sort,
    beyond: after,
    limit: limit + 1,
  });
  const keys = found.slice(0, limit);
  const last = keys.at(-1);
  const publications = Int32Array.from(keys, (key) => key.publication);
  return {
    count: keys.length,
    next: found.length > limit && last ? { key: last.key, id: last.id } : null,
    decimals: (gone) => findDecimals(database, selection, gone), // of all pages, so that they fit together
    stream: (...to) => byChunks(database, selection, publications, ...to),
    json: (lead) => linesOfPage(database.db, selection, publications, lead),
  };
}

const encoder = new TextEncoder();

async function* linesOfPage(
  db: Reader,
  selection: Resolved,
  publications: Int32Array,
  lead: string,
): AsyncGenerator<Uint8Array> {
  const lines = await linesOfPublications(db, selection, [...publications]);
  if (lines.length > 0) yield encoder.encode(lines.map((line) => `${lead}${line}\n`).join(""));
}

const byChunks = (
  database: Database,
  selection: Resolved,
  publications: Int32Array,
  copy: CopyRows,
  signal?: AbortSignal,
): AsyncIterable<Uint8Array> => copyOut(database, chunks(database, selection, publications, copy), signal);

/**
 * The rows of known publications are found by their keys, table after table as they are written down: to weigh other
 * orders of so many joins took the embedded engine a third of its time. The setting ends with the statement behind it.
 */
const inTheOrderWritten = "set local join_collapse_limit = 1; ";

function* chunks(
  { db }: Database,
  selection: Resolved,
  publications: Int32Array,
  copy: CopyRows,
): Generator<string> {
  for (let at = 0; at < publications.length; at += embeddedChunk) {
    const some = [...publications.subarray(at, at + embeddedChunk)];
    yield inTheOrderWritten + copy(withLiterals(exportRows(db, selection, some).toSQL()), at);
  }
}

/** The keys alone, by COPY: a million of them are four megabytes here. */
async function readKeys(database: Database, keys: string, signal?: AbortSignal): Promise<Int32Array> {
  let [all, length, rest] = [new Int32Array(4096), 0, ""];
  const take = (line: string) => {
    if (length === all.length) all = grown(all);
    all[length++] = Number(line);
  };
  const copy = `copy (select k.publication from (${keys}) k) to stdout`;
  for await (const piece of copyOut(database, [copy], signal)) {
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

async function countRows(database: Database, selection: Resolved, signal?: AbortSignal): Promise<number> {
  const count = withLiterals(exportCount(database.db, selection).toSQL());
  const [row] = await askAlone<{ count: number }>(database, count, signal);
  return row!.count; // an aggregate always answers
}

async function findDecimals(
  database: Database,
  selection: Resolved,
  signal?: AbortSignal,
): Promise<Decimals> {
  const rows = withLiterals(exportNumbers(database.db, selection).toSQL());
  const most = `
    select coalesce(max(scale(number)), 0) as scale, coalesce(max(length(trunc(abs(number))::text)), 1) as whole,
      coalesce(bool_or(sentence_lang is null), false) as records
    from (${rows}) r cross join lateral (values (value), (low), (high)) numbers (number)`;
  const [row] = await askAlone<Decimals>(database, most, signal);
  return row!; // an aggregate always answers
}

/** One figure shown at a revision, retracted or not, as a row of a download; null where there is none. */
export async function findExportRow(
  db: Reader,
  selection: Omit<Selection, "query"> & { readonly asOf?: string },
  publicId: string,
): Promise<ExportRow | null> {
  const id = await findPublication(db, publicId, selection.revision);
  if (id === null) return null;
  const query = selection.asOf === undefined ? {} : { as_of: selection.asOf };
  const [line] = await linesOfPublications(db, { ...selection, query }, [id]);
  return JSON.parse(line!) as ExportRow; // written by our own statement, of the one that was found
}

/** A row as JSON has it: decimals as digits, days as YYYY-MM-DD. */
export type ExportRow = Readonly<Record<FigureExportColumn, string | number | boolean | null>>;
