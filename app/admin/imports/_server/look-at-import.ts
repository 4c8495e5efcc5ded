import { createHash } from "node:crypto";
import type { Reader } from "@/db/client";
import { type FoundImport, findImportFile, findRememberedMap } from "@/db/queries/find-import";
import { findLexicon } from "@/db/queries/find-lexicon";
import type { BaseMap, TableLook } from "@/domain/import/rows-apart";
import type { TableOptions } from "@/domain/import/table";
import type { ReadingProblem } from "@/domain/import/table-refusal";
import { ok, type Result } from "@/domain/result";
import { lookAtTableApart } from "../../../_server/read-rows";

/** A table as an editor is shown it, and where the map it is shown with comes from. */
export type ImportLook = TableLook & { readonly from: "map" | "remembered" | "suggested" | "own" };

/** Looks kept: going to and fro between the steps of one import should not read a large file each time. */
const kept = 12;
const looks = new Map<string, TableLook>();

/**
 * Looks at the table of an import under its own map, or else the one remembered from the last file of the same columns,
 * or else a suggested one.
 */
export async function lookAtImport(
  db: Reader,
  found: FoundImport,
  options: Omit<TableOptions, "limits">,
): Promise<Result<ImportLook, ReadingProblem>> {
  const lookUnder = await looker(db, found, options);
  if (found.map !== null) return as("map", await lookUnder(found.map));
  const first = await lookUnder(null);
  if (!first.ok) return first;
  if (first.value.own) return as("own", first);
  const remembered = await findRememberedMap(db, first.value.headerSha256);
  if (remembered === null) return as("suggested", first);
  return as("remembered", await lookUnder({ ...remembered, table: undefined }));
}

const as = (from: ImportLook["from"], looked: Result<TableLook, ReadingProblem>) =>
  looked.ok ? ok({ ...looked.value, from }) : looked;

async function looker(db: Reader, found: FoundImport, options: Omit<TableOptions, "limits">) {
  const lexicon = await findLexicon(db);
  return async (map: BaseMap | null): Promise<Result<TableLook, ReadingProblem>> => {
    const name = nameOf([found.sha256, options, map, lexicon]);
    const known = looks.get(name);
    if (known !== undefined) return ok(known);
    const file = await findImportFile(db, found.publicId);
    if (file === null) throw new Error(`the file of import ${found.publicId} is gone`);
    const looked = await lookAtTableApart(file.bytes, { fileName: file.fileName, options, map, lexicon });
    if (looked.ok) {
      looks.set(name, looked.value);
      for (const old of [...looks.keys()].slice(0, -kept)) looks.delete(old);
    }
    return looked;
  };
}

const nameOf = (of: readonly unknown[]): string =>
  createHash("sha256").update(JSON.stringify(of)).digest("hex");
