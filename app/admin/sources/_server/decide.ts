import { type Article, figureOfCard } from "@/components/admin/reading/figure-of-card";
import type { Answer, Chosen, Operation, Outcome, Reason } from "@/components/admin/reading/reading";
import type { Db } from "@/db/client";
import { acceptAsMention, acceptSuggestion } from "@/db/mutations/accept-suggestion";
import { discardDraft } from "@/db/mutations/discard-draft";
import { recordFigure } from "@/db/mutations/record-figure";
import { rejectSuggestion } from "@/db/mutations/reject-suggestion";
import { undoSuggestion } from "@/db/mutations/undo-suggestion";
import { findFigureState } from "@/db/queries/find-figure-state";
import type { Editor } from "@/domain/permission";
import type { Refusal, Result } from "@/domain/result";

/** Who decides about which text. `own` are the figures of numbers marked by hand, by the suggestion's negative id. */
export type Deciding = {
  readonly db: Db;
  readonly editor: Editor;
  readonly article: Article;
};

/** What one operation asks for beside itself: a public id for each new figure, and the figure a mention joins. */
export type Named = { readonly publicIds: readonly string[]; readonly as: string | null };

/**
 * Carries one operation of the reading view out, suggestion by suggestion: what is refused keeps nothing else back.
 * Asked again under the same public ids it answers the same, so that a lost answer costs nothing.
 */
export async function decide(to: Deciding, operation: Operation, named: Named): Promise<Answer[]> {
  const answers: Answer[] = [];
  switch (operation.kind) {
    case "accept":
      for (const [at, chosen] of operation.figures.entries())
        answers.push(await accept(to, chosen, named.publicIds[at]));
      break;
    case "same":
      answers.push(await acceptSame(to, operation.figures[0], named.as));
      break;
    case "reject":
      answers.push(await reject(to, operation.ids[0]));
      break;
    case "undo":
      for (const [at, id] of operation.ids.entries()) answers.push(await undo(to, id, named.publicIds[at]));
  }
  return answers;
}

async function accept(to: Deciding, chosen: Chosen, publicId: string | undefined): Promise<Answer> {
  const figure = publicId === undefined ? null : figureOfCard(chosen, to.article, publicId);
  if (figure === null) return refusal(chosen.id, { kind: "invalid" });
  if (chosen.id < 0) return recordOwn(to, chosen.id, figure);
  const made = await acceptSuggestion(to.db, to.editor, { suggestion: chosen.id, figure });
  return answer(chosen.id, made, (id) => ({ kind: "accepted", figure: id }));
}

/** A number marked by hand has no suggestion: its figure is recorded as it is. */
async function recordOwn(
  { db, editor }: Deciding,
  id: number,
  figure: NonNullable<ReturnType<typeof figureOfCard>>,
): Promise<Answer> {
  const made = await recordFigure(db, editor, figure);
  // A public id is drawn by chance for this very card: where it is taken, the answer to the first try was lost.
  const asked = !made.ok && made.refusal.kind === "conflict" && (await findFigureState(db, figure.publicId));
  if (asked) return { id, outcome: { kind: "accepted", figure: figure.publicId } };
  return answer(id, made, (publicId) => ({ kind: "accepted", figure: publicId }));
}

async function acceptSame(to: Deciding, chosen: Chosen, as: string | null): Promise<Answer> {
  const { db, editor, article } = to;
  const state = as === null ? null : await findFigureState(db, as);
  if (as === null || state === null) return refusal(chosen.id, { kind: "depends" });
  const mention = figureOfCard(chosen, article, as)?.mentions[0];
  if (mention === undefined || chosen.id < 0) return refusal(chosen.id, { kind: "invalid" });
  const { rowVersion } = state;
  const made = await acceptAsMention(db, editor, { suggestion: chosen.id, figure: as, rowVersion, mention });
  return answer(chosen.id, made, (figure) => ({ kind: "accepted", figure }));
}

async function reject({ db, editor }: Deciding, id: number): Promise<Answer> {
  if (id < 0) return { id, outcome: { kind: "rejected" } }; // a number marked by hand is nowhere but on the screen
  const made = await rejectSuggestion(db, editor, { suggestion: id, reason: null });
  return answer(id, made, () => ({ kind: "rejected" }));
}

async function undo({ db, editor }: Deciding, id: number, publicId: string | undefined): Promise<Answer> {
  const pending = { kind: "pending" } as const;
  if (id > 0) return answer(id, await undoSuggestion(db, editor, { suggestion: id }), () => pending);
  const state = publicId === undefined ? null : await findFigureState(db, publicId);
  if (state === null || publicId === undefined) return { id, outcome: pending };
  const made = await discardDraft(db, editor, { publicId, rowVersion: state.rowVersion });
  return answer(id, made, () => pending);
}

function answer<T>(id: number, made: Result<T, Refusal>, outcome: (value: T) => Outcome): Answer {
  return made.ok ? { id, outcome: outcome(made.value) } : refusal(id, reasonOf(made.refusal));
}

const refusal = (id: number, reason: Reason): Answer => ({ id, reason });

function reasonOf(refusal: Refusal): Reason {
  if (refusal.kind === "invalid") return { kind: "invalid", fields: refusal.fields };
  return { kind: refusal.kind === "exists" ? "conflict" : refusal.kind };
}
