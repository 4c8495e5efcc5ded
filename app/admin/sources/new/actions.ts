"use server";

import { redirect } from "next/navigation";
import type { Intake } from "@/components/admin/article/intake";
import { hasLeave } from "@/db/mutations/leave";
import { slug } from "@/domain/inputs";
import { database } from "../../../_server/database";
import { requireEditor } from "../../../_server/editor";
import { formOf } from "../../../_server/form-of";
import { errorFacts, log } from "../../../_server/log";
import { readIntake } from "../_server/read-intake";
import { recordIntake, recordVersion } from "../_server/record-intake";

/** Reads what was pasted, or records what was read; the article's own page follows. */
export async function takeIn(_: Intake, sent: FormData): Promise<Intake> {
  const form = formOf(sent);
  const editor = await requireEditor();
  const text = String(form.get("text") ?? "");
  if (!hasLeave(editor, "record", "record_source")) return { step: "paste", text, problem: "forbidden" };
  const { db } = await database();
  const intent = form.get("intent") ?? (form.has("card") ? "record" : "read");
  if (intent === "again") return { step: "paste", text, problem: null };
  const version = slug.safeParse(form.get("version"));
  const done = await takeInOrSay(async (): Promise<Intake | { to: string }> => {
    if (version.success) return recordVersion(db, editor, form, version.data);
    return intent === "record" ? recordIntake(db, editor, form) : readIntake(db, form);
  });
  return "to" in done ? redirect(done.to) : done;

  /** An error page in place of the form would lose the article: it comes back in its box, with what happened. */
  async function takeInOrSay<T>(step: () => Promise<T>): Promise<T | Intake> {
    try {
      return await step();
    } catch (error) {
      log("error", "an article could not be taken in", errorFacts(error));
      return { step: "paste", text, problem: "failed" };
    }
  }
}
