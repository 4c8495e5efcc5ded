import { type AnyPgColumn, integer, pgTable, text } from "drizzle-orm/pg-core";
import { key, name, placeKindEnum, rowVersion } from "./columns";

/** Where a figure applies; each place may lie in another. */
export const places = pgTable("places", {
  id: key(),
  slug: text().notNull().unique(),
  ...name,
  kind: placeKindEnum().notNull(),
  parentId: integer().references((): AnyPgColumn => places.id),
  rowVersion: rowVersion(),
});
