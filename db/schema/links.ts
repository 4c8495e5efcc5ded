import { sql } from "drizzle-orm";
import { check, integer, pgTable, primaryKey, smallint, text, timestamp } from "drizzle-orm/pg-core";
import { linkAnswerEnum, linkKindEnum } from "./columns";
import { sources } from "./sources";

/** How the address of a source answered when `npm run links:check` last asked. No reader's request ever asks it. */
export const linkChecks = pgTable(
  "link_checks",
  {
    sourceId: integer()
      .notNull()
      .references(() => sources.id),
    kind: linkKindEnum().notNull(),
    /** The address that was asked: where the source has another by now, this says nothing of it. */
    url: text().notNull(),
    answer: linkAnswerEnum().notNull(),
    /** Of HTTP; null where nothing answered. */
    status: smallint(),
    /** Where its redirects led; null where there were none. */
    movedTo: text(),
    checkedAt: timestamp({ withTimezone: true }).notNull(),
    /** When it last was there; null where it never was. */
    lastThereAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    primaryKey({ columns: [t.sourceId, t.kind] }),
    check("moved_somewhere", sql`${t.answer} <> 'moved' or ${t.movedTo} is not null`),
  ],
);
