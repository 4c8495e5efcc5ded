import { checkImport } from "@/db/mutations/check-import";
import { runImport } from "@/db/mutations/run-import";
import { beginImport, endImport } from "@/db/mutations/work-on-import";
import { findImport, findImportFile } from "@/db/queries/find-import";
import { findLexicon } from "@/db/queries/find-lexicon";
import type { RowReading } from "@/domain/import/row";
import type { Editor } from "@/domain/permission";
import { database } from "./database";
import { errorFacts, log } from "./log";
import { Broken, readRowsApart } from "./read-rows";

/** What is to be done with a table: find out what it would do, or take it in. */
export type ImportWork = {
  readonly publicId: string;
  readonly editor: Editor;
  readonly what: "checking" | "importing";
  /** All, which refuses where a row is refused, or the valid ones. */
  readonly only: "valid" | "all";
};

/** How many rows were read of how many. */
type Far = { done: number; total: number };
type Line = { readonly works: (ImportWork & { readonly far: Far })[]; last: Promise<void> };

/** Modules are loaded more than once in a Next process; there is one line for all of them. */
const shared = globalThis as { verbatimImports?: Line };
const line = (): Line => {
  shared.verbatimImports ??= { works: [], last: Promise.resolve() };
  return shared.verbatimImports;
};

/** What this process does, or is about to do, with a table; null where it does nothing. */
export function workOn(
  publicId: string,
): (Pick<ImportWork, "what"> & { readonly waiting: boolean; readonly far: Readonly<Far> }) | null {
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
 * Begins work that goes on after the answer: no request is held for minutes. One table at a time in a process. How far
 * it is stands in the database, where a site that is stopped leaves it, to be gone on with.
 */
export function beginWork(asked: ImportWork): void {
  const { works } = line();
  if (works.some(({ publicId }) => publicId === asked.publicId)) return;
  const work = { ...asked, far: { done: 0, total: 0 } };
  works.push(work);
  line().last = line().last.then(async () => {
    try {
      await carryOut(work);
    } catch (error) {
      log("error", "an import stopped", { import: work.publicId, ...errorFacts(error) });
    } finally {
      works.splice(works.indexOf(work), 1);
    }
  });
}

async function carryOut({ publicId, editor, what, only, far }: Line["works"][number]): Promise<void> {
  const opened = await database();
  const { db } = opened;
  const [found, file] = [await findImport(db, publicId), await findImportFile(db, publicId)];
  if (found === null || file === null || found.map === null) return;
  const { map } = found;
  const asked = { fileName: file.fileName, options: map.table ?? {}, map, lexicon: await findLexicon(db) };
  const read = await readRowsApart(file.bytes, asked);
  if (!read.ok) return fail(publicId, editor, what, new Broken(read.refusal).message);
  const { total, header } = read.value;
  const readings = counted(read.value.readings, far, total);
  const done =
    what === "checking"
      ? await checkImport(opened, editor, publicId, readings, total * (map.figures?.length ?? 1), { header })
      : await runImport(opened, editor, publicId, readings, { only, header });
  if (!done.ok) log("warn", "an import was refused", { import: publicId, refusal: done.refusal.kind });
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
async function fail(
  publicId: string,
  editor: Editor,
  work: ImportWork["what"],
  failure: string,
): Promise<void> {
  const { db } = await database();
  const begun = await beginImport(db, editor, { publicId, work });
  if (!begun.ok) return;
  const { rowVersion } = begun.value;
  await endImport(db, editor, { publicId, rowVersion, state: "failed", failure });
}
