import { approveImport } from "@/db/mutations/approve-import";
import { checkImport } from "@/db/mutations/check-import";
import { runImport } from "@/db/mutations/run-import";
import { submitImport } from "@/db/mutations/submit-import";
import { undoImport } from "@/db/mutations/undo-import";
import { beginImport, endImport } from "@/db/mutations/work-on-import";
import { findImport, findImportFile } from "@/db/queries/find-import";
import { findLexicon } from "@/db/queries/find-lexicon";
import { failureText, type Work } from "@/domain/import/failure";
import type { RowReading } from "@/domain/import/row";
import type { Editor } from "@/domain/permission";
import type { Refusal, Result } from "@/domain/result";
import { database } from "./database";
import { errorFacts, log } from "./log";
import { readRowsApart } from "./read-rows";

type Reasons = Readonly<Record<string, string>>;
/** What is to be done: find out what a table would do, take it in, or do something with what it wrote as a whole. */
type Task =
  | {
      readonly what: "checking" | "importing";
      /** All, which refuses where a row is refused, or the valid ones. */
      readonly only: "valid" | "all";
    }
  | { readonly what: "submitting"; readonly reasons: Reasons }
  | { readonly what: "approving"; readonly reasons: Reasons; readonly comment: string | null }
  /** As whoever asks saw it: what changed since is not taken back unseen. */
  | { readonly what: "undoing"; readonly rowVersion: number };
export type ImportWork = { readonly publicId: string; readonly editor: Editor } & Task;

/** How many rows or drafts were looked at, of how many. */
type Far = { done: number; total: number };
type Working = ImportWork & { readonly far: Far };
type Line = { readonly works: Working[]; last: Promise<void> };

/** Modules are loaded more than once in a Next process; there is one line for all of them. */
const shared = globalThis as { verbatimImports?: Line };
const line = (): Line => {
  shared.verbatimImports ??= { works: [], last: Promise.resolve() };
  return shared.verbatimImports;
};

/** What this process does, or is about to do, with a table; null where it does nothing. */
export function workOn(
  publicId: string,
): { readonly what: Work; readonly waiting: boolean; readonly far: Readonly<Far> } | null {
  const at = line().works.findIndex((one) => one.publicId === publicId);
  if (at < 0) return null;
  const { what, far } = line().works[at]!;
  return { what, waiting: at > 0, far };
}

/** How many tables this process works on, and how many wait for it. */
export function importsNow(): { readonly running: number; readonly waiting: number } {
  const { length } = line().works;
  return { running: Math.min(length, 1), waiting: Math.max(0, length - 1) };
}

/**
 * Begins work that goes on after the answer: no request is held for minutes. One table at a time in a process; asked
 * twice for the same table, the first counts. How far it is stands in the database, where a site that is stopped leaves
 * it, to be gone on with.
 */
export function beginWork(asked: ImportWork): void {
  const { works } = line();
  if (works.some(({ publicId }) => publicId === asked.publicId)) return;
  const work: Working = { ...asked, far: { done: 0, total: 0 } };
  works.push(work);
  line().last = line().last.then(async () => {
    try {
      const done = await carryOut(work);
      if (!done.ok)
        log("warn", "an import was refused", { import: work.publicId, refusal: done.refusal.kind });
    } catch (error) {
      log("error", "an import stopped", { import: work.publicId, ...errorFacts(error) });
    } finally {
      works.splice(works.indexOf(work), 1);
    }
  });
}

async function carryOut(work: Working): Promise<Result<unknown, Refusal>> {
  const { publicId, editor, far } = work;
  const { db } = await database();
  const onProgress = (done: number, total: number) => void Object.assign(far, { done, total });
  switch (work.what) {
    case "checking":
    case "importing":
      return readAndWork(work);
    case "submitting":
      return submitImport(db, editor, { publicId, reasons: work.reasons }, { onProgress });
    case "approving": {
      const { comment, reasons } = work;
      return approveImport({ db }, editor, { publicId, comment, reasons }, { onProgress });
    }
    case "undoing":
      return undoImport(db, editor, { publicId, rowVersion: work.rowVersion });
  }
}

type Reading = Extract<Working, { what: "checking" | "importing" }>;
const done = { ok: true, value: null } as const;

async function readAndWork(work: Reading): Promise<Result<unknown, Refusal>> {
  const { publicId, editor, what, only, far } = work;
  const opened = await database();
  const { db } = opened;
  const [found, file] = [await findImport(db, publicId), await findImportFile(db, publicId)];
  if (found === null || file === null || found.map === null) return done;
  const { map } = found;
  const asked = { fileName: file.fileName, options: map.table ?? {}, map, lexicon: await findLexicon(db) };
  const read = await readRowsApart(file.bytes, asked);
  if (!read.ok) return fail(work, failureText({ kind: "unreadable", problem: read.refusal }));
  const { total, header } = read.value;
  const readings = counted(read.value.readings, far, total);
  return what === "checking"
    ? checkImport(opened, editor, publicId, readings, total * (map.figures?.length ?? 1), { header })
    : runImport(opened, editor, publicId, readings, { only, header });
}

/** Counts the rows as they are read, for whoever watches. */
async function* counted(
  readings: AsyncIterable<RowReading>,
  far: Far,
  total: number,
): AsyncGenerator<RowReading> {
  far.total = total;
  let row = 0;
  for await (const reading of readings) {
    if (reading.row !== row) far.done++;
    row = reading.row;
    yield reading;
  }
}

/** Marks an import as stopped whose table could not even be begun. */
async function fail({ publicId, editor, what }: Reading, failure: string): Promise<typeof done> {
  const { db } = await database();
  const begun = await beginImport(db, editor, { publicId, work: what });
  if (!begun.ok) return done;
  const { rowVersion } = begun.value;
  await endImport(db, editor, { publicId, rowVersion, state: "failed", failure });
  return done;
}
