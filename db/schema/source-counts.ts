import { bigint, integer, pgTable, primaryKey } from "drizzle-orm/pg-core";

/**
 * How much readers are shown of a source, from a revision on up to the next one that has a row: to count it anew took
 * seconds for the list. Written by the database alone, when publications begin and end. No foreign key: a batch would pay
 * for it by the row.
 */
export const sourceCounts = pgTable(
  "source_counts",
  {
    sourceId: integer().notNull(),
    fromRev: bigint({ mode: "number" }).notNull(),
    /** Figures published. */
    figures: integer().notNull(),
    /** The same with those that were retracted, whose pages stay. */
    shown: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.sourceId, t.fromRev] })],
);
