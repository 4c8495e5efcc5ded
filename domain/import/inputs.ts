import { z } from "zod";
import { publicId } from "../inputs";
import { importMap } from "./map";

/** What the verbs of an import take. */

const rowVersion = z.int().positive();
/** An import as somebody read it. */
export const importAsRead = z.strictObject({ publicId, rowVersion });

export const recordImportInput = z.strictObject({
  fileName: z.string().trim().min(1).max(255),
  bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.length > 0, "is empty"),
});

export const mapImportInput = importAsRead.extend({
  map: importMap,
  /** SHA-256 of the column names, under which the map is remembered for the next file of this form. */
  headerSha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, "must be a SHA-256 in hexadecimal")
    .nullish(),
});

/** Why warnings are gone past, by the name of the rule. */
const reasons = z.record(z.string(), z.string().trim().min(1).max(4000));

export const submitImportInput = z.strictObject({ publicId, reasons });
export const approveImportInput = z.strictObject({
  publicId,
  comment: z.string().trim().min(1).max(4000).nullable(),
  /** Answers to the warnings that arose since the drafts were submitted. */
  reasons: reasons.optional(),
});
