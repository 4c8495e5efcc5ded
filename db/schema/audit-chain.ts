import { sql } from "drizzle-orm";
import { bigint, char, check, pgTable, smallint } from "drizzle-orm/pg-core";
import { auditEvents } from "./editors";

/**
 * One link of the chain over the audit: each hash covers its event and the hash before it, so that no event can be
 * changed, taken out or moved without every later hash giving it away. Written by the database alone, at commit, in
 * the order of the commits (docs/decisions/0010).
 */
export const auditLinks = pgTable("audit_links", {
  position: bigint({ mode: "number" }).primaryKey(),
  seq: bigint({ mode: "number" })
    .notNull()
    .unique()
    .references(() => auditEvents.seq),
  prevHash: char({ length: 64 }).notNull(),
  hash: char({ length: 64 }).notNull(),
});

/**
 * The end of the chain. Its one row is the lock that makes committing writers queue. `shown` and `named` are the places
 * of the last event that may have changed what readers see, and of the last that may have but by publishing
 * (`audit_reach` in the migrations, docs/decisions/0027).
 */
export const auditHead = pgTable(
  "audit_head",
  {
    id: smallint().primaryKey().default(1),
    position: bigint({ mode: "number" }).notNull(),
    hash: char({ length: 64 }).notNull(),
    shown: bigint({ mode: "number" }).notNull().default(0),
    named: bigint({ mode: "number" }).notNull().default(0),
  },
  (t) => [check("audit_head_is_single", sql`${t.id} = 1`)],
);
