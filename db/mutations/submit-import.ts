import { sql } from "drizzle-orm";
import { z } from "zod";
import { importAsRead, submitImportInput } from "@/domain/import/inputs";
import type { Editor } from "@/domain/permission";
import { may } from "@/domain/permission";
import { type Refusal, type Result, refused } from "@/domain/result";
import { blocks, holds } from "@/domain/validate/finding";
import type { Db } from "../client";
import { figures } from "../schema/figures";
import { keepReasons, refuseUnanswered } from "./answer-batch";
import { type BatchOptions, layDown, withBatch } from "./batch-in-hand";
import { checkDrafts, checkedDraft, findBatchDrafts } from "./import-batch";
import { mutation, Refused } from "./mutation";

const checkedInput = importAsRead.extend({
  reasons: submitImportInput.shape.reasons,
  drafts: z.array(checkedDraft).min(1),
});

/** Hands drafts that were checked to review, all of them or none. */
const submitChecked = mutation(
  "submit",
  "submit_import",
  checkedInput,
  async (tx, { drafts, reasons, ...held }, editor) => {
    refuseUnanswered(drafts, reasons);
    await keepReasons(tx, drafts, reasons, editor.id);
    const rows = drafts.map(({ id, rowVersion }) => ({ id, rowVersion }));
    const saved = await tx.execute(sql`update ${figures} set status = 'in_review', submitted_at = now(),
        row_version = ${figures.rowVersion} + 1
      from json_to_recordset(${JSON.stringify(rows)}::json) w(id int, "rowVersion" int)
      where ${figures.id} = w.id and ${figures.rowVersion} = w."rowVersion" returning ${figures.id}`);
    if (saved.length < drafts.length) throw new Refused({ kind: "conflict" });
    await layDown(tx, held);
    const submitted = drafts.length;
    const after = { submitted, reasons, figures: drafts.map((one) => one.publicId) };
    return { value: { submitted }, entity: `import:${held.publicId}`, after };
  },
);

/**
 * Hands the drafts of an import to review, all that nothing holds back, at once. Every rule that warns of some needs a
 * reason, kept with each of them. They are looked at first, which takes its time and writes nothing.
 * @returns how many were submitted
 */
export async function submitImport(
  db: Db,
  editor: Editor,
  input: z.input<typeof submitImportInput>,
  options: BatchOptions = {},
): Promise<Result<{ submitted: number }, Refusal>> {
  if (!may(editor, "submit")) return refused({ kind: "forbidden" });
  const parsed = submitImportInput.safeParse(input);
  if (!parsed.success) return refused({ kind: "invalid", fields: { reasons: ["cannot be read"] } });
  const { publicId, reasons } = parsed.data;
  return withBatch(db, editor, { publicId, work: "submitting", reasons }, options, async (held, watch) => {
    const waiting = (await findBatchDrafts(db, held.id)).filter(({ status }) => status !== "in_review");
    const checked = await checkDrafts(db, waiting, "all", watch);
    const free = checked.filter(({ findings }) => blocks(findings).length + holds(findings).length === 0);
    const kept = checked.filter(({ findings }) => holds(findings).length > 0).length;
    if (free.length === 0) return refused({ kind: "invalid", fields: { figures: [noneFree(kept)] } });
    const { rowVersion } = held;
    return submitChecked(db, editor, { publicId, rowVersion, reasons, drafts: free });
  });
}

const noneFree = (held: number): string =>
  held === 0
    ? "no draft of it can be submitted"
    : `no draft of it can be submitted: ${held} stand in a row of a dataset, not in a sentence, and are held back until an admin lets rows of datasets be published (the dataset must have an address)`;
