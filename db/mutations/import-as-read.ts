import { eq, sql } from "drizzle-orm";
import { imports } from "../schema/imports";
import { Refused, type Writer } from "./mutation";

export type ImportRow = typeof imports.$inferSelect;

/** After so long without a sign of life, whoever worked on an import is taken for gone. */
export const longestSilenceSeconds = 30;

/** An import, held until the end of the transaction. @throws Refused where there is none */
export async function importNamed(tx: Writer, publicId: string): Promise<ImportRow> {
  const [row] = await tx.select().from(imports).where(eq(imports.publicId, publicId)).for("update");
  if (row === undefined)
    throw new Refused({ kind: "invalid", fields: { publicId: [`no such import: ${publicId}`] } });
  return row;
}

/** An import as it was when somebody read it. @throws Refused conflict where it was saved since */
export async function importAsReadNow(
  tx: Writer,
  { publicId, rowVersion }: { publicId: string; rowVersion: number },
): Promise<ImportRow> {
  const row = await importNamed(tx, publicId);
  if (row.rowVersion !== rowVersion) throw new Refused({ kind: "conflict" });
  return row;
}

/** Whether somebody is at work on it: its last sign of life is young, by the clock of the database. */
export async function isWorkedOn(tx: Writer, { id }: ImportRow): Promise<boolean> {
  const [row] = await tx
    .select({
      young: sql<boolean>`coalesce(${imports.heartbeatAt} > clock_timestamp() - make_interval(secs => ${longestSilenceSeconds}), false)`,
    })
    .from(imports)
    .where(eq(imports.id, id));
  return row!.young; // held above
}

/** Refuses what an import in this state cannot be asked. */
export const refuseState = (state: string): Refused =>
  new Refused({ kind: "invalid", fields: { state: [`is ${state}`] } });
