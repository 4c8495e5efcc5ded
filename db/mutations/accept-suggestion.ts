import { z } from "zod";
import { type FigureInput, figureInput, mentionInput, publicId } from "@/domain/inputs";
import type { Editor } from "@/domain/permission";
import type { Refusal, Result } from "@/domain/result";
import { claimantOf } from "@/domain/validate/check-claimant";
import type { Db } from "../client";
import { figureInputsOf } from "../queries/figure-inputs";
import { figuresById } from "./ids";
import { mutation, Refused, type Writer } from "./mutation";
import { decide, type OpenSuggestion, openSuggestion } from "./open-suggestion";
import { recordFigure } from "./record-figure";
import { reviseFigure } from "./revise-figure";

type Mention = z.output<typeof mentionInput>;
const suggestionId = z.int().positive();

/**
 * Accepts a suggestion as a draft of a new figure, as edited. Asked again, it answers with the figure it became, so
 * that a retry after a lost answer makes no second one. Refused as a conflict where someone rejected it.
 *
 * @returns the public id of the figure
 */
export const acceptSuggestion = mutation(
  "record",
  "accept_suggestion",
  z.strictObject({ suggestion: suggestionId, figure: figureInput }),
  async (tx, { suggestion: id, figure }, editor) => {
    const suggestion = await openSuggestion(tx, id);
    if (suggestion.acceptedIn !== null) return { value: suggestion.acceptedIn.publicId, unchanged: true };
    refuseRejected(suggestion);
    const mentions = figure.mentions.map((mention) => inVersionRead(mention, suggestion));
    refuseElsewhere(mentions, suggestion);
    unwrap(await recordFigure(tx, editor, { ...figure, mentions }));
    return accepted(tx, suggestion, figure.publicId, null, editor);
  },
);

/**
 * Accepts a suggestion as one more sentence that states the claim of a figure already there: its draft, or a new
 * draft of what is published, gets one more mention; before the row of a dataset, where it stood in one. Refused as a conflict where the figure was saved since
 * `rowVersion` was read.
 *
 * @returns the public id of the figure
 */
export const acceptAsMention = mutation(
  "record",
  "accept_as_mention",
  z.strictObject({
    suggestion: suggestionId,
    figure: publicId,
    rowVersion: z.int().positive(),
    mention: mentionInput,
  }),
  async (tx, { suggestion: id, figure: publicId, rowVersion, mention }, editor) => {
    const suggestion = await openSuggestion(tx, id);
    if (suggestion.acceptedIn !== null) return { value: suggestion.acceptedIn.publicId, unchanged: true };
    refuseRejected(suggestion);
    const added = inVersionRead(mention, suggestion);
    refuseElsewhere([added], suggestion);
    const figure = (await figuresById(tx, [publicId], "figure"))(publicId);
    const revisionId = figure.draftRevisionId ?? figure.publishedRevisionId;
    if (revisionId === null) throw noDraft(publicId);
    const now = (await figureInputsOf(tx, [revisionId])).get(revisionId)!; // a foreign key leads to it
    const joined = withMention(now, added);
    const why = { change: "revision", changeReason: "The same claim in another sentence" } as const;
    unwrap(await reviseFigure(tx, editor, { ...joined, ...why, rowVersion }));
    return accepted(tx, suggestion, publicId, figure.draftRevisionId, editor);
  },
);

/**
 * A figure with one more mention: the last, or the first where the figure stood in a row of a dataset, which needs its
 * sentence. The figure then is hedged as its sentence is, and says that nobody is named where the sentence names nobody.
 */
function withMention(now: FigureInput, added: Mention): FigureInput {
  const [anchor] = now.mentions;
  if (anchor?.record === undefined) return { ...now, mentions: [...now.mentions, added] };
  const { unattributed, ...rest } = now;
  const asAnchor = anchor.comparator === now.comparator && added.comparator !== "range";
  return {
    ...rest,
    ...(unattributed && claimantOf({ mentions: [added] }) === null ? { unattributed } : {}),
    ...(asAnchor ? { comparator: added.comparator, cue: added.cue } : {}),
    mentions: [added, ...now.mentions],
  };
}

type Acceptance = Parameters<typeof acceptSuggestion>[2];

/** Accepts several, each by itself: what is refused does not keep the others back. @returns one answer for each */
export async function acceptSuggestions(
  db: Pick<Db, "transaction">,
  editor: Editor,
  list: readonly Acceptance[],
): Promise<Result<string, Refusal>[]> {
  const answers: Result<string, Refusal>[] = [];
  for (const one of list) answers.push(await acceptSuggestion(db, editor, one));
  return answers;
}

async function accepted(
  tx: Writer,
  suggestion: OpenSuggestion,
  publicId: string,
  previousDraftId: number | null,
  editor: Editor,
) {
  const { id: figureId, draftRevisionId } = (await figuresById(tx, [publicId], "figure"))(publicId);
  const revisionId = draftRevisionId!; // written just now
  await decide(tx, suggestion.id, editor.id, { outcome: "accepted", figureId, revisionId, previousDraftId });
  return {
    value: publicId,
    entity: `suggestion:${suggestion.id}`,
    before: { outcome: suggestion.outcome },
    after: { outcome: "accepted", figure: publicId },
  };
}

/** A mention of the text that was read stands in the version that was read, whatever came since. */
const inVersionRead = (mention: Mention, { source, version }: OpenSuggestion): Mention =>
  mention.source === source && mention.version === undefined ? { ...mention, version } : mention;

function refuseElsewhere(mentions: readonly Mention[], suggestion: OpenSuggestion): void {
  const holdsNumber = mentions.some(
    ({ source, version, sentenceStart, numberStart, numberEnd }) =>
      source === suggestion.source &&
      version === suggestion.version &&
      sentenceStart + numberStart < suggestion.numberEnd &&
      suggestion.numberStart < sentenceStart + numberEnd,
  );
  if (!holdsNumber)
    throw new Refused({
      kind: "invalid",
      fields: { mentions: ["must hold the number that was proposed"] },
    });
}

function refuseRejected({ outcome }: OpenSuggestion): void {
  if (outcome === "rejected") throw new Refused({ kind: "conflict" });
}

const noDraft = (publicId: string) =>
  new Refused({ kind: "invalid", fields: { figure: [`${publicId} was discarded`] } });

/** The value of a verb done inside another, whose refusal is the refusal of both. */
function unwrap<T>(result: Result<T, Refusal>): T {
  if (!result.ok) throw new Refused(result.refusal);
  return result.value;
}
