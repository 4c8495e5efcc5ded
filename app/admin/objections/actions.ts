"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import type { AnswerState } from "@/components/admin/objections/answer-state";
import { answerObjection } from "@/db/mutations/answer-objection";
import { deskMessagesOf } from "@/messages/desk";
import { database } from "../../_server/database";
import { requireEditor } from "../../_server/editor";
import { formOf } from "../../_server/form-of";

/** Answers an objection. One that is accepted leads on to the form of its figure: a revision or a correction follows. */
export async function answer(_: AnswerState, sent: FormData): Promise<AnswerState> {
  const form = formOf(sent);
  const editor = await requireEditor();
  const typed = String(form.get("answer") ?? "");
  const outcome = form.get("outcome") === "accepted" ? "accepted" : "declined";
  const { db } = await database();
  const done = await answerObjection(db, editor, { id: Number(form.get("id")), outcome, answer: typed });
  const { problem } = deskMessagesOf(await getLocale()).objections;
  if (!done.ok) {
    const { kind } = done.refusal;
    return {
      typed,
      problem:
        kind === "invalid" ? problem.answer : kind === "forbidden" ? problem.forbidden : problem.conflict,
    };
  }
  revalidatePath("/admin", "layout");
  redirect(
    outcome === "accepted" ? `/admin/figures/${done.value}?edit=1` : "/admin/objections?said=declined",
  );
}
