import { eq } from "drizzle-orm";
import { z } from "zod";
import { importAsRead } from "@/domain/import/inputs";
import type { CheckReport } from "@/domain/import/report";
import { importFiles, imports } from "../schema/imports";
import { mutation } from "./mutation";
import { keepInHand } from "./work-on-import";

const input = importAsRead.extend({
  report: z.custom<CheckReport>((value) => typeof value === "object" && value !== null, "is no report"),
  refused: z.instanceof(Uint8Array),
});

/** Keeps what a check found: the report, and the rows it refused. */
export const saveCheck = mutation(
  "record",
  "check_import",
  input,
  async (tx, { report, refused, ...work }) => {
    const { id, publicId, rowVersion } = await keepInHand(tx, work);
    await tx
      .update(imports)
      .set({ report, state: "checked", rowVersion: rowVersion + 1, heartbeatAt: null })
      .where(eq(imports.id, id));
    await tx.update(importFiles).set({ refused }).where(eq(importFiles.importId, id));
    return { value: null, entity: `import:${publicId}`, after: report.counts };
  },
);
