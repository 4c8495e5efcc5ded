import { sql } from "drizzle-orm";
import { type Reasons, unansweredWarnings } from "@/domain/validate/finding";
import { type Rule, rules } from "@/domain/validate/rules";
import { overrides } from "../schema/overrides";
import type { CheckedDraft } from "./import-batch";
import { insertRows } from "./insert-rows";
import { Refused, type Writer } from "./mutation";

/** Refuses drafts with warnings that no reason was given for, by rule, with the rows of the file that have each. */
export function refuseUnanswered(drafts: readonly CheckedDraft[], reasons: Reasons): void {
  const open = new Map<Rule, number>();
  for (const { findings, given } of drafts)
    for (const rule of new Set(unansweredWarnings(findings, { ...given, ...reasons }).map((one) => one.rule)))
      open.set(rule, (open.get(rule) ?? 0) + 1);
  if (open.size === 0) return;
  const fields = [...open].map(([rule, count]) => [`reasons.${rule}`, [`${rules[rule].says} (${count})`]]);
  throw new Refused({ kind: "invalid", fields: Object.fromEntries(fields) });
}

/** Keeps the reasons for going past the warnings of drafts, each with the revision it was given for. */
export async function keepReasons(
  tx: Writer,
  drafts: readonly CheckedDraft[],
  reasons: Reasons,
  editorId: string,
): Promise<void> {
  const rows = drafts.flatMap(({ revisionId, findings }) => {
    const warned = new Set(findings.flatMap(({ severity, rule }) => (severity === "warn" ? [rule] : [])));
    return [...warned].flatMap((rule) => {
      const reason = reasons[rule];
      return reason === undefined ? [] : [{ revisionId, rule, reason, editorId }];
    });
  });
  await insertRows(tx, overrides, rows, sql`on conflict do nothing`);
}
