import { sql } from "drizzle-orm";
import { submitImportInput } from "@/domain/import/inputs";
import { blocks, holds } from "@/domain/validate/finding";
import { figures } from "../schema/figures";
import { keepReasons, refuseUnanswered } from "./answer-batch";
import { importNamed, refuseState } from "./import-as-read";
import { checkDrafts, findBatchDrafts } from "./import-batch";
import { mutation, Refused } from "./mutation";

/**
 * Hands the drafts of an import to review, all that nothing holds back, at once. Every rule that warns of some needs a
 * reason, kept with each of them. @returns how many were submitted
 */
export const submitImport = mutation(
  "submit",
  "submit_import",
  submitImportInput,
  async (tx, { publicId, reasons }, editor) => {
    const row = await importNamed(tx, publicId);
    if (row.state !== "imported") throw refuseState(row.state);
    const waiting = (await findBatchDrafts(tx, row.id)).filter(({ status }) => status !== "in_review");
    const checked = await checkDrafts(tx, waiting, "all");
    const free = checked.filter(({ findings }) => blocks(findings).length + holds(findings).length === 0);
    const held = checked.filter(({ findings }) => holds(findings).length > 0).length;
    if (free.length === 0) throw new Refused({ kind: "invalid", fields: { figures: [noneFree(held)] } });
    refuseUnanswered(free, reasons);
    await keepReasons(tx, free, reasons, editor.id);
    const rows = free.map(({ id, rowVersion }) => ({ id, rowVersion }));
    const saved = await tx.execute(sql`update ${figures} set status = 'in_review', submitted_at = now(),
        row_version = ${figures.rowVersion} + 1
      from json_to_recordset(${JSON.stringify(rows)}::json) w(id int, "rowVersion" int)
      where ${figures.id} = w.id and ${figures.rowVersion} = w."rowVersion" returning ${figures.id}`);
    if (saved.length < free.length) throw new Refused({ kind: "conflict" });
    const ids = free.map((one) => one.publicId);
    return {
      value: { submitted: free.length },
      entity: `import:${publicId}`,
      after: { submitted: free.length, reasons, figures: ids },
    };
  },
);

const noneFree = (held: number): string =>
  held === 0
    ? "no draft of it can be submitted"
    : `no draft of it can be submitted: ${held} stand in a row of a dataset, not in a sentence, and are held back until an admin lets rows of datasets be published (the dataset must have an address)`;
