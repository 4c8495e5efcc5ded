import { bigint, index, jsonb, pgEnum, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { roles } from "../../domain/permission";
import { createdAt } from "./columns";

export const roleEnum = pgEnum("role", roles);

/** Someone, or the seed loader, in whose name things are written. */
export const editors = pgTable("editors", {
  id: text().primaryKey(),
  name: text().notNull(),
  role: roleEnum().notNull(),
  createdAt: createdAt(),
});

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
