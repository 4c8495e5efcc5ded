"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { type DecisionState, readShown } from "@/components/admin/review/decision";
import { approveFigures } from "@/db/mutations/approve-figures";
import { sendBackFigure } from "@/db/mutations/send-back-figure";
import type { Refusal } from "@/domain/result";
import { deskMessagesOf } from "@/messages/desk";
import { database } from "../../_server/database";
import { requireEditor } from "../../_server/editor";
import { formOf } from "../../_server/form-of";
import { reasonsIn } from "../_server/reasons-in";
import { refusalSaid } from "../_server/refusal-said";

/** Approves the figures of a form, one or many, all or none. */
export async function approve(_: DecisionState, sent: FormData): Promise<DecisionState> {
  const form = formOf(sent);
  const editor = await requireEditor();
  const shown = form.getAll("figure").map(readShown);
  const known = shown.filter((one) => one !== null);
  if (known.length === 0 || known.length < shown.length)
    return { problem: deskMessagesOf(await getLocale()).review.batchNone, typed: "" };
  const reasons = reasonsIn(form);
  const figures = known.map((one) => ({ ...one, reasons }));
  const { db } = await database();
  const done = await approveFigures(db, editor, { figures, comment: null });
  if (!done.ok) return refusedState(done.refusal);
  return backTo(`approved=${figures.length}`);
}

/** Sends a figure back with what its author is to do. */
export async function sendBack(_: DecisionState, sent: FormData): Promise<DecisionState> {
  const form = formOf(sent);
  const editor = await requireEditor();
  const comment = String(form.get("comment") ?? "");
  const shown = readShown(form.get("figure"));
  const { commentNeeded } = deskMessagesOf(await getLocale()).review;
  if (shown === null || comment.trim() === "") return { problem: commentNeeded, typed: comment };
  const { db } = await database();
  const done = await sendBackFigure(db, editor, { ...shown, comment });
  if (!done.ok) return refusedState(done.refusal, comment);
  return backTo("sent-back=1");
}

const refusedState = async (refusal: Refusal, typed = ""): Promise<DecisionState> => ({
  problem: refusalSaid(refusal, await getLocale()),
  typed,
});

function backTo(said: string): never {
  revalidatePath("/admin", "layout");
  redirect(`/admin/review?${said}`);
}
