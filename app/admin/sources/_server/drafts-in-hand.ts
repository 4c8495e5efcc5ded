import { findingWords } from "@/components/admin/reading/check-card";
import type { DraftInHand } from "@/components/admin/reading/desk-context";
import { readingWords } from "@/components/admin/reading/reading-words";
import type { Reader } from "@/db/client";
import { findValidationContext } from "@/db/queries/find-validation-context";
import { listDrafts } from "@/db/queries/list-drafts";
import type { Editor } from "@/domain/permission";
import { holds } from "@/domain/validate/finding";
import { validateFigure } from "@/domain/validate/validate-figure";
import type { Locale } from "@/domain/vocabulary";

/** Most drafts looked through for those of one article: the newest. */
const most = 500;

/** An editor's drafts that stand in a source, with the warnings that no reason was given for yet. */
export async function draftsInHand(
  db: Reader,
  editor: Editor,
  source: string,
  locale: Locale,
): Promise<DraftInHand[]> {
  const words = readingWords(locale);
  const { drafts } = await listDrafts(db, { authorId: editor.id, size: most });
  const here = drafts.filter(({ figure }) => figure.mentions.some((mention) => mention.source === source));
  return Promise.all(
    here.map(async ({ publicId, rowVersion, figure, overrides }) => {
      const findings = validateFigure(figure, await findValidationContext(db, figure));
      const answered = new Set(overrides.map(({ rule }) => rule));
      const open = findings.filter(({ severity, rule }) => severity === "warn" && !answered.has(rule));
      const warnings = new Map(open.map((one) => [one.rule, findingWords(one, words)]));
      const { numberText, sentence } = figure.mentions[0]!; // a figure has an anchor, by its schema
      return {
        publicId,
        rowVersion,
        words: `${numberText} · ${sentence}`, // two figures of one sentence are told apart
        held: holds(findings).map((one) => findingWords(one, words)),
        warnings: [...warnings].map(([rule, says]) => ({ rule, says })),
      };
    }),
  );
}
