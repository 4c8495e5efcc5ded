import { and, count, eq } from "drizzle-orm";
import { mostOpen, objectionInput } from "@/domain/objection";
import { shownAt } from "../queries/figure-rows";
import { figures } from "../schema/figures";
import { objections } from "../schema/objections";
import { publications } from "../schema/publications";
import { mutation, Refused } from "./mutation";

/**
 * Takes in what a reader says who reads a figure differently, with the revision they saw. The audit keeps neither their
 * words nor their email: it is for ever, and they are not. Refused as a conflict where the figure has too many open.
 */
export const recordObjection = mutation(
  "admit",
  "record_objection",
  objectionInput,
  async (tx, { publicId, asOf, ...input }) => {
    const [shown] = await tx
      .select({ figureId: figures.id, revisionId: publications.revisionId })
      .from(publications)
      .innerJoin(figures, eq(figures.id, publications.figureId))
      .where(and(eq(figures.publicId, publicId), shownAt(asOf)));
    if (shown === undefined)
      throw new Refused({ kind: "invalid", fields: { publicId: [`${publicId} is not shown at ${asOf}`] } });
    const [open] = await tx
      .select({ count: count() })
      .from(objections)
      .where(and(eq(objections.figureId, shown.figureId), eq(objections.outcome, "open")));
    if (open!.count >= mostOpen) throw new Refused({ kind: "conflict" });
    const [row] = await tx
      .insert(objections)
      .values({ ...shown, asOf, ...input })
      .returning({ id: objections.id });
    const id = row!.id; // just written
    return { value: id, entity: `objection:${id}`, after: { figure: publicId, asOf, about: input.about } };
  },
);
