import { sql } from "drizzle-orm";
import { bigint, check, jsonb, pgTable, smallint, text, timestamp } from "drizzle-orm/pg-core";
import type { Day, Localized } from "../../domain/figure";

/** Settings of the topic. */
export type CollectionSettings = {
  /** A running day number some texts print instead of a date ("jour 991"), and the day it calls 1. */
  dayCounter?: { name: Localized; dayOne: Day };
  /** Where a lone editor publishes; recorded on every figure so published. */
  review?: "off";
  /** Where figures may be published that stand in a row of a dataset with an address of its own, not in a sentence. */
  records?: "published";
};

/** The one collection this database holds. `revision` is the number of the last publish: every answer is frozen at one. */
export const collection = pgTable(
  "collection",
  {
    id: smallint().primaryKey().default(1),
    slug: text().notNull(),
    titleFr: text().notNull(),
    titleEn: text().notNull(),
    descriptionFr: text().notNull(),
    descriptionEn: text().notNull(),
    settings: jsonb().$type<CollectionSettings>().notNull().default({}),
    revision: bigint({ mode: "number" }).notNull().default(0),
    /** Hash of the seeds last loaded: a start with the same seeds has nothing to do. */
    seedsSha256: text(),
  },
  (t) => [
    check("collection_is_single", sql`${t.id} = 1`),
    check("revision_counts_up", sql`${t.revision} >= 0`),
  ],
);

/** One publish: what readers saw from this moment on is revision `number`. */
export const collectionRevisions = pgTable("collection_revisions", {
  number: bigint({ mode: "number" }).primaryKey(),
  at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  summary: text().notNull(),
});
