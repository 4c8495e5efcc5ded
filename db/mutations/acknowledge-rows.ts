import { sql } from "drizzle-orm";
import { z } from "zod";
import { importAsRead } from "@/domain/import/inputs";
import type { Acknowledged } from "../queries/plan-import";
import { datasetRows } from "../schema/imports";
import { sources } from "../schema/sources";
import { mutation } from "./mutation";
import { keepInHand } from "./work-on-import";

const row = z.custom<Acknowledged>(
  (value) => typeof value === "object" && value !== null && "content" in value,
  "is no row",
);
const input = importAsRead.extend({ rows: z.array(row).min(1) });

/**
 * Writes down what a dataset says by now of figures that say so already, mended at the desk before the dataset was: the
 * next file is held against that.
 */
export const acknowledgeRows = mutation(
  "record",
  "acknowledge_rows",
  input,
  async (tx, { rows, ...work }) => {
    const { publicId } = await keepInHand(tx, work);
    await tx.execute(sql`update ${datasetRows} set content = w.content
      from json_to_recordset(${JSON.stringify(rows)}::json) w(home text, key text, occurrence int, content jsonb)
      join ${sources} on ${sources.slug} = w.home
      where ${datasetRows.sourceId} = ${sources.id} and ${datasetRows.key} = w.key
        and ${datasetRows.occurrence} = w.occurrence`);
    return { value: rows.length, entity: `import:${publicId}`, after: { rows: rows.length } };
  },
);
