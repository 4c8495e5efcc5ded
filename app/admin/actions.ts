"use server";

import { revalidatePath } from "next/cache";
import { setRecords as set } from "@/db/mutations/set-records";
import { database } from "../_server/database";
import { requireEditor } from "../_server/editor";

/** Says whether figures that stand in rows of datasets may reach readers. */
export async function setRecords(form: FormData): Promise<void> {
  const editor = await requireEditor();
  const { db } = await database();
  const records = form.get("records") === "published" ? "published" : null;
  const done = await set(db, editor, { records });
  if (!done.ok) throw new Error(`The setting of dataset rows was refused: ${done.refusal.kind}`); // only forged
  revalidatePath("/", "layout");
}
