import { sql } from "drizzle-orm";
import { retireInput } from "@/domain/lists";
import { entryAsRead, saveEntry } from "./entry-as-read";
import { mutation } from "./mutation";

/**
 * Takes an entry of a list out of the choices, or puts it back. What names it keeps its name; a retired event is no
 * longer marked on charts. Nothing that is in use is ever deleted. @returns the new row version
 */
export const retireEntry = mutation(
  "describe",
  "retire_entry",
  retireInput,
  async (tx, { list, slug, rowVersion, retired }) => {
    const id = await entryAsRead(tx, list, slug, rowVersion);
    const value = await saveEntry(tx, list, id, sql`retired_at = ${retired ? sql`now()` : sql`null`}`);
    return {
      value,
      entity: `${list}:${slug}`,
      before: { rowVersion },
      after: { retired, rowVersion: value },
    };
  },
);
