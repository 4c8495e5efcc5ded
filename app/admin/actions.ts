"use server";

import { revalidatePath } from "next/cache";
import { notFound } from "next/navigation";
import { setRecords as set } from "@/db/mutations/set-records";
import { database } from "../_server/database";
import { requireEditor } from "../_server/editor";
import { formOf } from "../_server/form-of";

/** Says whether figures that stand in rows of datasets may reach readers. */
export async function setRecords(sent: FormData): Promise<void> {
  const form = formOf(sent);
  const editor = await requireEditor();
  const { db } = await database();
  const records = form.get("records") === "published" ? "published" : null;
  const done = await set(db, editor, { records });
  if (!done.ok) notFound(); // only forged
  revalidatePath("/", "layout");
}
