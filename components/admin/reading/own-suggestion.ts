import { readNumber } from "@/domain/extract/numbers/read-number";
import type { ReadingLanguage, Span } from "@/domain/extract/proposal";
import type { DateClaim } from "@/domain/figure";
import type { Card, Suggestion, SuggestionId } from "./reading";

type Around = {
  readonly text: string;
  readonly language: ReadingLanguage;
  readonly sentence: Span;
  /** The day of the report, for a card that has no neighbour. */
  readonly reportedOn: DateClaim;
  /** A card of the same sentence or the one before: who speaks and when is mostly the same. */
  readonly near: Card | null;
};

/** A number an editor marked by hand, with what can be told from its words and its neighbour filled in. */
export function ownSuggestion(id: SuggestionId, number: Span, around: Around): Suggestion {
  const { text, language, sentence, reportedOn, near } = around;
  const why = "as on the card before";
  const guesses = near
    ? { attribution: { sure: 0.5, why }, period: { sure: 0.5, why }, reportedOn: { sure: 0.5, why } }
    : {};
  return {
    id,
    sentence,
    number,
    mark: "confident",
    reason: null,
    guesses,
    card: {
      value: readNumber(text.slice(number.start, number.end), language),
      low: null,
      high: null,
      comparator: "=",
      cue: null,
      unit: null,
      statistic: "point",
      per: null,
      metric: null,
      subject: near?.subject ?? null,
      place: near?.place ?? null,
      attribution: near?.attribution ?? [],
      unattributed: near?.unattributed ?? false,
      modality: near?.modality ?? "claimed",
      hearsay: near?.hearsay ?? false,
      period: near?.period ?? reportedOn,
      reportedOn: near?.reportedOn ?? reportedOn,
    },
  };
}
