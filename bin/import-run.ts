import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { Database } from "@/db/client";
import { mapImport } from "@/db/mutations/map-import";
import { recordImport } from "@/db/mutations/record-import";
import { runImport } from "@/db/mutations/run-import";
import { saveCheck } from "@/db/mutations/save-check";
import { beginImport } from "@/db/mutations/work-on-import";
import { findImport } from "@/db/queries/find-import";
import { findLexicon } from "@/db/queries/find-lexicon";
import { type ImportPlan, planImport } from "@/db/queries/plan-import";
import type { ImportMap } from "@/domain/import/map";
import { readRows } from "@/domain/import/read-rows";
import { headerText } from "@/domain/import/record";
import { refusedCsv } from "@/domain/import/refused-csv";
import type { RowReading } from "@/domain/import/row";
import type { Editor } from "@/domain/permission";
import { headerSha256 } from "./header-sha256";
import type { ReadFile } from "./import-file";
import { given } from "./import-refused";
import { type ProgressOut, showProgress } from "./progress";

/** A table with its map, and the database it is held against. */
export type Importing = {
  readonly database: Database;
  readonly file: ReadFile;
  readonly map: ImportMap;
  readonly out: ProgressOut;
};

export const sha256Of = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** Finds out what the table would do. Nothing is written. */
export async function plan({ database, file, map, out }: Importing): Promise<ImportPlan> {
  const lexicon = await findLexicon(database.db);
  const progress = showProgress(out, "rows read");
  const { rows } = file.table;
  const at = new Map(rows.map(({ number }, index) => [number, index + 1]));
  function* readings(): Generator<RowReading> {
    for (const reading of readRows(file.table, map, lexicon)) {
      progress.at(at.get(reading.row) ?? 0, rows.length);
      yield reading;
    }
  }
  const made = await planImport(database, map, readings());
  progress.at(rows.length, rows.length);
  progress.end();
  return made;
}

/** Takes in what was planned, in somebody's name. @returns the id of the import, and what it wrote */
export async function takeIn(
  importing: Importing,
  editor: Editor,
  planned: ImportPlan,
  { only, signal }: { only: "valid" | "all"; signal: AbortSignal },
): Promise<{ id: string; written: { new: number; changed: number } }> {
  const { database, file, map, out } = importing;
  const { db } = database;
  const { publicId } = given(await recordImport(db, editor, { fileName: file.fileName, bytes: file.bytes }));
  await keepMap(importing, editor, publicId);
  const { rowVersion } = given(await beginImport(db, editor, { publicId, work: "checking" }));
  const refused = new TextEncoder().encode(refusedCsv(planned.refused, headerText(file.table)));
  given(await saveCheck(db, editor, { publicId, rowVersion, report: planned.report, refused }));
  const lexicon = await findLexicon(db);
  const progress = showProgress(out, "figures written");
  const written = given(
    await runImport(database, editor, publicId, readRows(file.table, map, lexicon), {
      ...{ only, signal, header: headerText(file.table) },
      onProgress: (done, total) => progress.at(done, total),
    }),
  );
  progress.end();
  return { id: publicId, written };
}

/** The map as it will be remembered; one that an earlier try of the same file kept already is left as it is. */
async function keepMap({ database, file, map }: Importing, editor: Editor, publicId: string): Promise<void> {
  const { db } = database;
  const found = await findImport(db, publicId);
  const kept: ImportMap = Object.keys(file.options).length === 0 ? map : { ...map, table: file.options };
  if (found === null || isDeepStrictEqual(found.map, JSON.parse(JSON.stringify(kept)))) return;
  const { rowVersion } = found;
  const header = headerSha256(file.table.header);
  given(await mapImport(db, editor, { publicId, rowVersion, map: kept, headerSha256: header }));
}
