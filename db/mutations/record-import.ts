import { createHash } from "node:crypto";
import { and, desc, eq, inArray } from "drizzle-orm";
import { recordImportInput } from "@/domain/import/inputs";
import { newPublicId } from "@/domain/new-public-id";
import { importFiles, imports } from "../schema/imports";
import { mutation } from "./mutation";

/**
 * Keeps a file that somebody brought in, to be mapped, checked and taken in. The same file of the same editor that
 * nothing has come of yet is not kept twice. @returns the public id of the import
 */
export const recordImport = mutation(
  "record",
  "record_import",
  recordImportInput,
  async (tx, { fileName, bytes }, editor) => {
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const [there] = await tx
      .select({ publicId: imports.publicId })
      .from(imports)
      .where(
        and(
          eq(imports.sha256, sha256),
          eq(imports.authorId, editor.id),
          inArray(imports.state, ["uploaded", "checking", "checked", "failed"]),
        ),
      )
      .orderBy(desc(imports.id))
      .limit(1);
    if (there !== undefined) return { value: there, unchanged: true };
    const facts = { fileName, sha256, size: bytes.length, authorId: editor.id };
    let made: { id: number; publicId: string } | undefined;
    while (made === undefined)
      [made] = await tx
        .insert(imports)
        .values({ ...facts, publicId: newPublicId() })
        .onConflictDoNothing({ target: imports.publicId })
        .returning({ id: imports.id, publicId: imports.publicId });
    await tx.insert(importFiles).values({ importId: made.id, bytes });
    const { publicId } = made;
    return {
      value: { publicId },
      entity: `import:${publicId}`,
      after: { fileName, sha256, size: bytes.length },
    };
  },
);
