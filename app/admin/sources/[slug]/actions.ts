"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { z } from "zod";
import type { DraftInHand, NewAgent } from "@/components/admin/reading/desk-context";
import { type Answer, idsOf } from "@/components/admin/reading/reading";
import type { WorldAgent, WorldFigure } from "@/components/admin/reading/world";
import { submitFigures } from "@/db/mutations/submit-figures";
import { findArticle } from "@/db/queries/find-article";
import { submitInput } from "@/domain/inputs";
import { database, reader } from "../../../_server/database";
import { currentEditor, requireEditor } from "../../../_server/editor";
import { decide as carryOut } from "../_server/decide";
import { decideByForm } from "../_server/decide-by-form";
import { draftsInHand } from "../_server/drafts-in-hand";
import { operationInput, publicIdsInput } from "../_server/operation-input";
import { articleOf, figuresOf as listFiguresOf } from "../_server/reading-props";
import { recordAgent } from "../_server/record-agent";
import { refusalWords } from "../_server/refusal-words";

const slugInput = z.string().max(80);

/** Carries out what a key asked for. */
export async function decide(
  source: string,
  rawOperation: unknown,
  rawIds: unknown,
  rawAs: unknown,
): Promise<Answer[]> {
  const operation = operationInput.parse(rawOperation);
  const publicIds = publicIdsInput.parse(rawIds);
  const as = z.string().nullable().parse(rawAs);
  const editor = await currentEditor();
  const refuse = (kind: "signed_out" | "gone") => idsOf(operation).map((id) => ({ id, reason: { kind } }));
  if (editor === null) return refuse("signed_out");
  const { db } = await database();
  const found = await findArticle(db, slugInput.parse(source));
  if (found === null) return refuse("gone");
  return carryOut({ db, editor, article: articleOf(found) }, operation, { publicIds, as });
}

/** Decides about one suggestion without JavaScript, and comes back to it. */
export async function decideForm(form: FormData): Promise<void> {
  const { db } = await database();
  redirect(await decideByForm(db, await requireEditor(), form));
}

/** The published figures of a metric. */
export async function figuresOf(metric: string): Promise<WorldFigure[]> {
  await requireEditor();
  return listFiguresOf(await reader(), slugInput.parse(metric));
}

/** Records an agent from the words a text prints. */
export async function createAgent(
  agent: NewAgent,
  alias: string | null,
): Promise<WorldAgent | { refused: string }> {
  const { db } = await database();
  const made = await recordAgent(db, await requireEditor(), agent, alias, await getLocale());
  return made.ok ? made.value : { refused: await refusalWords(made.refusal) };
}

/** The editor's own drafts of an article, with the warnings that ask for a reason. */
export async function drafts(source: string): Promise<DraftInHand[]> {
  const { db } = await database();
  return draftsInHand(db, await requireEditor(), slugInput.parse(source), await getLocale());
}

/** Hands drafts to review. */
export async function submit(figures: unknown): Promise<{ sent: number } | { refused: string }> {
  const input = submitInput.parse({ figures });
  const { db } = await database();
  const sent = await submitFigures(db, await requireEditor(), input);
  return sent.ok ? { sent: input.figures.length } : { refused: await refusalWords(sent.refusal) };
}
