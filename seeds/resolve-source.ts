import type { FigureCheckInput, FigureInput, SourceInput } from "@/domain/inputs";
import { checkDateClaim } from "./date-claim";
import { buildExcerpts, type Excerpts } from "./excerpts";
import { resolveFigure } from "./resolve-figure";
import type { Names } from "./resolve-lists";
import type { SourceForm } from "./schema";
import { findSpan } from "./span";
import type { Say } from "./yaml-file";

export type ResolvedSource = {
  readonly source: SourceInput;
  readonly excerpts: Excerpts;
  readonly figures: FigureInput[];
  readonly checks: FigureCheckInput[];
};

/** Builds the text of a source and everything that stands in it. */
export function resolveSource(slug: string, form: SourceForm, names: Names, say: Say): ResolvedSource {
  if (!names.agents.has(form.publisher)) say(["publisher"], `no such agent "${form.publisher}"`);
  checkDateClaim(form.published, ["published"], say);
  const excerpts = buildExcerpts(slug, form, say);
  const { title, publisher, author, url, published, lang } = form;
  return {
    source: {
      slug,
      title,
      titlePrinted: form.title_printed,
      publisher,
      author,
      url,
      archivedUrl: form.archived_url,
      published,
      lang,
      licenceNote: form.licence_note,
      version: excerpts.version,
    },
    excerpts,
    figures: form.figures.map((figure, at) =>
      resolveFigure(figure, form, excerpts, names, ["figures", at], say),
    ),
    checks: resolveChecks(form, excerpts, say),
  };
}

/** Finds the words of each comparison. Its figures are looked up when all sources are known. */
function resolveChecks(form: SourceForm, excerpts: Excerpts, say: Say): FigureCheckInput[] {
  return form.checks.flatMap(({ slug, sentence, words, occurrence, from, to, note, ...check }, index) => {
    const place = excerpts.sentences.get(sentence);
    if (place === undefined) {
      say(["checks", index, "sentence"], `no such sentence "${sentence}"`);
      return [];
    }
    const span = findSpan(place.sentence, words, occurrence);
    if (typeof span === "string") {
      say(["checks", index, "words"], span);
      return [];
    }
    const statedChangePercent = check.stated_change_percent;
    return {
      slug,
      ...place,
      markedStart: span.start,
      markedEnd: span.end,
      from,
      to,
      statedChangePercent,
      note,
    };
  });
}
