import type { Db } from "@/db/client";
import { enlistImporter, importer } from "@/db/mutations/enlist-importer";
import { listEditors } from "@/db/queries/list-editors";
import type { Editor } from "@/domain/permission";
import { BadUsage } from "./import-arguments";

/** In whose name the command works: a person's, by email, or its own. @throws {BadUsage} where nobody has that email */
export async function editorOf(db: Db, email: string | null): Promise<Editor> {
  if (email === null) {
    const enlisted = await enlistImporter(db, importer, { name: "Import command" });
    if (!enlisted.ok) throw new Error("the import command could not be entered among the editors");
    return importer;
  }
  const wanted = email.trim().toLowerCase();
  const found = (await listEditors(db)).find((one) => one.email === wanted);
  if (found === undefined) throw new BadUsage(`Nobody has an account under ${email}.`);
  if (found.state === "disabled") throw new BadUsage(`The account of ${email} is shut out.`);
  return { id: found.id, role: found.role };
}
