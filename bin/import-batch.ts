import type { Database } from "@/db/client";
import { approveImport } from "@/db/mutations/approve-import";
import type { BatchOptions } from "@/db/mutations/batch-in-hand";
import { submitImport } from "@/db/mutations/submit-import";
import { undoImport } from "@/db/mutations/undo-import";
import { findImport } from "@/db/queries/find-import";
import type { Editor } from "@/domain/permission";
import { BadUsage } from "./import-arguments";
import { given } from "./import-refused";
import { showProgress } from "./progress";

/** Hands the drafts of an import to review. `*` answers the warnings that have no reason of their own. */
export async function submitBatch(
  { db }: Database,
  editor: Editor,
  publicId: string,
  { "*": any, ...reasons }: Readonly<Record<string, string>>,
): Promise<string> {
  const submit = (said: Readonly<Record<string, string>>) =>
    watched((options) => submitImport(db, editor, { publicId, reasons: said }, options));
  const first = await submit(reasons);
  const asked = !first.ok && first.refusal.kind === "invalid" ? Object.keys(first.refusal.fields) : [];
  const open = asked.flatMap((field) => /^reasons\.(\w+)$/.exec(field)?.[1] ?? []);
  if (any === undefined || open.length === 0) return submitted(given(first).submitted);
  const all = { ...Object.fromEntries(open.map((rule) => [rule, any])), ...reasons };
  return submitted(given(await submit(all)).submitted);
}

/** Shows at the terminal how many drafts were looked at. */
async function watched<T>(work: (options: BatchOptions) => Promise<T>): Promise<T> {
  const progress = showProgress(process.stderr, "drafts looked at");
  const done = await work({ onProgress: (at, total) => progress.at(at, total) });
  progress.end();
  return done;
}

const submitted = (count: number) => `${count} drafts submitted for review`;

/** Approves what was submitted of an import. */
export async function approveBatch(
  database: Database,
  editor: Editor,
  publicId: string,
  comment: string | null,
): Promise<string> {
  const asked = { publicId, comment };
  const { approved, revision } = given(
    await watched((options) => approveImport(database, editor, asked, options)),
  );
  return `${approved} figures published at data revision ${revision}`;
}

/** Takes an import back as a whole. */
export async function undoBatch({ db }: Database, editor: Editor, publicId: string): Promise<string> {
  const found = await findImport(db, publicId);
  if (found === null) throw new BadUsage(`There is no import ${publicId}.`);
  const back = given(await undoImport(db, editor, { publicId, rowVersion: found.rowVersion }));
  return `taken back: ${back.new} new and ${back.changed} changed figures`;
}
