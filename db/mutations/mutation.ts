import type { z } from "zod";
import type { Editor, Permission } from "@/domain/permission";
import { ok, type Refusal, type Result, refused } from "@/domain/result";
import type { Db } from "../client";
import { auditEvents } from "../schema/editors";
import { hasLeave, tellRefused } from "./leave";

declare const recorded: unique symbol;

/** A transaction whose writes are audited. Only `mutation` makes one, so nothing else can write. */
export type Writer = Parameters<Parameters<Db["transaction"]>[0]>[0] & { readonly [recorded]: true };

/** What a change did: its answer, and the audit line it leaves. No line where nothing changed. */
export type Change<T> =
  | {
      readonly value: T;
      readonly entity: string;
      readonly before?: unknown;
      readonly after: unknown;
    }
  | { readonly value: T; readonly unchanged: true };

/** Thrown inside a change to refuse it as a value; the transaction is rolled back. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.kind);
  }
}

/**
 * The only way to write: asks the permission, parses the input, opens the transaction, makes the change and writes
 * the audit line in it, in this order. Because it is the constructor of every verb, a verb without its guard cannot
 * be written.
 *
 * @returns a mutation `(db, editor, input) → Result`; `db` may itself be a transaction, to do several verbs as one.
 */
export function mutation<S extends z.ZodType, T>(
  permission: Permission | readonly Permission[],
  verb: string,
  input: S,
  change: (tx: Writer, input: z.output<S>, editor: Editor) => Promise<Change<T>>,
) {
  return async (
    db: Pick<Db, "transaction">,
    editor: Editor,
    raw: z.input<S>,
  ): Promise<Result<T, Refusal>> => {
    if (!hasLeave(editor, permission, verb)) return refused({ kind: "forbidden" });
    const parsed = input.safeParse(raw);
    if (!parsed.success) return refused({ kind: "invalid", fields: problemsByField(parsed.error) });
    try {
      return await db.transaction(async (tx) => {
        const done = await change(tx as unknown as Writer, parsed.data, editor); // the one place a Writer is made
        if (!("unchanged" in done)) {
          const { entity, before = null, after } = done;
          await tx.insert(auditEvents).values({ editorId: editor.id, verb, entity, before, after });
        }
        return ok(done.value);
      });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const { refusal } = error;
      if (refusal.kind === "forbidden") tellRefused(editor, verb, refusal.rule ?? "forbidden");
      return refused(refusal);
    }
  };
}

function problemsByField(error: z.ZodError): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const issue of error.issues) {
    const path = issue.path.join(".");
    fields[path] = [...(fields[path] ?? []), issue.message];
  }
  return fields;
}
