import { and, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { carryovers } from "../schema/suggestions";
import { mutation, Refused } from "./mutation";

/**
 * Says that an editor has looked at a sentence that changed or is gone, and done about its figure what there was to
 * do. Once is enough: again changes nothing.
 */
export const resolveCarryover = mutation(
  "record",
  "resolve_carryover",
  z.strictObject({ carryover: z.int().positive() }),
  async (tx, { carryover: id }, editor) => {
    const [resolved] = await tx
      .update(carryovers)
      .set({ resolvedBy: editor.id, resolvedAt: sql`now()` })
      .where(and(eq(carryovers.id, id), isNull(carryovers.resolvedAt)))
      .returning({ id: carryovers.id });
    if (resolved !== undefined)
      return { value: id, entity: `carryover:${id}`, before: null, after: { resolved: true } };
    const [there] = await tx.select({ id: carryovers.id }).from(carryovers).where(eq(carryovers.id, id));
    if (there !== undefined) return { value: id, unchanged: true };
    throw new Refused({ kind: "invalid", fields: { carryover: [`no such entry: ${id}`] } });
  },
);
