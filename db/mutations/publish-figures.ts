import { publishInput } from "@/domain/inputs";
import { checkAnswered, checkForReaders } from "./check-figure";
import { draftOf } from "./draft-of";
import { figuresById } from "./ids";
import { mutation } from "./mutation";
import { publishDraft, raiseRevision } from "./publish-draft";

/**
 * Puts the drafts of figures before readers, all at one new revision of the collection. The database refuses a
 * draft without a verbatim anchor, claimant or review. The desk approves instead (`approveFigures`).
 * @returns the new revision number
 */
export const publishFigures = mutation(
  "publish",
  "publish_figures",
  publishInput,
  async (tx, input, editor) => {
    const revision = await raiseRevision(tx, input.summary); // first: who comes second reads what the first has left
    const figureOf = await figuresById(tx, input.publicIds, "publicIds");
    const { route } = input;
    for (const publicId of new Set(input.publicIds)) {
      const figure = figureOf(publicId);
      const { revisionId, input: draft } = await draftOf(tx, figure);
      // Seeds answer no warnings: see checkFigure.
      if (route === "seed") await checkForReaders(tx, draft, "published");
      else
        await checkAnswered(tx, {
          input: draft,
          revisionId,
          editorId: editor.id,
          reasons: {},
          among: "published",
        });
      await publishDraft(tx, figure, { revision, revisionId, route, editor });
    }
    return { value: revision, entity: "collection", after: { revision, ...input } };
  },
);
