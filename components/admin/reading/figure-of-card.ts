import { dateClaimInput, decimal, type FigureInput } from "@/domain/inputs";
import type { AttributionRole, Language } from "@/domain/vocabulary";
import type { Card, CardField, Chosen, Speaker } from "./reading";

/** The text the figures are taken from. `version` is the number of the source version its offsets count in. */
export type Article = {
  readonly slug: string;
  readonly version: number;
  readonly text: string;
  readonly language: Language;
  /** The slug of the agent that published it: the last link of every attribution. */
  readonly publisher: string;
};

/** How many characters around a sentence are kept, so that it can be found again in a changed text. */
const around = 32;

const isClaim = (role: AttributionRole) => role === "claimed_by" || role === "estimated_by";

/** Who claims or estimates the value, where the card names somebody. */
export const claimOf = ({ attribution }: Pick<Card, "attribution">): Speaker | null =>
  attribution.find(({ role }) => isClaim(role)) ?? null;

/** What a card still lacks before it can be a figure, in the order of its fields. */
export function missingOf(card: Card): CardField[] {
  const missing: CardField[] = [];
  if (card.metric === null) missing.push("metric");
  if (card.unit === null) missing.push("unit");
  for (const field of ["value", "low", "high"] as const)
    if (card[field] !== null && !decimal.safeParse(card[field]).success) missing.push(field);
  for (const field of ["period", "reportedOn"] as const)
    if (!dateClaimInput.safeParse(card[field]).success) missing.push(field);
  const unknown = card.attribution.some(({ agent }) => agent === null);
  if (unknown || (claimOf(card) === null && !card.unattributed)) missing.push("attribution");
  return missing;
}

/** A card as the figure it states, anchored in its sentence; null where something is missing (`missingOf`). */
export function figureOfCard(
  { card, sentence, number }: Omit<Chosen, "id">,
  article: Article,
  publicId: string,
): FigureInput | null {
  const { attribution, metric, unit, unattributed, ...rest } = card;
  if (metric === null || unit === null || missingOf(card).length > 0) return null;
  const { text } = article;
  return {
    ...rest,
    publicId,
    metric,
    unit,
    unattributed: claimOf(card) === null,
    rank: "normal",
    supersedes: null,
    note: null,
    mentions: [
      {
        source: article.slug,
        version: article.version,
        sentenceStart: sentence.start,
        sentenceEnd: sentence.end,
        sentence: text.slice(sentence.start, sentence.end),
        prefix: text
          .slice(Math.max(0, sentence.start - around), sentence.start)
          .replace(/^[\udc00-\udfff]/, ""),
        suffix: text.slice(sentence.end, sentence.end + around).replace(/[\ud800-\udbff]$/, ""),
        numberStart: number.start - sentence.start,
        numberEnd: number.end - sentence.start,
        numberText: text.slice(number.start, number.end),
        readsAs: card.value,
        comparator: card.comparator,
        cue: card.cue,
        attribution: [
          ...attribution.flatMap(({ role, agent, asPrinted }) =>
            agent === null ? [] : [{ role, agent, asPrinted }],
          ),
          { role: "published_by", agent: article.publisher, asPrinted: null },
        ],
      },
    ],
  };
}
