import { and, count, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { importAsRead } from "@/domain/import/inputs";
import type { ImportMap } from "@/domain/import/map";
import { publicId } from "@/domain/inputs";
import { importRows, imports } from "../schema/imports";
import { type ImportRow, importNamed, isWorkedOn, refuseState } from "./import-as-read";
import { mutation, Refused, type Writer } from "./mutation";

const beginInput = z.strictObject({ publicId, work: z.enum(["checking", "importing"]) });

/** An import that somebody has begun to work on. `rowVersion` tells this piece of work from any that follows it. */
export type BegunImport = Pick<ImportRow, "publicId" | "fileName" | "sha256" | "rowVersion"> & {
  readonly map: ImportMap;
  readonly work: "checking" | "importing";
  /** Figures written by an earlier attempt. */
  readonly done: number;
};

/**
 * Takes an import in hand, to check it or to take it in. Refused as a conflict while somebody else is at work on it;
 * one whose worker has gone silent may be taken up again.
 */
export const beginImport = mutation("record", "begin_import", beginInput, async (tx, { publicId, work }) => {
  const row = await importNamed(tx, publicId);
  if (await isWorkedOn(tx, row)) throw new Refused({ kind: "conflict" });
  if (row.state === "imported" || row.state === "undone") throw refuseState(row.state);
  if (row.map === null) throw new Refused({ kind: "invalid", fields: { map: ["is not chosen yet"] } });
  if (work === "importing" && row.report === null) throw refuseState("not checked");
  const rowVersion = row.rowVersion + 1;
  await tx
    .update(imports)
    .set({ state: work, rowVersion, failure: null, heartbeatAt: sql`clock_timestamp()` })
    .where(eq(imports.id, row.id));
  const [written] = await tx
    .select({ done: count() })
    .from(importRows)
    .where(eq(importRows.importId, row.id));
  const { fileName, sha256, map } = row;
  const value: BegunImport = { publicId, fileName, sha256, map, rowVersion, work, done: written!.done };
  const before = { state: row.state };
  return { value, entity: `import:${publicId}`, before, after: { state: work } };
});

/** Takes a sign of life, and how many figures there are to write. @throws Refused where others have taken it in hand */
export async function keepInHand(
  tx: Writer,
  { publicId, rowVersion }: { publicId: string; rowVersion: number },
  progress: { total?: number; more?: number } = {},
): Promise<ImportRow> {
  const { total, more = 0 } = progress;
  const [row] = await tx
    .update(imports)
    .set({
      heartbeatAt: sql`clock_timestamp()`,
      done: sql`${imports.done} + ${more}`,
      ...(total === undefined ? {} : { total }),
    })
    .where(and(eq(imports.publicId, publicId), eq(imports.rowVersion, rowVersion)))
    .returning();
  if (row === undefined) throw new Refused({ kind: "conflict" });
  return row;
}

const beatInput = importAsRead.extend({
  total: z.int().nonnegative().optional(),
  done: z.int().nonnegative().optional(),
});

/** Says that the work goes on. A sign of life is no event: it leaves no line in the audit. */
export const beatImport = mutation(
  "record",
  "beat_import",
  beatInput,
  async (tx, { total, done, ...work }) => {
    const { id } = await keepInHand(tx, work, { total });
    if (done !== undefined) await tx.update(imports).set({ done }).where(eq(imports.id, id));
    return { value: null, unchanged: true };
  },
);

const endInput = importAsRead.extend({
  state: z.enum(["checked", "imported", "failed"]),
  /** Why it failed, as `failureText` writes it. */
  failure: z.string().min(1).nullable(),
});

/** Lays an import out of hand. @returns what was written of it, earlier attempts included */
export const endImport = mutation(
  "record",
  "end_import",
  endInput,
  async (tx, { state, failure, ...work }) => {
    const { id, publicId, rowVersion } = await keepInHand(tx, work);
    await tx
      .update(imports)
      .set({ state, failure, rowVersion: rowVersion + 1, heartbeatAt: null })
      .where(eq(imports.id, id));
    const written = await tx
      .select({ outcome: importRows.outcome, count: count() })
      .from(importRows)
      .where(eq(importRows.importId, id))
      .groupBy(importRows.outcome);
    const of = (outcome: "new" | "changed") => written.find((one) => one.outcome === outcome)?.count ?? 0;
    const value = { new: of("new"), changed: of("changed") };
    return { value, entity: `import:${publicId}`, after: { state, failure, ...value } };
  },
);
