import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, text, timestamp, unique } from "drizzle-orm/pg-core";
import { createdAt } from "./columns";
import { editors } from "./editors";

/** What lets people in. Written by better-auth and by the verbs of accounts; nothing here is ever shown to readers. */

const moment = () => timestamp({ withTimezone: true });

/** A sign-in that lasts. `token` is the sha256 of what the browser holds, so that a copy of this table opens no door. */
export const sessions = pgTable(
  "sessions",
  {
    id: text().primaryKey(),
    editorId: text()
      .notNull()
      .references(() => editors.id),
    token: text().notNull().unique(),
    expiresAt: moment().notNull(),
    ipAddress: text(),
    userAgent: text(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (t) => [
    index("sessions_by_editor").on(t.editorId),
    check("session_token_is_hashed", sql`${t.token} ~ '^[0-9a-f]{64}$'`),
  ],
);

/** How an editor proves who they are: the argon2id hash of their password. */
export const credentials = pgTable(
  "credentials",
  {
    id: text().primaryKey(),
    editorId: text()
      .notNull()
      .references(() => editors.id),
    providerId: text().notNull(),
    accountId: text().notNull(),
    password: text().notNull(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (t) => [
    unique("credentials_of_editor").on(t.providerId, t.editorId),
    check("password_is_argon2id", sql`${t.password} like '$argon2id$%'`),
  ],
);

/** What a sign-in is waiting for: the second step. Identifiers are hashed. */
export const verifications = pgTable(
  "verifications",
  {
    id: text().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: moment().notNull(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (t) => [index("verifications_by_identifier").on(t.identifier)],
);

/** The second factor of an editor: the secret shared with their phone and their recovery codes, both encrypted. */
export const twoFactors = pgTable("two_factors", {
  id: text().primaryKey(),
  editorId: text()
    .notNull()
    .unique()
    .references(() => editors.id),
  secret: text().notNull(),
  backupCodes: text().notNull(),
  verified: boolean().notNull().default(false),
  failedVerificationCount: integer().notNull().default(0),
  lockedUntil: moment(),
});

/** A link that lets someone choose a password, once. Kept by the hash of its token. */
export const invitations = pgTable(
  "invitations",
  {
    tokenSha256: text().primaryKey(),
    editorId: text()
      .notNull()
      .references(() => editors.id),
    invitedBy: text()
      .notNull()
      .references(() => editors.id),
    createdAt: createdAt(),
    expiresAt: moment().notNull(),
    usedAt: moment(),
  },
  (t) => [index("invitations_by_editor").on(t.editorId)],
);

/**
 * How often a door was knocked at in vain, so that guessing gets slower: by account and by client, under a keyed
 * hash of either. In the database, because several processes may answer.
 */
export const throttles = pgTable("throttles", {
  key: text().primaryKey(),
  attempts: integer().notNull(),
  lastAttemptAt: moment().notNull(),
  blockedUntil: moment().notNull(),
});
