import { refusedCsv } from "@/domain/import/refused-csv";
import type { CheckReport } from "@/domain/import/report";
import type { RowReading } from "@/domain/import/row";
import type { Editor } from "@/domain/permission";
import { ok, type Refusal, type Result, refused } from "@/domain/result";
import type { Database } from "../client";
import { planImport } from "../queries/plan-import";
import { saveCheck } from "./save-check";
import { given, heart, layDownFailed, WorkRefused } from "./work-in-hand";
import { beatImport, beginImport } from "./work-on-import";

/**
 * Finds out what a file would do, and keeps the answer with its import; nothing else is written.
 * @param total how many figures the readings will be, for whoever watches
 */
export async function checkImport(
  { db }: Pick<Database, "db">,
  editor: Editor,
  publicId: string,
  readings: AsyncIterable<RowReading> | Iterable<RowReading>,
  total: number,
): Promise<Result<CheckReport, Refusal>> {
  const begun = await beginImport(db, editor, { publicId, work: "checking" });
  if (!begun.ok) return begun;
  const work = begun.value;
  const { rowVersion } = work;
  try {
    given(await beatImport(db, editor, { publicId, rowVersion, total, done: 0 }));
    const plan = await planImport({ db }, work.map, readings, { beat: heart(db, editor, work) });
    const csv = new TextEncoder().encode(refusedCsv(plan.refused));
    given(await saveCheck(db, editor, { publicId, rowVersion, report: plan.report, refused: csv }));
    return ok(plan.report);
  } catch (error) {
    await layDownFailed(db, editor, work, error);
    if (error instanceof WorkRefused) return refused(error.refusal);
    throw error;
  }
}
