import { sql } from "drizzle-orm";
import { bigint, boolean, check, index, jsonb, pgEnum, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { roles } from "../../domain/permission";
import { createdAt, rowVersion } from "./columns";

export const roleEnum = pgEnum("role", roles);

/**
 * Someone in whose name things are written. The seed loader and the site itself stand here too, under the role
 * `system`: they have no email and sign in nowhere.
 */
export const editors = pgTable(
  "editors",
  {
    id: text().primaryKey(),
    name: text().notNull(),
    role: roleEnum().notNull(),
    /** In lower case. */
    email: text().unique(),
    emailVerified: boolean().notNull().default(false),
    twoFactorEnabled: boolean().notNull().default(false),
    /** Since when they may no longer sign in. Nobody is deleted: what they wrote keeps its author. */
    disabledAt: timestamp({ withTimezone: true }),
    rowVersion: rowVersion(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (t) => [
    check("email_in_lower_case", sql`${t.email} = lower(${t.email})`),
    check("system_has_no_email", sql`${t.role} <> 'system' or ${t.email} is null`),
  ],
);

/** One write: who did what to what, and how it was before and after. Append-only. */
export const auditEvents = pgTable(
  "audit_events",
  {
    seq: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
    editorId: text()
      .notNull()
      .references(() => editors.id),
    verb: text().notNull(),
    entity: text().notNull(),
    before: jsonb(),
    after: jsonb(),
  },
  (t) => [index("audit_events_by_entity").on(t.entity, t.seq)],
);
