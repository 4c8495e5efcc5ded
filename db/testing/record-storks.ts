import { eq } from "drizzle-orm";
import { z } from "zod";
import { type FigureInput, figureInput } from "@/domain/inputs";
import type { Editor } from "@/domain/permission";
import type { Db } from "../client";
import { mutation } from "../mutations/mutation";
import { raiseRevision } from "../mutations/publish-draft";
import { publishDrafts } from "../mutations/publish-drafts";
import { publishFigures } from "../mutations/publish-figures";
import { recordFigure } from "../mutations/record-figure";
import { writeRevision } from "../mutations/write-revision";
import { writeStates } from "../mutations/write-states";
import { figures } from "../schema/figures";
import { done, loader } from "./storks";

/** Records a draft. */
export async function aFigure(db: Db, figure: FigureInput, editor: Editor = loader): Promise<FigureInput> {
  done(await recordFigure(db, editor, figure));
  return figure;
}

/** Records a draft past the validator, to ask what the database itself refuses. */
export async function anUncheckedFigure(
  db: Db,
  figure: FigureInput,
  editor: Editor = loader,
): Promise<FigureInput> {
  done(await recordUnchecked(db, editor, figure));
  return figure;
}

const recordUnchecked = mutation("record", "record_figure", figureInput, async (tx, input, editor) => {
  const [figure] = await tx.insert(figures).values({ publicId: input.publicId }).returning();
  const facts = { figureId: figure!.id, number: 1, change: "first", changeReason: null } as const;
  const draftRevisionId = await writeRevision(tx, { ...facts, authorId: editor.id }, input);
  await tx.update(figures).set({ draftRevisionId }).where(eq(figures.id, figure!.id));
  return { value: input.publicId, entity: `figure:${input.publicId}`, after: input };
});

/** Publishes drafts as the seed loader does. @returns the new revision number */
export const publish = async (db: Db, ...figures: readonly FigureInput[]): Promise<number> =>
  done(
    await publishFigures(db, loader, {
      publicIds: figures.map((figure) => figure.publicId),
      route: "seed",
      summary: "Storks",
    }),
  );

/** Records and publishes figures at one revision. */
export const published = (db: Db, ...figures: readonly FigureInput[]): Promise<number> =>
  db.transaction(async (tx) => {
    for (const figure of figures) await aFigure(tx, figure);
    return publish(tx, ...figures);
  });

/**
 * Records and publishes many figures at one revision by a handful of statements, as an import does. They are taken as
 * checked: for tests in which the figures are but a crowd. @returns the new revision number
 */
export const manyPublished = async (db: Db, figures: readonly FigureInput[]): Promise<number> =>
  done(await publishMany(db, loader, [...figures]));

const publishMany = mutation(
  "publish",
  "publish_figures",
  z.array(figureInput),
  async (tx, inputs, editor) => {
    const revision = await raiseRevision(tx, "Storks");
    const first = inputs.map((input) => {
      const mentions = input.mentions.map((mention) => ({ ...mention, version: mention.version ?? 1 }));
      return { input: { ...input, mentions }, known: null, change: "first", changeReason: null } as const;
    });
    const written = await writeStates(tx, first, editor.id);
    const drafts = written.map(({ figureId, revisionId }) => ({ id: figureId, rowVersion: 1, revisionId }));
    await publishDrafts(tx, drafts, { revision, route: "seed", editorId: editor.id });
    return { value: revision, entity: "collection", after: { revision } };
  },
);
