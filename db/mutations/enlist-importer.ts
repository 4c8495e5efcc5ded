import { z } from "zod";
import type { Editor } from "@/domain/permission";
import { editors } from "../schema/editors";
import { mutation } from "./mutation";

/** In whose name the import command writes where it is told no other: nobody who signs in. */
export const importer: Editor = { id: "import-command", role: "system" };

const input = z.strictObject({ name: z.string().trim().min(1).max(100) });

/** Enters the import command among the editors, by the words readers of a history see; once. */
export const enlistImporter = mutation("admit", "enlist_importer", input, async (tx, { name }) => {
  const made = await tx
    .insert(editors)
    .values({ ...importer, name })
    .onConflictDoNothing()
    .returning({ id: editors.id });
  if (made.length === 0) return { value: null, unchanged: true };
  return { value: null, entity: `editor:${importer.id}`, after: { ...importer, name } };
});
