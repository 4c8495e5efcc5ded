"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { momentWords } from "@/components/admin/history/moment";
import { problemWords } from "@/components/admin/imports/table-words";
import type { DecisionState } from "@/components/admin/review/decision";
import { hasLeave } from "@/db/mutations/leave";
import { recordImport } from "@/db/mutations/record-import";
import { fill } from "@/domain/format";
import { importMessagesOf } from "@/messages/imports";
import { database } from "../../_server/database";
import { requireEditor } from "../../_server/editor";
import { formOf } from "../../_server/form-of";
import { csvOfPasteApart } from "../../_server/read-rows";

/** Most UTF-16 units of a paste: more comes in as a file. */
const longestPaste = 2_000_000;

/** Keeps rows that were pasted as the CSV file they amount to. */
export async function pasteRows(_: DecisionState, sent: FormData): Promise<DecisionState> {
  const form = formOf(sent);
  const [editor, locale] = [await requireEditor(), await getLocale()];
  const words = importMessagesOf(locale);
  const text = String(form.get("text") ?? "");
  const refuse = (problem: string): DecisionState => ({ problem, typed: text });
  if (!hasLeave(editor, "record", "record_import")) return refuse(words.problem.forbidden);
  if (text.trim() === "") return refuse(words.problem.no_text);
  if (text.length > longestPaste) return refuse(words.problem.paste_too_large);
  const fileName = `${fill(words.upload.pasted, { date: momentWords(new Date(), locale) })}.csv`;
  const csv = await csvOfPasteApart(text, fileName);
  if (!csv.ok) return refuse(problemWords(csv.refusal, words, locale));
  const { db } = await database();
  const made = await recordImport(db, editor, { fileName, bytes: new TextEncoder().encode(csv.value) });
  if (!made.ok) return refuse(words.problem.failed);
  redirect(`/admin/imports/${made.value.publicId}`);
}
