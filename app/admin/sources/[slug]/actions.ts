"use server";

import { notFound, redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import type { DraftInHand, NewAgent } from "@/components/admin/reading/desk-context";
import { decideInput, idsSpokenOf, newAgentInput } from "@/components/admin/reading/operation-input";
import { type Answer, idsOf } from "@/components/admin/reading/reading";
import type { WorldAgent, WorldFigure } from "@/components/admin/reading/world";
import { submitFigures } from "@/db/mutations/submit-figures";
import { findArticle } from "@/db/queries/find-article";
import { slug, submitInput } from "@/domain/inputs";
import type { Refusal } from "@/domain/result";
import { database, reader } from "../../../_server/database";
import { currentEditor, requireEditor } from "../../../_server/editor";
import { formOf } from "../../../_server/form-of";
import { decide as carryOut } from "../_server/decide";
import { decideByForm } from "../_server/decide-by-form";
import { draftsInHand } from "../_server/drafts-in-hand";
import { articleOf, figuresOf as listFiguresOf } from "../_server/reading-props";
import { recordAgent } from "../_server/record-agent";
import { refusalWords } from "../_server/refusal-words";

/** What is no slug is the name of nothing. */
function slugOr404(raw: unknown): string {
  const read = slug.safeParse(raw);
  return read.success ? read.data : notFound();
}

const unread: Refusal = { kind: "invalid", fields: {} };

/** Carries out what a key asked for. */
export async function decide(
  source: string,
  rawOperation: unknown,
  rawIds: unknown,
  rawAs: unknown,
): Promise<Answer[]> {
  const input = decideInput.safeParse({ source, operation: rawOperation, publicIds: rawIds, as: rawAs });
  if (!input.success)
    return idsSpokenOf.parse(rawOperation).map((id) => ({ id, reason: { kind: "invalid" } }));
  const { operation, publicIds, as } = input.data;
  const editor = await currentEditor();
  const refuse = (kind: "signed_out" | "gone") => idsOf(operation).map((id) => ({ id, reason: { kind } }));
  if (editor === null) return refuse("signed_out");
  const { db } = await database();
  const found = await findArticle(db, input.data.source);
  if (found === null) return refuse("gone");
  return carryOut({ db, editor, article: articleOf(found) }, operation, { publicIds, as });
}

/** Decides about one suggestion without JavaScript, and comes back to it. */
export async function decideForm(sent: FormData): Promise<void> {
  const form = formOf(sent);
  const { db } = await database();
  redirect(await decideByForm(db, await requireEditor(), form));
}

/** The published figures of a metric. */
export async function figuresOf(metric: string): Promise<WorldFigure[]> {
  await requireEditor();
  return listFiguresOf(await reader(), slugOr404(metric));
}

/** Records an agent from the words a text prints. */
export async function createAgent(
  agent: NewAgent,
  alias: string | null,
): Promise<WorldAgent | { refused: string }> {
  const input = newAgentInput.safeParse({ agent, alias });
  if (!input.success) return { refused: await refusalWords(unread) };
  const { db } = await database();
  const { agent: named, alias: printed } = input.data;
  const made = await recordAgent(db, await requireEditor(), named, printed, await getLocale());
  return made.ok ? made.value : { refused: await refusalWords(made.refusal) };
}

/** The editor's own drafts of an article, with the warnings that ask for a reason. */
export async function drafts(source: string): Promise<DraftInHand[]> {
  const { db } = await database();
  return draftsInHand(db, await requireEditor(), slugOr404(source), await getLocale());
}

/** Hands drafts to review. */
export async function submit(figures: unknown): Promise<{ sent: number } | { refused: string }> {
  const input = submitInput.safeParse({ figures });
  if (!input.success) return { refused: await refusalWords(unread) };
  const { db } = await database();
  const sent = await submitFigures(db, await requireEditor(), input.data);
  return sent.ok ? { sent: input.data.figures.length } : { refused: await refusalWords(sent.refusal) };
}
