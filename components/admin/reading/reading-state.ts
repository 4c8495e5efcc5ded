import type { Span } from "@/domain/extract/proposal";
import type { Status } from "@/domain/vocabulary";
import type {
  Answer,
  Card,
  Chosen,
  Edits,
  Operation,
  Outcome,
  Reason,
  Suggestion,
  SuggestionId,
} from "./reading";
import { idsOf } from "./reading";

/** What the keys mean at the moment: reading, typing in the card, choosing a number by hand, or a small question. */
export type Mode = "reading" | "card" | "naming" | "choosing" | "applying" | "help" | "submitting";

/** The last thing worth saying aloud; `n` tells two alike apart. */
export type Said = {
  readonly n: number;
  readonly what:
    | "saved"
    | "rejected"
    | "undone"
    | "refused"
    | "blocked"
    | "waiting"
    | "signed_out"
    | "nothing"
    | "applied";
  readonly id: SuggestionId | null;
  readonly count: number;
};

export type ReadingState = {
  /** In reading order. */
  readonly order: readonly SuggestionId[];
  readonly byId: Readonly<Record<SuggestionId, Suggestion>>;
  /** What the server holds; pending where absent. */
  readonly settled: Readonly<Record<SuggestionId, Outcome>>;
  readonly edits: Readonly<Record<SuggestionId, Edits>>;
  /** Asked and not yet answered, oldest first. */
  readonly queue: readonly Operation[];
  /** Whether the server answers; while it does not, the queue waits and is asked again. */
  readonly line: "open" | "waiting" | "signed_out";
  /** Asked or done, newest last: what `u` takes back. */
  readonly done: readonly Operation[];
  readonly failures: Readonly<Record<SuggestionId, Reason>>;
  readonly focus: SuggestionId | null;
  readonly mode: Mode;
  /** The words being chosen by hand, while they are. */
  readonly choice: Span | null;
  readonly nextKey: number;
  readonly said: Said;
};

export type ReadingEvent =
  | { readonly type: "move"; readonly by: 1 | -1; readonly every?: boolean }
  | { readonly type: "focus"; readonly id: SuggestionId }
  | { readonly type: "mode"; readonly mode: Mode }
  | { readonly type: "choose"; readonly words: Span | null }
  | { readonly type: "accept"; readonly ids: readonly SuggestionId[] }
  | { readonly type: "same"; readonly figure?: string | null }
  | { readonly type: "reject" }
  | { readonly type: "undo" }
  | { readonly type: "blocked"; readonly id: SuggestionId }
  | { readonly type: "edit"; readonly id: SuggestionId; readonly card: Partial<Card> }
  | { readonly type: "sentence"; readonly id: SuggestionId; readonly sentence: Span }
  | { readonly type: "forget"; readonly id: SuggestionId }
  | { readonly type: "know"; readonly words: string; readonly agent: string }
  | { readonly type: "apply"; readonly scope: "sentence" | "article" }
  | {
      readonly type: "restore";
      readonly edits: Readonly<Record<SuggestionId, Edits>>;
      readonly queue: readonly Operation[];
    }
  | { readonly type: "add"; readonly suggestion: Suggestion }
  | { readonly type: "answered"; readonly key: number; readonly answers: readonly Answer[] }
  | { readonly type: "lost"; readonly signedOut: boolean };

export function startReading(
  suggestions: readonly Suggestion[],
  settled: Readonly<Record<SuggestionId, Outcome>>,
): ReadingState {
  const order = inOrder(suggestions);
  const state: ReadingState = {
    order,
    byId: Object.fromEntries(suggestions.map((suggestion) => [suggestion.id, suggestion])),
    settled,
    edits: {},
    queue: [],
    line: "open",
    done: [],
    failures: {},
    focus: null,
    mode: "reading",
    choice: null,
    nextKey: 1,
    said: { n: 0, what: "nothing", id: null, count: 0 },
  };
  const proposed = order.find((id) => state.byId[id]!.mark === "confident");
  return { ...state, focus: order.find((id) => isLeft(state, id)) ?? proposed ?? order[0] ?? null };
}

export const inOrder = (suggestions: readonly Suggestion[]) =>
  [...suggestions].sort((a, b) => a.number.start - b.number.start || a.id - b.id).map(({ id }) => id);

/** What a suggestion is now, counting what was asked and not yet answered. */
export type Standing = "pending" | "accepting" | "accepted" | "rejecting" | "rejected" | "undoing";

const underWay = { accept: "accepting", same: "accepting", reject: "rejecting", undo: "undoing" } as const;

export function standingOf(state: ReadingState, id: SuggestionId): Standing {
  const asked = state.queue.findLast((operation) => idsOf(operation).includes(id));
  return asked ? underWay[asked.kind] : (state.settled[id]?.kind ?? "pending");
}

/** The same as it is told: what was taken, as its figure stands now. */
export function toldStanding(state: ReadingState, id: SuggestionId): Exclude<Standing, "accepted"> | Status {
  const standing = standingOf(state, id);
  const outcome = state.settled[id];
  if (standing !== "accepted") return standing;
  return (outcome?.kind === "accepted" && outcome.status) || "draft";
}

/** Whether a suggestion can still be decided: nothing is settled, nor asked, but to take back. */
export const isPending = (state: ReadingState, id: SuggestionId): boolean =>
  ["pending", "undoing"].includes(standingOf(state, id));

/** Proposed and undecided: what "12 left" counts and `j` visits. */
export const isLeft = (state: ReadingState, id: SuggestionId): boolean =>
  state.byId[id]?.mark === "confident" && isPending(state, id);

export const countLeft = (state: ReadingState): number =>
  state.order.filter((id) => isLeft(state, id)).length;

/** The card as edited. */
export function cardOf(state: ReadingState, id: SuggestionId): Card {
  return { ...state.byId[id]!.card, ...state.edits[id]?.card };
}

export const sentenceOf = (state: ReadingState, id: SuggestionId): Span =>
  state.edits[id]?.sentence ?? state.byId[id]!.sentence;

/** A suggestion as it would be taken now. */
export const chosenOf = (state: ReadingState, id: SuggestionId): Chosen => ({
  id,
  number: state.byId[id]!.number,
  card: cardOf(state, id),
  sentence: sentenceOf(state, id),
});

/** The next suggestion left from a place in the text on, round the end to the beginning; null where none is. */
export function nextLeft(state: ReadingState, from: SuggestionId | null): SuggestionId | null {
  const at = from === null ? 0 : state.order.indexOf(from);
  const around = [...state.order.slice(at), ...state.order.slice(0, at)];
  return around.find((id) => isLeft(state, id)) ?? null;
}

export function say(
  state: ReadingState,
  what: Said["what"],
  id: SuggestionId | null,
  count = 1,
): ReadingState {
  return { ...state, said: { n: state.said.n + 1, what, id, count } };
}

export function without<T>(
  record: Readonly<Record<number, T>>,
  ...ids: readonly number[]
): Record<number, T> {
  return pick(record, (id) => !ids.includes(id));
}

export function pick<T>(
  record: Readonly<Record<number, T>>,
  keep: (id: number) => boolean,
): Record<number, T> {
  return Object.fromEntries(Object.entries(record).filter(([id]) => keep(Number(id))));
}
