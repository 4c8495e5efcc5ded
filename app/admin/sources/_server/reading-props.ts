import { cardOfProposal } from "@/components/admin/reading/card-of-proposal";
import type { MarkKind, Outcome, Suggestion } from "@/components/admin/reading/reading";
import type { ReadingViewProps } from "@/components/admin/reading/reading-view";
import { type World, worldFigureOf } from "@/components/admin/reading/world";
import type { Reader } from "@/db/client";
import { currentRevision } from "@/db/queries/current-revision";
import { type Article, findArticle } from "@/db/queries/find-article";
import { findLexicon } from "@/db/queries/find-lexicon";
import { type DeskChoices, listDeskChoices } from "@/db/queries/list-desk-choices";
import { listFigures } from "@/db/queries/list-figures";
import { type EnteredMark, listSuggestions, type SuggestionRow } from "@/db/queries/list-suggestions";
import { defaultThreshold } from "@/domain/extract/numbers/score";
import type { Lexicon, Mask } from "@/domain/extract/proposal";
import { formatDate } from "@/domain/format-date";
import type { Locale } from "@/domain/vocabulary";
import { deskMessagesOf } from "@/messages/desk";

type Facts = Pick<
  ReadingViewProps,
  "article" | "title" | "byline" | "published" | "suggestions" | "settled" | "world" | "figures"
>;

/** Most figures of a metric a card is held against: the newest. */
const mostFigures = 300;

/** Everything the reading view shows of a source; null where there is no such source. */
export async function readingProps(db: Reader, slug: string, locale: Locale): Promise<Facts | null> {
  const [found, list, choices, lexicon] = await Promise.all([
    findArticle(db, slug),
    listSuggestions(db, slug),
    listDeskChoices(db),
    findLexicon(db),
  ]);
  if (found === null || list === null) return null;
  const world = worldOf(choices, locale);
  const proposed = list.suggestions.map((row) => suggestionOf(row, found, lexicon, locale));
  const entered = list.entered.filter((mark) => !proposed.some(({ number }) => overlaps(number, mark)));
  const suggestions = [...proposed, ...entered.map((mark, at) => enteredByHand(mark, at, found))];
  return {
    article: articleOf(found),
    title: found.title,
    byline: [found.publisher.name[locale], formatDate(found.published, locale, "long")]
      .filter(Boolean)
      .join(", "),
    published: found.published,
    suggestions,
    settled: { ...settledOf(list.suggestions), ...settledByHand(entered) },
    world,
    figures: await figuresByMetric(db, proposed),
  };
}

export const articleOf = ({ slug, version, lang, publisher }: Article) => ({
  ...{ slug, version: version.number, text: version.text, language: lang },
  publisher: publisher.slug,
});

/** The figures of a metric as readers see them now. */
export async function figuresOf(db: Reader, metric: string) {
  const revision = await currentRevision(db);
  const { figures } = await listFigures(db, { metric, sort: "-period" }, { revision, size: mostFigures });
  return figures.map(worldFigureOf).filter((figure) => figure !== null);
}

async function figuresByMetric(db: Reader, suggestions: readonly Suggestion[]): Promise<Facts["figures"]> {
  const metrics = new Set(
    suggestions.flatMap(({ card, mark }) => (mark === "confident" ? (card.metric ?? []) : [])),
  );
  const lists = await Promise.all(
    [...metrics].map(async (metric) => [metric, await figuresOf(db, metric)] as const),
  );
  return Object.fromEntries(lists);
}

export function worldOf({ metrics, agents, places, units }: DeskChoices, locale: Locale): World {
  const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, locale);
  return {
    metrics: metrics.map((metric) => ({ ...metric, name: metric.name[locale] })),
    agents: agents
      .map(({ slug, name, kind, side, mark }) => ({
        slug,
        name: name[locale],
        kind,
        side,
        mark: mark < 0 ? null : mark,
      }))
      .sort(byName),
    places: places.map(({ slug, name, kind }) => ({ slug, name: name[locale], kind })).sort(byName),
    units: units.map((unit) => ({ ...unit, label: unit.symbol[locale] || unit.name[locale] })),
  };
}

function suggestionOf(
  { id, proposal }: SuggestionRow,
  article: Article,
  lexicon: Lexicon,
  locale: Locale,
): Suggestion {
  const { sentence, quantity, mask, score } = proposal;
  const mark: MarkKind = mask ? "masked" : score >= defaultThreshold ? "confident" : "other";
  const source = { ...articleOf(article), lang: article.lang, published: article.published };
  return {
    ...{ id, sentence, mark },
    number: quantity.number,
    reason: mask && maskWords(mask, locale),
    ...cardOfProposal(proposal, source, lexicon),
  };
}

/** Why a number is no figure; in English where the reader has a rule the desk has no words for. */
function maskWords({ rule, reason }: Mask, locale: Locale): string {
  const words: Readonly<Record<string, string>> = deskMessagesOf(locale).reading.maskRule;
  return words[rule] ?? reason;
}

const settledOf = (rows: readonly SuggestionRow[]): Record<number, Outcome> =>
  Object.fromEntries(
    rows.flatMap(({ id, outcome, figure }): [number, Outcome][] => {
      if (outcome === "accepted" && figure) return [[id, acceptedInto(figure)]];
      return outcome === "rejected" ? [[id, { kind: "rejected" }]] : [];
    }),
  );

/** Below the numbers an editor marks in the browser, which count down from -1. */
const idByHand = (at: number) => -1_000_000 - at;

const settledByHand = (entered: readonly EnteredMark[]): Record<number, Outcome> =>
  Object.fromEntries(entered.map((mark, at) => [idByHand(at), acceptedInto(mark)]));

const acceptedInto = ({ publicId, status }: Pick<EnteredMark, "publicId" | "status">): Outcome => ({
  kind: "accepted",
  figure: publicId,
  status,
});

/** A figure entered without a suggestion: its number is marked, and its card is on its own page. */
function enteredByHand(
  { start, end }: EnteredMark,
  at: number,
  { version: { text }, published }: Article,
): Suggestion {
  const from = text.lastIndexOf("\n", start) + 1;
  const newline = text.indexOf("\n", end);
  return {
    id: idByHand(at),
    number: { start, end },
    sentence: { start: from, end: newline < 0 ? text.length : newline },
    mark: "confident",
    reason: null,
    elsewhere: true,
    guesses: {},
    card: {
      ...{ value: null, low: null, high: null, comparator: "=", cue: null, unit: null },
      ...{ statistic: "point", per: null, metric: null, subject: null, place: null },
      ...{ attribution: [], unattributed: false, modality: "claimed", hearsay: false },
      ...{ period: published, reportedOn: published },
    },
  };
}

const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }) =>
  a.start < b.end && b.start < a.end;
