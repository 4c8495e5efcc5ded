import { sql } from "drizzle-orm";
import { type AnyPgColumn, check, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { key, name, placeKindEnum, retiredAt, rowVersion } from "./columns";

/** Where a figure applies; each place may lie in another. */
export const places = pgTable(
  "places",
  {
    id: key(),
    slug: text().notNull().unique(),
    ...name,
    kind: placeKindEnum().notNull(),
    parentId: integer().references((): AnyPgColumn => places.id),
    rowVersion: rowVersion(),
    /** The place this one turned out to be: whatever names this one means that one (docs/decisions/0009). */
    mergedIntoId: integer().references((): AnyPgColumn => places.id),
    retiredAt: retiredAt(),
  },
  (t) => [check("place_not_merged_into_itself", sql`${t.mergedIntoId} <> ${t.id}`)],
);

/** Another name under which texts know a place. */
export const placeAliases = pgTable(
  "place_aliases",
  {
    placeId: integer()
      .notNull()
      .references(() => places.id),
    alias: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.placeId, t.alias] })],
);
