import { asc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { FigureInput } from "@/domain/inputs";
import type { Finding } from "@/domain/validate/finding";
import { validateFigure } from "@/domain/validate/validate-figure";
import type { Status } from "@/domain/vocabulary";
import type { Reader } from "../client";
import { BulkContext } from "../queries/bulk-context";
import { figureInputsOf } from "../queries/figure-inputs";
import type { Among } from "../queries/find-validation-context";
import { inList } from "../queries/json-list";
import { figures } from "../schema/figures";
import { importRows } from "../schema/imports";
import { overrides } from "../schema/overrides";

/** A draft that an import wrote and that still stands as it was written. */
export type BatchDraft = {
  readonly id: number;
  readonly publicId: string;
  readonly rowVersion: number;
  readonly status: Status;
  readonly revisionId: number;
  readonly row: number;
};
export type CheckedDraft = BatchDraft & {
  readonly metric: string;
  readonly findings: readonly Finding[];
  /** Reasons given before, by the name of the rule. */
  readonly given: Readonly<Record<string, string>>;
};

/** Handed from the check to the verb that writes: nobody else makes one. */
export const checkedDraft = z.custom<CheckedDraft>(
  (value) => typeof value === "object" && value !== null && "findings" in value,
);

/** What an import wrote that is still the draft of its figure, in the order of the file. */
export const findBatchDrafts = (db: Reader, importId: number): Promise<BatchDraft[]> =>
  db
    .select({
      id: figures.id,
      publicId: figures.publicId,
      rowVersion: figures.rowVersion,
      status: figures.status,
      revisionId: importRows.revisionId,
      row: importRows.row,
    })
    .from(importRows)
    .innerJoin(figures, eq(figures.draftRevisionId, importRows.revisionId))
    .where(eq(importRows.importId, importId))
    .orderBy(asc(importRows.row), asc(importRows.figure));

/** As many as are read at once: attributions are told apart by looking through all that were read together. */
const atOnce = 500;

/**
 * Runs the validator on drafts, each held against the collection. On their way to readers they are held against what
 * readers see and against one another, as they will be shown together.
 */
export async function checkDrafts(
  db: Reader,
  drafts: readonly BatchDraft[],
  among: Among,
  watch: (done: number, total: number) => Promise<void>,
): Promise<CheckedDraft[]> {
  const inputs: FigureInput[] = [];
  for (let from = 0; from < drafts.length; from += atOnce) {
    const some = drafts.slice(from, from + atOnce).map(({ revisionId }) => revisionId);
    const found = await figureInputsOf(db, some);
    for (const id of some) inputs.push(found.get(id)!); // a foreign key led here
    await watch(Math.floor(inputs.length / 2), drafts.length);
  }
  const except = new Set(among === "published" ? drafts.map(({ publicId }) => publicId) : []);
  const context = await BulkContext.open(db, inputs, { among, except });
  if (among === "published") for (const input of inputs) context.put(input);
  const given = await reasonsGiven(db, drafts);
  const checked: CheckedDraft[] = [];
  for (const [index, draft] of drafts.entries()) {
    const input = inputs[index]!; // one for each draft
    const findings = validateFigure(input, context.contextOf(input));
    checked.push({ ...draft, metric: input.metric, findings, given: given.get(draft.revisionId) ?? {} });
    if (index % atOnce === 0) await watch(Math.floor((drafts.length + index) / 2), drafts.length);
  }
  return checked;
}

async function reasonsGiven(db: Reader, drafts: readonly BatchDraft[]) {
  const rows = await db
    .select()
    .from(overrides)
    .where(
      sql`${overrides.revisionId} in ${inList(
        drafts.map(({ revisionId }) => revisionId),
        "int",
      )}`,
    );
  const found = new Map<number, Record<string, string>>();
  for (const { revisionId, rule, reason } of rows)
    found.set(revisionId, { ...found.get(revisionId), [rule]: reason });
  return found;
}
