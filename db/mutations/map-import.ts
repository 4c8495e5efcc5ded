import { eq } from "drizzle-orm";
import { mapImportInput } from "@/domain/import/inputs";
import { importFiles, importRows, imports } from "../schema/imports";
import { importAsReadNow, isWorkedOn, refuseState } from "./import-as-read";
import { mutation, Refused } from "./mutation";

/**
 * Says how the rows of a file are read; what was checked under another map counts no more. Refused once something of it
 * was taken in. @returns the new row version
 */
export const mapImport = mutation("record", "map_import", mapImportInput, async (tx, input) => {
  const row = await importAsReadNow(tx, input);
  if (await isWorkedOn(tx, row)) throw new Refused({ kind: "conflict" });
  if (row.state === "imported" || row.state === "undone") throw refuseState(row.state);
  const written = await tx
    .select({ row: importRows.row })
    .from(importRows)
    .where(eq(importRows.importId, row.id))
    .limit(1);
  if (written.length > 0) throw refuseState("partly imported");
  const rowVersion = row.rowVersion + 1;
  const { map, headerSha256 = row.headerSha256 } = input;
  await tx
    .update(imports)
    .set({ map, headerSha256, state: "uploaded", report: null, failure: null, rowVersion })
    .where(eq(imports.id, row.id));
  await tx.update(importFiles).set({ refused: null }).where(eq(importFiles.importId, row.id));
  return {
    value: { rowVersion },
    entity: `import:${row.publicId}`,
    before: { map: row.map },
    after: { map },
  };
});
