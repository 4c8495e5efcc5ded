"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import type { FigureFormState } from "@/components/admin/history/figure-form-state";
import type { DecisionState } from "@/components/admin/review/decision";
import { discardDraft } from "@/db/mutations/discard-draft";
import { restoreRevision } from "@/db/mutations/restore-revision";
import { retractFigure } from "@/db/mutations/retract-figure";
import { publicId as publicIdInput } from "@/domain/inputs";
import type { Refusal, Result } from "@/domain/result";
import { database } from "../../../_server/database";
import { requireEditor } from "../../../_server/editor";
import { boundAs, formOf, tried } from "../../../_server/form-of";
import { refusalSaid } from "../../_server/refusal-said";
import { saveForm } from "../_server/save-form";

/** Saves the form, and hands it to review where asked. */
export async function save(bound: string, state: FigureFormState, sent: FormData): Promise<FigureFormState> {
  const form = formOf(sent);
  const publicId = boundAs(publicIdInput, bound);
  const editor = await requireEditor();
  const { db } = await database();
  const saving = { db, editor, locale: await getLocale(), publicId };
  const saved = await saveForm(saving, boundAs(tried, state).tries, form);
  revalidatePath("/admin", "layout");
  if (saved === "submitted") redirect(`/admin/figures/${publicId}?said=submitted`);
  return saved;
}

const rowVersionIn = (form: FormData) => Number(form.get("rowVersion"));
const reasonIn = (form: FormData) => String(form.get("reason") ?? "");

export async function discard(bound: string, _: DecisionState, sent: FormData): Promise<DecisionState> {
  const form = formOf(sent);
  const id = boundAs(publicIdInput, bound);
  const editor = await requireEditor();
  const { db } = await database();
  return told(
    id,
    "discarded",
    await discardDraft(db, editor, { publicId: id, rowVersion: rowVersionIn(form) }),
  );
}

export async function retract(bound: string, _: DecisionState, sent: FormData): Promise<DecisionState> {
  const form = formOf(sent);
  const id = boundAs(publicIdInput, bound);
  const editor = await requireEditor();
  const { db } = await database();
  const reason = reasonIn(form);
  const done = await retractFigure(db, editor, { publicId: id, rowVersion: rowVersionIn(form), reason });
  return told(id, "retracted", done, reason);
}

export async function restore(
  bound: string,
  number: number,
  _: DecisionState,
  sent: FormData,
): Promise<DecisionState> {
  const form = formOf(sent);
  const id = boundAs(publicIdInput, bound);
  const editor = await requireEditor();
  const { db } = await database();
  const reason = reasonIn(form);
  const change = form.get("change") === "correction" ? "correction" : "revision";
  const wanted = { publicId: id, rowVersion: rowVersionIn(form), number, change, reason } as const;
  return told(id, "restored", await restoreRevision(db, editor, wanted), reason);
}

/** Back to the figure with what was done, or the form again with why not. */
async function told(
  id: string,
  said: "discarded" | "retracted" | "restored",
  done: Result<unknown, Refusal>,
  typed = "",
): Promise<DecisionState> {
  if (!done.ok) return { problem: refusalSaid(done.refusal, await getLocale()), typed };
  revalidatePath("/admin", "layout");
  redirect(`/admin/figures/${id}?said=${said}`);
}
