import { and, eq } from "drizzle-orm";
import { retractInput } from "@/domain/inputs";
import { openEnd, publications } from "../schema/publications";
import { mutation, Refused } from "./mutation";
import { closePublication, raiseRevision } from "./publish-draft";
import { figureAsRead, saveFigure } from "./save-figure";

/**
 * Takes a published figure back: its page stays, with a banner and the reason. A draft of it stays a draft; once
 * approved it is published again. @returns the new revision number of the collection
 */
export const retractFigure = mutation(
  "retract",
  "retract_figure",
  retractInput,
  async (tx, { publicId, rowVersion, reason }, editor) => {
    const revision = await raiseRevision(tx, `Figure ${publicId} retracted`);
    const figure = await figureAsRead(tx, publicId, rowVersion);
    const [shown] = await tx
      .select()
      .from(publications)
      .where(and(eq(publications.figureId, figure.id), eq(publications.knownToRev, openEnd)));
    if (shown?.status !== "published")
      throw new Refused({ kind: "invalid", fields: { publicId: [`${publicId} is not published`] } });
    await closePublication(tx, figure.id, revision);
    const { figureId, revisionId, route } = shown;
    const row = { figureId, revisionId, route, status: "retracted", knownFromRev: revision } as const;
    await tx.insert(publications).values({ ...row, reason, editorId: editor.id });
    await saveFigure(tx, figure, { status: "retracted", submittedAt: null });
    return {
      value: revision,
      entity: `figure:${publicId}`,
      before: { rowVersion, status: figure.status },
      after: { status: "retracted", reason, revision },
    };
  },
);
