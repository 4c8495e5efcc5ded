import { and, desc, eq, gte, like, lt, or, type SQL, sql } from "drizzle-orm";
import type { Day } from "@/domain/figure";
import type { Reader } from "../client";
import { auditLinks } from "../schema/audit-chain";
import { auditEvents, editors } from "../schema/editors";

export type AuditFilter = {
  /** The key of an editor. */
  readonly editor?: string;
  readonly verb?: string;
  /** What was written to: "figure:7h2k9x0c", or "figure" for every one of them. */
  readonly entity?: string;
  /** First and last day, UTC, both included. */
  readonly from?: Day;
  readonly to?: Day;
};

export type AuditEvent = {
  readonly seq: number;
  readonly at: Date;
  readonly editor: { readonly id: string; readonly name: string };
  readonly verb: string;
  readonly entity: string;
  readonly before: unknown;
  readonly after: unknown;
  /** Its hash in the chain. */
  readonly hash: string | null;
};

export type AuditPage = {
  readonly events: readonly AuditEvent[];
  /** The line after which the next page starts; null at the end. */
  readonly next: number | null;
};

/** A page of the audit, newest first, found by key: older pages cost no more than the first. */
export async function listAuditEvents(
  db: Reader,
  filter: AuditFilter,
  { size, after = null }: { size: number; after?: number | null },
): Promise<AuditPage> {
  const rows = await db
    .select({ event: auditEvents, editor: editors.name, hash: auditLinks.hash })
    .from(auditEvents)
    .innerJoin(editors, eq(editors.id, auditEvents.editorId))
    .leftJoin(auditLinks, eq(auditLinks.seq, auditEvents.seq))
    .where(and(whereEvents(filter), after === null ? undefined : lt(auditEvents.seq, after)))
    .orderBy(desc(auditEvents.seq))
    .limit(size + 1);
  const events = rows.slice(0, size).map(({ event, editor, hash }) => {
    const { editorId, ...rest } = event;
    return { ...rest, editor: { id: editorId, name: editor }, hash };
  });
  return { events, next: rows.length > size ? events.at(-1)!.seq : null };
}

function whereEvents({ editor, verb, entity, from, to }: AuditFilter): SQL | undefined {
  return and(
    editor === undefined ? undefined : eq(auditEvents.editorId, editor),
    verb === undefined ? undefined : eq(auditEvents.verb, verb),
    entity === undefined
      ? undefined
      : or(eq(auditEvents.entity, entity), like(auditEvents.entity, `${escaped(entity)}:%`)),
    from === undefined ? undefined : gte(auditEvents.at, sql`${from}::date::timestamp at time zone 'UTC'`),
    to === undefined ? undefined : lt(auditEvents.at, sql`(${to}::date + 1)::timestamp at time zone 'UTC'`),
  );
}

const escaped = (words: string) => words.replace(/[\\%_]/g, "\\$&");

/** What the audit can be filtered by: only what some line has. */
export async function listAuditChoices(db: Reader): Promise<{
  editors: { id: string; name: string }[];
  verbs: string[];
}> {
  const who = await db
    .select({ id: editors.id, name: editors.name })
    .from(editors)
    .where(sql`exists (select from ${auditEvents} where ${auditEvents.editorId} = ${editors.id})`)
    .orderBy(sql`${editors.name} collate "und-x-icu"`, editors.id);
  const verbs = await db
    .selectDistinct({ verb: auditEvents.verb })
    .from(auditEvents)
    .orderBy(auditEvents.verb);
  return { editors: who, verbs: verbs.map(({ verb }) => verb) };
}

export const auditColumns = [
  "seq",
  "at",
  "editor",
  "name",
  "verb",
  "entity",
  "before",
  "after",
  "hash",
] as const;

/** Every line a filter finds, newest first, as the cells of `auditColumns`; null where there is nothing to say. */
export async function* streamAuditRows(
  db: Reader,
  filter: AuditFilter,
): AsyncGenerator<readonly (string | null)[]> {
  for (let after: number | null = null; ; ) {
    const { events, next }: AuditPage = await listAuditEvents(db, filter, { size: 500, after });
    for (const { seq, at, editor, verb, entity, before, after: now, hash } of events)
      yield [
        ...[String(seq), at.toISOString(), editor.id, editor.name, verb, entity],
        ...[asJson(before), asJson(now), hash],
      ];
    if (next === null) return;
    after = next;
  }
}

const asJson = (value: unknown): string | null => (value == null ? null : JSON.stringify(value));
