import type { Span } from "@/domain/extract/proposal";
import type { DateClaim, Decimal } from "@/domain/figure";
import type { AttributionRole, Comparator, Modality, Per, Statistic, Status } from "@/domain/vocabulary";

/** What the reading view knows of an article: plain data, made on the server, read and changed in the browser. */

/** A suggestion's number in the database; negative for one an editor marked and the server has not stored. */
export type SuggestionId = number;

/** How a number is marked in the text: proposed, not thought to be a figure, or known to be none. */
export type MarkKind = "confident" | "other" | "masked";

/** One link of an attribution; `agent` is null where the words name nobody the collection knows. */
export type Speaker = {
  readonly role: AttributionRole;
  readonly agent: string | null;
  readonly asPrinted: string | null;
};

/** Everything a figure says, as an editor fills it in; what is not known yet is null. */
export type Card = {
  readonly value: Decimal | null;
  readonly low: Decimal | null;
  readonly high: Decimal | null;
  readonly comparator: Comparator;
  readonly cue: string | null;
  readonly unit: string | null;
  readonly statistic: Statistic;
  readonly per: Per | null;
  readonly metric: string | null;
  readonly subject: string | null;
  readonly place: string | null;
  /** Without its publisher, which every figure of the source has last. */
  readonly attribution: readonly Speaker[];
  /** Said on purpose: the text names nobody who claims it. */
  readonly unattributed: boolean;
  readonly modality: Modality;
  readonly hearsay: boolean;
  readonly period: DateClaim;
  readonly reportedOn: DateClaim;
};

export type CardField = keyof Card;

/** How sure a guess is (0 to 1) and why, in a few plain words. */
export type GuessNote = { readonly sure: number; readonly why: string };

/** A number in its sentence, with a card filled in as far as it can be guessed. Offsets are UTF-16 units of the text. */
export type Suggestion = {
  readonly id: SuggestionId;
  readonly sentence: Span;
  readonly number: Span;
  readonly mark: MarkKind;
  /** Why it is masked; null for the others. */
  readonly reason: string | null;
  readonly card: Card;
  readonly guesses: Readonly<Partial<Record<CardField, GuessNote>>>;
  /** Entered by another way than a card: what it says stands on the figure's own page. */
  readonly elsewhere?: true;
};

/** Whether what was taken is still a draft, which can be taken back here. */
export const isDraft = (outcome: Outcome | undefined): boolean =>
  outcome?.kind === "accepted" && (outcome.status ?? "draft") === "draft";

/** What the server holds of a suggestion. */
export type Outcome =
  | { readonly kind: "pending" }
  | {
      readonly kind: "accepted";
      readonly figure: string;
      /** How the figure stands; left out of one that was just taken, which is a draft. */
      readonly status?: Status;
    }
  | { readonly kind: "rejected" };

/** What an editor changed on a card and where its sentence now ends and begins. */
export type Edits = { readonly card: Partial<Card>; readonly sentence: Span | null };

/** Why the server did not do what was asked. `fields` says what is wrong by field, where that is the reason. */
export type Reason = {
  readonly kind: "forbidden" | "signed_out" | "invalid" | "conflict" | "gone" | "depends";
  readonly fields?: Readonly<Record<string, readonly string[]>>;
};

/** What is asked of the server; the first of the queue is under way. Cards are as they were at the key press. */
export type Operation = { readonly key: number } & (
  | { readonly kind: "accept"; readonly figures: readonly Chosen[] }
  | {
      readonly kind: "same";
      readonly figures: readonly [Chosen];
      /** The figure it is one more mention of: one that is there, or the one a suggestion is becoming. */
      readonly as: SuggestionId | string;
    }
  | { readonly kind: "reject"; readonly ids: readonly [SuggestionId] }
  | { readonly kind: "undo"; readonly ids: readonly SuggestionId[] }
);

export type Chosen = {
  readonly id: SuggestionId;
  readonly number: Span;
  readonly card: Card;
  readonly sentence: Span;
};

/** The server's word on one suggestion of an operation. */
export type Answer =
  | { readonly id: SuggestionId; readonly outcome: Outcome }
  | { readonly id: SuggestionId; readonly reason: Reason };

export const idsOf = (operation: Operation): readonly SuggestionId[] =>
  "figures" in operation ? operation.figures.map(({ id }) => id) : operation.ids;
