"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { z } from "zod";
import type { NewText } from "@/components/admin/changes/new-text";
import { resolveCarryover } from "@/db/mutations/resolve-carryover";
import { slug as slugInput } from "@/domain/inputs";
import { deskMessagesOf } from "@/messages/desk";
import { database } from "../../../../_server/database";
import { requireEditor } from "../../../../_server/editor";
import { boundAs, formOf } from "../../../../_server/form-of";
import { errorFacts, log } from "../../../../_server/log";
import { addText } from "../../_server/add-text";
import { addingRefused } from "../../_server/adding-refused";
import { pastedOf } from "../../_server/read-intake";

/** Records the text as it reads now. Whatever happens to it, what was typed stays in its box. */
export async function addVersion(bound: string, _: NewText, sent: FormData): Promise<NewText> {
  const form = formOf(sent);
  const slug = boundAs(slugInput, bound);
  const editor = await requireEditor();
  const text = String(form.get("text") ?? "");
  const { article, changes } = deskMessagesOf(await getLocale());
  const back = (problem: string, other: NewText["other"] = null): NewText => ({ text, problem, other });
  const added = await add();
  if (added === null) return back(article.problem.failed);
  if (added === "file") return back(article.problem.file);
  if (!added.ok) {
    const { problem, other } = await addingRefused(added.refusal);
    return back(problem, other);
  }
  if (added.value === "unchanged") return back(changes.unchanged);
  revalidatePath("/admin", "layout");
  redirect(`/admin/sources/${slug}/changes?said=added`);

  async function add() {
    try {
      const pasted = await pastedOf(form);
      return pasted === null ? "file" : await addText((await database()).db, editor, slug, pasted);
    } catch (error) {
      log("error", "a new text could not be taken in", errorFacts(error));
      return null;
    }
  }
}

/** Says that the editor has looked at a sentence that changed or is gone. */
export async function seen(bound: string, sent: FormData): Promise<void> {
  const form = formOf(sent);
  const slug = boundAs(slugInput, bound);
  const editor = await requireEditor();
  const carryover = z
    .string()
    .regex(/^\d{1,9}$/) // a box left empty is not zero
    .transform(Number)
    .safeParse(form.get("carryover"));
  const { db } = await database();
  const done = carryover.success
    ? await resolveCarryover(db, editor, { carryover: carryover.data })
    : { ok: false as const, refusal: { kind: "invalid" as const } };
  if (!done.ok) redirect(`/admin/sources/${slug}/changes?refused=${done.refusal.kind}`);
  revalidatePath("/admin", "layout");
}
