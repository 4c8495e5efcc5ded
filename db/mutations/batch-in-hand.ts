import { setImmediate as breath } from "node:timers/promises";
import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { batchWorks, failureText, type ImportFailure } from "@/domain/import/failure";
import { importAsRead } from "@/domain/import/inputs";
import { publicId } from "@/domain/inputs";
import type { Editor } from "@/domain/permission";
import { type Refusal, type Result, refused } from "@/domain/result";
import type { Db } from "../client";
import { imports } from "../schema/imports";
import { importNamed, isWorkedOn, refuseState } from "./import-as-read";
import { mutation, Refused, type Writer } from "./mutation";
import { failureOf, given, WorkRefused } from "./work-in-hand";
import { beatImport, keepInHand } from "./work-on-import";

/** A batch that somebody has in hand. `rowVersion` tells this piece of work from any that follows it. */
export type HeldBatch = { readonly id: number; readonly publicId: string; readonly rowVersion: number };

const beginInput = z.strictObject({
  publicId,
  work: z.enum(batchWorks),
  /** The import as whoever asks saw it, where that matters. */
  rowVersion: z.int().positive().optional(),
});

/** Takes what an import wrote in hand as a whole. Refused as a conflict while somebody else is at work on it. */
export const beginBatch = mutation(
  "record",
  "begin_batch",
  beginInput,
  async (tx, { publicId: name, work, rowVersion: seen }) => {
    const row = await importNamed(tx, name);
    if (seen !== undefined && seen !== row.rowVersion) throw new Refused({ kind: "conflict" });
    if (await isWorkedOn(tx, row)) throw new Refused({ kind: "conflict" });
    if (work === "submitting" ? row.state !== "imported" : row.state === "undone")
      throw refuseState(row.state);
    const rowVersion = row.rowVersion + 1;
    await tx
      .update(imports)
      .set({ rowVersion, failure: null, heartbeatAt: sql`clock_timestamp()`, done: 0, total: 0 })
      .where(eq(imports.id, row.id));
    const value: HeldBatch = { id: row.id, publicId: name, rowVersion };
    return { value, entity: `import:${name}`, after: { work } };
  },
);

/** Lays a batch out of hand, in the transaction that did what was to be done with it. */
export async function layDown(tx: Writer, held: { publicId: string; rowVersion: number }): Promise<void> {
  const { id, rowVersion } = await keepInHand(tx, held);
  await tx
    .update(imports)
    .set({ heartbeatAt: null, rowVersion: rowVersion + 1 })
    .where(eq(imports.id, id));
}

const endInput = importAsRead.extend({ failure: z.string().min(1) });

/** Lays a batch out of hand of which nothing was done, and says why. */
export const endBatch = mutation("record", "end_batch", endInput, async (tx, { failure, ...held }) => {
  await layDown(tx, held);
  await tx.update(imports).set({ failure }).where(eq(imports.publicId, held.publicId));
  return { value: null, entity: `import:${held.publicId}`, after: { failure } };
});

export type BatchOptions = {
  /** Told how many drafts were looked at, of how many, before anything is written. */
  readonly onProgress?: (done: number, total: number) => void;
};
type Watch = (done: number, total: number) => Promise<void>;

type Asked = z.input<typeof beginInput> & { readonly reasons?: Readonly<Record<string, string>> | undefined };

/**
 * Does one thing with a batch as a whole, while nobody else does: takes it in hand, gives signs of life, and keeps with
 * it why nothing came of it where nothing did. `body` lays it out of hand in its one transaction.
 */
export async function withBatch<T>(
  db: Db,
  editor: Editor,
  { reasons, ...asked }: Asked,
  { onProgress }: BatchOptions,
  body: (held: HeldBatch, watch: Watch) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> {
  const begun = await beginBatch(db, editor, asked);
  if (!begun.ok) return begun;
  const { publicId: name, rowVersion } = begun.value;
  const end = (failure: ImportFailure) =>
    endBatch(db, editor, { publicId: name, rowVersion, failure: failureText(failure) });
  const no = async (refusal: Refusal) => {
    await end({ kind: "refused", work: asked.work, refusal, ...(reasons && { reasons }) });
    return refused(refusal);
  };
  try {
    const done = await body(begun.value, watcher(db, editor, begun.value, onProgress));
    return done.ok ? done : no(done.refusal);
  } catch (error) {
    if (error instanceof WorkRefused) return no(error.refusal);
    await end(failureOf(error)).catch((second: unknown) =>
      console.error(`The import ${name} could not be laid down:`, second),
    );
    throw error;
  }
}

const betweenBeats = 2000;

/** Tells whoever waits here at once, and the database at most every two seconds. */
function watcher(db: Db, editor: Editor, held: HeldBatch, tell: BatchOptions["onProgress"]): Watch {
  const { publicId: name, rowVersion } = held;
  let last = 0;
  return async (done, total) => {
    tell?.(done, total);
    await breath(); // whoever reads meanwhile is answered in the same process
    if (Date.now() - last < betweenBeats) return;
    last = Date.now();
    given(await beatImport(db, editor, { publicId: name, rowVersion, done, total }));
  };
}
