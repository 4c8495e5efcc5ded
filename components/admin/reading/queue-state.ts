import type { Answer, Operation, Reason, SuggestionId } from "./reading";
import { idsOf } from "./reading";
import {
  chosenOf,
  isPending,
  nextLeft,
  type ReadingEvent,
  type ReadingState,
  say,
  standingOf,
  without,
} from "./reading-state";

/** What is asked of the server and what it answers. Nothing counts as saved before it said so. */
export function queueReducer(state: ReadingState, event: ReadingEvent): ReadingState {
  switch (event.type) {
    case "accept":
      return accept(state, event.ids);
    case "same":
      return same(state, event.figure ?? null);
    case "reject":
      return reject(state);
    case "undo":
      return undo(state);
    case "blocked":
      return say(state, "blocked", event.id);
    case "lost":
      return lost(state, event.signedOut ? "signed_out" : "waiting");
    case "answered":
      return answered(state, event.key, event.answers);
    default:
      return state;
  }
}

/** What was asked stays asked: it is sent again once the server answers, or knows who asks. */
const lost = (state: ReadingState, line: "waiting" | "signed_out"): ReadingState =>
  state.line === line ? state : say({ ...state, line }, line, null);

function accept(state: ReadingState, ids: readonly SuggestionId[]): ReadingState {
  const meant = ids.filter((id) => state.byId[id] && isPending(state, id));
  if (meant.length === 0) return say(state, "nothing", null);
  return ask(state, { kind: "accept", figures: meant.map((id) => chosenOf(state, id)) });
}

/** The figure named, else the one taken last: a claim is mostly repeated right after it was taken. */
function same(state: ReadingState, figure: string | null): ReadingState {
  const { focus } = state;
  const last = state.done
    .filter(({ kind }) => kind === "accept" || kind === "same")
    .flatMap(idsOf)
    .findLast((id) => id !== focus && ["accepted", "accepting"].includes(standingOf(state, id)));
  const previous = figure ?? last;
  if (focus === null || previous === undefined || !isPending(state, focus))
    return say(state, "nothing", null);
  return ask(state, { kind: "same", figures: [chosenOf(state, focus)], as: previous });
}

function reject(state: ReadingState): ReadingState {
  if (state.focus === null || !isPending(state, state.focus)) return say(state, "nothing", null);
  return ask(state, { kind: "reject", ids: [state.focus] });
}

type WithoutKey<T> = T extends unknown ? Omit<T, "key"> : never;

/** Puts an operation at the end of the queue and goes on to the next suggestion left. */
function ask(state: ReadingState, wanted: WithoutKey<Operation>): ReadingState {
  const operation = { ...wanted, key: state.nextKey } as Operation; // the union is taken apart by Omit and put back here
  const asked: ReadingState = {
    ...state,
    nextKey: state.nextKey + 1,
    queue: [...state.queue, operation],
    done: operation.kind === "undo" ? state.done : [...state.done, operation],
    failures: without(state.failures, ...idsOf(operation)),
    mode: "reading",
  };
  return { ...asked, focus: nextLeft(asked, state.focus) ?? state.focus };
}

/**
 * Asks again what a page that was left had asked in vain, in order. What the server has taken meanwhile falls away; a
 * retry does no harm where it has taken it and the answer was lost.
 */
export function resume(state: ReadingState, queue: readonly Operation[]): ReadingState {
  return queue.reduce((reached, { key: _, ...wanted }) => {
    const known = idsOf({ ...wanted, key: 0 } as Operation).every((id) => id in reached.byId);
    const due = idsOf({ ...wanted, key: 0 } as Operation).every(
      (id) => wanted.kind === "undo" || isPending(reached, id),
    );
    return known && due ? ask(reached, wanted as WithoutKey<Operation>) : reached;
  }, state);
}

/** Takes the last decision back: off the queue where the server has not heard of it, else by asking. */
function undo(state: ReadingState): ReadingState {
  const last = state.done.at(-1);
  if (last === undefined) return say(state, "nothing", null);
  const ids = idsOf(last);
  const back = { ...state, done: state.done.slice(0, -1), mode: "reading" as const };
  const waiting = state.queue.slice(1).some(({ key }) => key === last.key);
  if (waiting) {
    const queue = state.queue.filter(({ key }) => key !== last.key);
    return say({ ...back, queue, focus: ids[0] ?? null }, "undone", ids[0] ?? null, ids.length);
  }
  return { ...ask(back, { kind: "undo", ids }), focus: ids[0] ?? null };
}

function answered(state: ReadingState, key: number, answers: readonly Answer[]): ReadingState {
  const operation = state.queue.find((one) => one.key === key);
  if (operation === undefined) return state;
  let next: ReadingState = { ...state, line: "open", queue: state.queue.filter((one) => one.key !== key) };
  for (const answer of answers) next = "outcome" in answer ? settle(next, answer) : refuse(next, answer);
  const refusals = answers.filter((answer) => "reason" in answer);
  const [refusal] = refusals;
  if (refusal !== undefined) return say(next, "refused", refusal.id, refusals.length);
  const what = ({ accept: "saved", same: "saved", reject: "rejected", undo: "undone" } as const)[
    operation.kind
  ];
  return say(next, what, answers[0]?.id ?? null, answers.length);
}

function settle(state: ReadingState, { id, outcome }: Extract<Answer, { outcome: unknown }>): ReadingState {
  return { ...state, settled: { ...state.settled, [id]: outcome } };
}

/** Gives a suggestion back with the reason; what was asked on the strength of it falls with it. */
function refuse(state: ReadingState, { id, reason }: { id: SuggestionId; reason: Reason }): ReadingState {
  const failures = { ...state.failures, [id]: reason };
  const done = state.done.map((one) => leaveOut(one, id)).filter((one): one is Operation => one !== null);
  const fallen = state.queue.filter((one) => one.kind === "same" && one.as === id);
  const queue = state.queue
    .filter((one) => !fallen.includes(one))
    .map((one) => (one.kind === "undo" ? leaveOut(one, id) : one))
    .filter((one): one is Operation => one !== null);
  const left = { ...state, queue, done, failures };
  return fallen.reduce<ReadingState>(
    (reached, one) => refuse(reached, { id: idsOf(one)[0]!, reason: { kind: "depends" } }),
    left,
  );
}

/** An operation without one of its suggestions; null where it had no other. */
function leaveOut(operation: Operation, id: SuggestionId): Operation | null {
  if (!idsOf(operation).includes(id)) return operation;
  if (operation.kind === "undo")
    return rest({ ...operation, ids: operation.ids.filter((one) => one !== id) });
  if (operation.kind === "accept")
    return rest({ ...operation, figures: operation.figures.filter((one) => one.id !== id) });
  return null;
}

const rest = (operation: Operation): Operation | null => (idsOf(operation).length === 0 ? null : operation);
