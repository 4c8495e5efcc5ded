import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { link, open, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { constants, createGzip } from "node:zlib";
import type { Database } from "../client";
import { Lines, RowSum, type Sum } from "./copy-text";
import { closing, type End, endMark, headMark } from "./form";
import { type Snapshot, takeSnapshot } from "./snapshot";
import { columnList, quoted } from "./tables";

/** What was kept, and what it cost. */
export type Kept = Snapshot["known"] & {
  readonly rows: number;
  readonly bytes: number;
  /** How long the database was held for it; on the embedded engine others waited. */
  readonly heldMilliseconds: number;
};

/**
 * Writes all of a running database to a file, as it is at one moment. The file is there whole or not at all: written
 * beside its place, sent to the disk, then given its name. A file that is there already is never written over.
 */
export function writeBackup(database: Database, file: string, signal?: AbortSignal): Promise<Kept> {
  return database.withSetupLock(() => writeBackupHeld(database, file, signal));
}

/** The same for whoever holds the setup lock: nobody changes the tables meanwhile, nor makes a backup of their own. */
export async function writeBackupHeld(database: Database, file: string, signal?: AbortSignal): Promise<Kept> {
  if (existsSync(file)) throw new Error(`${file} is there already: choose another name.`);
  const [rows, part] = [`${file}.rows-${process.pid}`, `${file}.part-${process.pid}`];
  try {
    const snapshot = await takeSnapshot(database, rows, signal);
    const text = new BackupText(snapshot, rows);
    const gzip = createGzip({ level: constants.Z_BEST_SPEED });
    const out = createWriteStream(part, { mode: 0o600, flags: "wx" });
    await pipeline(Readable.from(text.pieces()), gzip, out, { signal });
    await sendToDisk(part);
    await link(part, file).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code === "EEXIST") throw new Error(`${file} is there already: choose another name.`);
      await rename(part, file); // a file system without links
    });
    await sendToDisk(path.dirname(path.resolve(file)));
    const { size: bytes } = await stat(file);
    return { ...snapshot.known, rows: text.rows, bytes, heldMilliseconds: snapshot.milliseconds };
  } finally {
    await rm(rows, { force: true });
    await rm(part, { force: true });
  }
}

/** The text of a backup, hashed and summed as it goes by. */
class BackupText {
  rows = 0;
  private hash = createHash("sha256");

  constructor(
    private snapshot: Snapshot,
    private file: string,
  ) {}

  async *pieces(): AsyncGenerator<Uint8Array> {
    const { head, stretches, known } = this.snapshot;
    const sums: Record<string, Sum> = {};
    yield this.hashed(`${headMark}${JSON.stringify(head)}\n`);
    for (const { table: name, start, end } of stretches) {
      const table = head.tables.find((one) => one.name === name)!; // they are of the same list
      yield this.hashed(`COPY ${quoted(name)} (${columnList(table)}) FROM stdin;\n`);
      const sum = new RowSum();
      if (end > start) yield* this.rowsOf(start, end, sum);
      sums[name] = sum.value;
      this.rows += sum.value.rows;
      yield this.hashed(`${closing}\n`);
    }
    const last: End = { tables: sums, ...known, sha256: this.hash.copy().digest("hex") };
    yield Buffer.from(`${endMark}${JSON.stringify(last)}\n`);
  }

  private async *rowsOf(start: number, end: number, sum: RowSum): AsyncGenerator<Uint8Array> {
    const lines = new Lines();
    for await (const piece of createReadStream(this.file, { start, end: end - 1, highWaterMark: 1 << 20 })) {
      for (const line of lines.of(piece)) sum.add(line);
      yield this.hashed(piece);
    }
  }

  private hashed(piece: Buffer | string): Buffer {
    this.hash.update(piece);
    return Buffer.from(piece);
  }
}

async function sendToDisk(target: string): Promise<void> {
  const handle = await open(target, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
