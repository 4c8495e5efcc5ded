import { and, count, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { approveImportInput, importAsRead } from "@/domain/import/inputs";
import { slug } from "@/domain/inputs";
import { type Editor, may } from "@/domain/permission";
import { ok, type Refusal, type Result, refused } from "@/domain/result";
import { blocks, holds } from "@/domain/validate/finding";
import { rules } from "@/domain/validate/rules";
import type { Database, Db } from "../client";
import { currentRevision } from "../queries/current-revision";
import { findReviewSetting } from "../queries/find-review-setting";
import { inList } from "../queries/json-list";
import { figureRevisions } from "../schema/figures";
import { reviews } from "../schema/publications";
import { keepReasons, refuseUnanswered } from "./answer-batch";
import { type BatchOptions, layDown, withBatch } from "./batch-in-hand";
import {
  type BatchDraft,
  type CheckedDraft,
  checkDrafts,
  checkedDraft,
  findBatchDrafts,
} from "./import-batch";
import { insertRows } from "./insert-rows";
import { mutation, Refused, type Writer } from "./mutation";
import { raiseRevision } from "./publish-draft";
import { publishDrafts } from "./publish-drafts";
import { ownWork, ruleOf } from "./write-review";

/** Drafts of one statement: what a statement carries stays small. */
const atOnce = 1000;
/** What was checked is checked again where others published meanwhile; more often than this is told. */
const mostChecks = 20;

const checkedInput = importAsRead.extend({
  comment: approveImportInput.shape.comment,
  reasons: approveImportInput.shape.reasons,
  /** The revision of the collection that the drafts were checked against. */
  checkedAt: z.int().nonnegative(),
  /** The metrics they are about. */
  metrics: z.array(slug),
  drafts: z.array(checkedDraft).min(1),
});

/**
 * Reviews, publications and figures of all drafts at one new revision: readers see all of them or none. A conflict
 * where others published of the same metrics since the drafts were checked.
 */
const approveChecked = mutation(
  ["review", "publish"],
  "approve_import",
  checkedInput,
  async (tx, { comment, reasons = {}, checkedAt, metrics, drafts, ...held }, editor) => {
    const summary = drafts.length === 1 ? "1 figure approved" : `${drafts.length} figures approved`;
    const revision = await raiseRevision(tx, summary); // first: publishes queue here
    if (await hasMoved(tx, { after: checkedAt, before: revision, metrics }))
      throw new Refused({ kind: "conflict" });
    const route = (await findReviewSetting(tx)) === "off" ? "review_off" : "review";
    refuseHeld(drafts);
    refuseUnanswered(drafts, reasons);
    for (let from = 0; from < drafts.length; from += atOnce) {
      const some = drafts.slice(from, from + atOnce);
      if (route === "review") await writeReviews(tx, some, comment, editor.id);
      await keepReasons(tx, some, reasons, editor.id);
      await publishDrafts(
        tx,
        some.map(({ id, rowVersion, revisionId }) => ({ id, rowVersion, revisionId })),
        { revision, route, editorId: editor.id },
      );
    }
    await layDown(tx, held);
    const figures = drafts.map((draft) => draft.publicId);
    const after = { revision, route, comment, reasons, approved: drafts.length, figures };
    return { value: { revision, approved: drafts.length }, entity: `import:${held.publicId}`, after };
  },
);

type Moved = { readonly after: number; readonly before: number; readonly metrics: readonly string[] };

/** Whether readers saw anything change, in between, that the drafts were held against. */
async function hasMoved(tx: Writer, { after, before, metrics }: Moved): Promise<boolean> {
  if (before === after + 1) return false;
  const [row] = await tx.execute<{ moved: boolean }>(sql`select exists (
    select from collection_revisions n
    left join publications p on p.known_from_rev = n.number or p.known_to_rev = n.number
    left join figure_revisions r on r.id = p.revision_id
    left join metrics m on m.id = r.metric_id
    where n.number > ${after} and n.number < ${before}
      and (p.id is null or m.slug in ${inList(metrics)})) as moved`);
  return row!.moved; // an answer is always there
}

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
 * Approves what was submitted of an import and puts it before readers, all at one revision of the collection. Nobody
 * approves their own: refused whole, before anything is shown. The drafts are looked at first, which takes its time and
 * writes nothing. @returns the revision, and how many figures were approved
 */
export async function approveImport(
  { db }: Pick<Database, "db">,
  editor: Editor,
  input: z.input<typeof approveImportInput>,
  options: BatchOptions = {},
): Promise<Result<{ revision: number; approved: number }, Refusal>> {
  if (!may(editor, "review") || !may(editor, "publish")) return refused({ kind: "forbidden" });
  const parsed = approveImportInput.safeParse(input);
  if (!parsed.success) return refused({ kind: "invalid", fields: { comment: ["cannot be read"] } });
  const { publicId, reasons } = parsed.data;
  const asked = { publicId, work: "approving", reasons } as const;
  return withBatch(db, editor, asked, options, async ({ id, rowVersion }, watch) => {
    for (let checks = 0; checks < mostChecks; checks++) {
      const checkedAt = await currentRevision(db);
      const waiting = await submittedDrafts(db, editor, id);
      if (!waiting.ok) return waiting;
      if (waiting.value.length === 0) return nothing;
      const drafts = await checkDrafts(db, waiting.value, "published", watch);
      const metrics = [...new Set(drafts.map(({ metric }) => metric))];
      const said = { ...parsed.data, rowVersion, checkedAt, metrics, drafts };
      const done = await approveChecked(db, editor, said);
      if (done.ok || done.refusal.kind !== "conflict") return done;
    }
    return refused({ kind: "conflict" });
  });
}

const nothing = refused({ kind: "invalid", fields: { figures: ["none of it waits for review"] } } as const);

/** The drafts of an import that wait for review. Refused where any is the reviewer's own. */
async function submittedDrafts(db: Db, editor: Editor, id: number): Promise<Result<BatchDraft[], Refusal>> {
  const waiting = (await findBatchDrafts(db, id)).filter(({ status }) => status === "in_review");
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
  return ok(waiting);
}
