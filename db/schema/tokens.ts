import { sql } from "drizzle-orm";
import { check, index, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { createdAt, key, tokenScopeEnum } from "./columns";
import { editors } from "./editors";

/** By which a script acts in the name of an editor, within its scopes. Kept by the hash of what the script holds. */
export const tokens = pgTable(
  "tokens",
  {
    id: key(),
    editorId: text()
      .notNull()
      .references(() => editors.id),
    name: text().notNull(),
    tokenSha256: text().notNull().unique(),
    /** Its first characters, by which its owner knows it again. */
    hint: text().notNull(),
    scopes: tokenScopeEnum().array().notNull(),
    createdAt: createdAt(),
    expiresAt: timestamp({ withTimezone: true }),
    lastUsedAt: timestamp({ withTimezone: true }),
    revokedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    index("tokens_by_editor").on(t.editorId),
    check("token_is_hashed", sql`${t.tokenSha256} ~ '^[0-9a-f]{64}$'`),
    check("token_may_something", sql`cardinality(${t.scopes}) > 0`),
  ],
);
