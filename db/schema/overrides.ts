import { sql } from "drizzle-orm";
import { check, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { createdAt } from "./columns";
import { editors } from "./editors";
import { figureRevisions } from "./figures";

/** Why an editor went past a warning of the validator, by the name of its rule. Append-only. */
export const overrides = pgTable(
  "overrides",
  {
    revisionId: integer()
      .notNull()
      .references(() => figureRevisions.id),
    rule: text().notNull(),
    reason: text().notNull(),
    editorId: text()
      .notNull()
      .references(() => editors.id),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.revisionId, t.rule] }),
    check("override_says_why", sql`${t.reason} <> ''`),
  ],
);
