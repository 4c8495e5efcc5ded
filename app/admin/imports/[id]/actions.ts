"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import type { MapState } from "@/components/admin/imports/map-shown";
import type { SubmitState } from "@/components/admin/imports/submit-state";
import type { DecisionState } from "@/components/admin/review/decision";
import { hasLeave } from "@/db/mutations/leave";
import { findImport } from "@/db/queries/find-import";
import { publicId as publicIdInput } from "@/domain/inputs";
import { importMessagesOf } from "@/messages/imports";
import { database } from "../../../_server/database";
import { requireEditor } from "../../../_server/editor";
import { boundAs, formOf } from "../../../_server/form-of";
import { beginWork } from "../../../_server/import-work";
import { reasonsIn } from "../../_server/reasons-in";
import { refusalSaid } from "../../_server/refusal-said";
import { saveMap, takeMapJson } from "../_server/save-map";

/** Keeps the columns as chosen; then shows how they read, or checks the whole table. */
export async function mapColumns(id: string, _: MapState, sent: FormData): Promise<MapState> {
  const form = formOf(sent);
  const at = await standing(id);
  if (!hasLeave(at.editor, "record", "map_import"))
    return { problems: [at.words.problem.forbidden], posted: null };
  const refused = await saveMap(at, form);
  if (refused !== null) return refused;
  if (form.get("intent") === "save") return goOn(id, "step=columns&said=saved");
  beginWork({ publicId: at.found.publicId, editor: at.editor, what: "checking", only: "all" });
  return goOn(id);
}

/** Uses a map given as JSON in place of what was chosen. */
export async function mapByJson(id: string, _: DecisionState, sent: FormData): Promise<DecisionState> {
  const form = formOf(sent);
  const at = await standing(id);
  const typed = String(form.get("json") ?? "");
  if (!hasLeave(at.editor, "record", "map_import")) return { problem: at.words.problem.forbidden, typed };
  const problem = await takeMapJson(at, typed, Number(form.get("rowVersion")));
  return problem === null ? goOn(id, "step=columns&said=map") : { problem, typed };
}

/** Checks a table, or takes it in; also goes on where that was stopped. */
export async function workOnTable(id: string, _: DecisionState, sent: FormData): Promise<DecisionState> {
  const form = formOf(sent);
  const { editor, found, words } = await standing(id);
  if (!hasLeave(editor, "record", "import_rows")) return { problem: words.problem.forbidden, typed: "" };
  const what = form.get("what") === "importing" ? "importing" : "checking";
  const only = form.get("only") === "all" ? "all" : "valid";
  beginWork({ publicId: found.publicId, editor, what, only });
  return goOn(id);
}

/** Hands the drafts of an import to review: one reason for each kind of warning. */
export async function submitBatch(id: string, _: SubmitState, sent: FormData): Promise<SubmitState> {
  const form = formOf(sent);
  const { editor, locale } = await standing(id);
  const reasons = reasonsIn(form);
  if (!hasLeave(editor, "submit", "submit_import"))
    return { problem: refusalSaid({ kind: "forbidden" }, locale), rules: [], reasons };
  beginWork({ publicId: id, editor, what: "submitting", reasons });
  return goOn(id, "asked=submitting");
}

/** Approves what was submitted of an import, for readers to see. */
export async function approveBatch(id: string, _: SubmitState, sent: FormData): Promise<SubmitState> {
  const form = formOf(sent);
  const { editor, locale } = await standing(id);
  const comment = String(form.get("comment") ?? "").trim() || null;
  const reasons = reasonsIn(form);
  if (!hasLeave(editor, ["review", "publish"], "approve_import"))
    return { problem: refusalSaid({ kind: "forbidden" }, locale), rules: [], reasons };
  beginWork({ publicId: id, editor, what: "approving", comment, reasons });
  return goOn(id, "asked=approving");
}

/** Takes an import back as a whole. */
export async function takeBack(id: string, _: DecisionState, sent: FormData): Promise<DecisionState> {
  const form = formOf(sent);
  const { editor, words } = await standing(id);
  if (!hasLeave(editor, "record", "undo_import")) return { problem: words.problem.forbidden, typed: "" };
  beginWork({ publicId: id, editor, what: "undoing", rowVersion: Number(form.get("rowVersion")) });
  return goOn(id, "asked=undoing");
}

async function standing(id: string) {
  const [editor, locale] = [await requireEditor(), await getLocale()];
  const { db } = await database();
  const found = await findImport(db, boundAs(publicIdInput, id));
  if (found === null) redirect("/admin/imports");
  return { editor, locale, db, found, words: importMessagesOf(locale) };
}

function goOn(id: string, said = ""): never {
  revalidatePath("/admin", "layout");
  redirect(`/admin/imports/${id}${said && `?${said}`}`);
}
