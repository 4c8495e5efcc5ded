import { and, count, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { approveImportInput } from "@/domain/import/inputs";
import { publicId } from "@/domain/inputs";
import { type Editor, may } from "@/domain/permission";
import { ok, type Refusal, type Result, refused } from "@/domain/result";
import { blocks, holds, type Reasons } from "@/domain/validate/finding";
import { rules } from "@/domain/validate/rules";
import type { Database, Db } from "../client";
import { currentRevision } from "../queries/current-revision";
import { findReviewSetting } from "../queries/find-review-setting";
import { inList } from "../queries/json-list";
import { figureRevisions } from "../schema/figures";
import { imports } from "../schema/imports";
import { reviews } from "../schema/publications";
import { keepReasons, refuseUnanswered } from "./answer-batch";
import { type CheckedDraft, checkDrafts, findBatchDrafts } from "./import-batch";
import { insertRows } from "./insert-rows";
import { mutation, Refused, type Writer } from "./mutation";
import { raiseRevision } from "./publish-draft";
import { publishDrafts } from "./publish-drafts";
import { ownWork, ruleOf } from "./write-review";

/** Figures of one run: whoever publishes meanwhile waits no longer than for one. */
const atOnce = 500;
/** What was checked is checked again where others published meanwhile; more often than this is told. */
const mostChecks = 20;

const runInput = z.strictObject({
  publicId,
  comment: approveImportInput.shape.comment,
  reasons: approveImportInput.shape.reasons,
  /** The revision of the collection that the drafts were checked against. */
  checkedAt: z.int().nonnegative(),
  drafts: z
    .array(
      z.custom<CheckedDraft>((value) => typeof value === "object" && value !== null && "findings" in value),
    )
    .min(1)
    .max(atOnce),
});

/** One run: reviews, publications and figures of at most 500 drafts at one new revision. Null where others published. */
const approveRun = mutation(
  ["review", "publish"],
  "approve_import",
  runInput,
  async (tx, { publicId: name, comment, reasons = {}, checkedAt, drafts }, editor) => {
    const summary = drafts.length === 1 ? "1 figure approved" : `${drafts.length} figures approved`;
    const revision = await raiseRevision(tx, summary); // first: publishes queue here
    if (revision !== checkedAt + 1) throw new Refused({ kind: "conflict" });
    const route = (await findReviewSetting(tx)) === "off" ? "review_off" : "review";
    refuseHeld(drafts);
    refuseUnanswered(drafts, reasons);
    if (route === "review") await writeReviews(tx, drafts, comment, editor.id);
    await keepReasons(tx, drafts, reasons, editor.id);
    await publishDrafts(
      tx,
      drafts.map(({ id, rowVersion, revisionId }) => ({ id, rowVersion, revisionId })),
      { revision, route, editorId: editor.id },
    );
    const figures = drafts.map((draft) => draft.publicId);
    const after = { revision, route, comment, reasons, approved: drafts.length, figures };
    return { value: revision, entity: `import:${name}`, after };
  },
);

function refuseHeld(drafts: readonly CheckedDraft[]): void {
  for (const { publicId: name, findings } of drafts) {
    const held = [...blocks(findings), ...holds(findings)];
    if (held.length === 0) continue;
    const words = held.map(({ rule }) => rules[rule].says);
    throw new Refused({ kind: "invalid", fields: { figures: words }, findings: { [name]: findings } });
  }
}

async function writeReviews(
  tx: Writer,
  drafts: readonly CheckedDraft[],
  comment: string | null,
  reviewerId: string,
): Promise<void> {
  const rows = drafts.map(({ revisionId }) => ({
    ...{ revisionId, reviewerId, decision: "approve" as const, comment },
  }));
  try {
    await insertRows(tx, reviews, rows);
  } catch (error) {
    if (ruleOf(error) === ownWork) throw new Refused({ kind: "forbidden", rule: ownWork });
    throw error;
  }
}

/**
 * Approves what was submitted of an import and puts it before readers, in runs of 500, each at a revision of the
 * collection of its own. Nobody approves their own: refused whole, before anything is shown. Stopped on its way, it is
 * called again for the rest. @returns the newest revision, and how many figures were approved
 */
export async function approveImport(
  { db }: Pick<Database, "db">,
  editor: Editor,
  input: z.input<typeof approveImportInput>,
): Promise<Result<{ revision: number; approved: number }, Refusal>> {
  if (!may(editor, "review") || !may(editor, "publish")) return refused({ kind: "forbidden" });
  const parsed = approveImportInput.safeParse(input);
  if (!parsed.success) return refused({ kind: "invalid", fields: { comment: ["cannot be read"] } });
  let [approved, revision] = [0, 0];
  for (let checks = 0; checks < mostChecks; checks++) {
    const checkedAt = await currentRevision(db);
    const drafts = await submittedDrafts(db, editor, parsed.data.publicId);
    if (!drafts.ok) return drafts;
    if (drafts.value.length === 0) return approved > 0 ? ok({ revision, approved }) : nothing;
    const problem = problemOf(drafts.value, parsed.data.reasons ?? {});
    if (problem !== null) return refused(problem);
    const done = await runThrough(db, editor, { ...parsed.data, checkedAt, drafts: drafts.value });
    if (!done.ok) return done;
    approved += done.value.approved;
    revision = done.value.approved > 0 ? done.value.revision : revision;
    if (done.value.complete) return ok({ revision, approved });
  }
  return refused({ kind: "conflict" });
}

const nothing = refused({ kind: "invalid", fields: { figures: ["none of it waits for review"] } } as const);

type Runs = z.output<typeof approveImportInput> & { checkedAt: number; drafts: readonly CheckedDraft[] };

/** @returns incomplete where somebody else published, or saved one of the drafts, between two runs */
async function runThrough(
  db: Db,
  editor: Editor,
  { drafts, checkedAt, ...rest }: Runs,
): Promise<Result<{ revision: number; approved: number; complete: boolean }, Refusal>> {
  let revision = checkedAt;
  for (let from = 0; from < drafts.length; from += atOnce) {
    const some = drafts.slice(from, from + atOnce);
    const run = await approveRun(db, editor, { ...rest, checkedAt: revision, drafts: some });
    if (!run.ok && run.refusal.kind === "conflict") return ok({ revision, approved: from, complete: false });
    if (!run.ok) return run;
    revision = run.value;
  }
  return ok({ revision, approved: drafts.length, complete: true });
}

/** The drafts of an import that wait for review, checked as they will stand together. */
async function submittedDrafts(
  db: Db,
  editor: Editor,
  name: string,
): Promise<Result<CheckedDraft[], Refusal>> {
  const [row] = await db.select({ id: imports.id }).from(imports).where(eq(imports.publicId, name));
  if (row === undefined)
    return refused({ kind: "invalid", fields: { publicId: [`no such import: ${name}`] } });
  const waiting = (await findBatchDrafts(db, row.id)).filter(({ status }) => status === "in_review");
  const ids = inList(
    waiting.map(({ revisionId }) => revisionId),
    "int",
  );
  const [own] = await db
    .select({ count: count() })
    .from(figureRevisions)
    .where(and(sql`${figureRevisions.id} in ${ids}`, eq(figureRevisions.authorId, editor.id)));
  if (own!.count > 0 && (await findReviewSetting(db)) !== "off")
    return refused({ kind: "forbidden", rule: ownWork });
  return ok(waiting.length === 0 ? [] : await checkDrafts(db, waiting, "published"));
}

/** What refuses any of the drafts, before the first of them is shown; null where nothing does. */
function problemOf(drafts: readonly CheckedDraft[], reasons: Reasons): Refusal | null {
  try {
    refuseHeld(drafts);
    refuseUnanswered(drafts, reasons);
    return null;
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}
