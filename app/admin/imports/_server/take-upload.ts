import type { NextRequest } from "next/server";
import { hasLeave } from "@/db/mutations/leave";
import { recordImport } from "@/db/mutations/record-import";
import { findLexicon } from "@/db/queries/find-lexicon";
import { tableLimits } from "@/domain/import/limits";
import type { ReadingProblem } from "@/domain/import/table-refusal";
import type { Editor } from "@/domain/permission";
import { database } from "../../../_server/database";
import { readLimitedForm, TooLarge } from "../../../_server/limited-form";
import { errorFacts, log } from "../../../_server/log";
import { lookAtTableApart } from "../../../_server/read-rows";

/** Room for what a form writes around its file. */
const most = tableLimits.fileBytes + 100_000;

const refusedAs = (kind: string, data: object = {}) =>
  `/admin/imports?${new URLSearchParams({ problem: JSON.stringify({ kind, data }) })}`;

/** Keeps a file that was sent. @returns where to go on: its page, or the list with why it was not taken */
export async function takeUpload(request: NextRequest, editor: Editor): Promise<string> {
  if (!hasLeave(editor, "record", "record_import")) return refusedAs("forbidden");
  const file = await fileIn(request);
  if (typeof file === "string") return refusedAs(file, file === "too_large" ? tooLarge : {});
  if (file === null) return refusedAs("no_file");
  const { db } = await database();
  const bytes = new Uint8Array(await file.arrayBuffer());
  const fileName = file.name.trim().slice(-255) || "file";
  const asked = { fileName, options: {}, map: null, lexicon: await findLexicon(db) };
  const looked = await lookAtTableApart(bytes, asked, request.signal);
  if (!looked.ok && !mendable(looked.refusal)) return refusedAs(looked.refusal.kind, looked.refusal.data);
  const made = await recordImport(db, editor, { fileName, bytes });
  return made.ok ? `/admin/imports/${made.value.publicId}` : refusedAs("failed");
}

const tooLarge = { limit: "fileBytes", most: tableLimits.fileBytes, at: null };

async function fileIn(request: NextRequest): Promise<File | "too_large" | "failed" | null> {
  try {
    const file = (await readLimitedForm(request, most, "browser")).get("file");
    return file instanceof File && file.size > 0 ? file : null;
  } catch (error) {
    if (error instanceof TooLarge) return "too_large";
    log("warn", "a form with a file could not be read", errorFacts(error));
    return "failed";
  }
}

/** Whether an editor can say something, on the page of the import, that makes the file readable. */
export function mendable({ kind, data }: ReadingProblem): boolean {
  switch (kind) {
    case "unsure_delimiter":
    case "open_quote":
    case "text_after_quote":
    case "no_rows":
      return true;
    case "empty":
      return data.sheets.length > 1;
    default:
      return false;
  }
}
