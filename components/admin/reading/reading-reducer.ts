import { queueReducer, resume } from "./queue-state";
import type { Edits, Speaker, SuggestionId } from "./reading";
import {
  cardOf,
  inOrder,
  isLeft,
  isPending,
  pick,
  type ReadingEvent,
  type ReadingState,
  say,
  sentenceOf,
  without,
} from "./reading-state";

/** The whole of the view's behaviour, as a pure step. */
export function readingReducer(state: ReadingState, event: ReadingEvent): ReadingState {
  switch (event.type) {
    case "move":
      return move(state, event.by, event.every ?? false);
    case "focus":
      return state.byId[event.id] ? { ...state, focus: event.id } : state;
    case "mode":
      return { ...state, mode: event.mode, choice: event.mode === "choosing" ? state.choice : null };
    case "choose":
      return { ...state, choice: event.words, mode: event.words ? "choosing" : "reading" };
    case "edit":
      return edit(state, event.id, (edits) => ({ ...edits, card: { ...edits.card, ...event.card } }));
    case "sentence":
      return edit(state, event.id, (edits) => ({ ...edits, sentence: event.sentence }));
    case "forget":
      return { ...state, edits: without(state.edits, event.id) };
    case "restore":
      return resume(
        { ...state, edits: pick(event.edits, (id) => id in state.byId && isPending(state, id)) },
        event.queue,
      );
    case "know":
      return know(state, event.words, event.agent);
    case "apply":
      return applyToRest(state, event.scope);
    case "add": {
      const byId = { ...state.byId, [event.suggestion.id]: event.suggestion };
      return { ...state, byId, order: inOrder(Object.values(byId)), focus: event.suggestion.id };
    }
    default:
      return queueReducer(state, event);
  }
}

function move(state: ReadingState, by: 1 | -1, every: boolean): ReadingState {
  const at = state.focus === null ? -by : state.order.indexOf(state.focus);
  const wanted = (id: SuggestionId) => every || isLeft(state, id);
  const ahead = by === 1 ? state.order.slice(at + 1) : state.order.slice(0, Math.max(at, 0)).reverse();
  const found = ahead.find(wanted);
  return found === undefined ? say(state, "nothing", null) : { ...state, focus: found };
}

const noEdits: Edits = { card: {}, sentence: null };

function edit(state: ReadingState, id: SuggestionId, change: (edits: Edits) => Edits): ReadingState {
  if (!isPending(state, id)) return state; // an accepted figure is changed on its own page
  return {
    ...state,
    edits: { ...state.edits, [id]: change(state.edits[id] ?? noEdits) },
    failures: without(state.failures, id),
  };
}

/** An agent named once is known on every card that prints the same words. */
function know(state: ReadingState, words: string, agent: string): ReadingState {
  const unknown = (speaker: Speaker) => speaker.agent === null && speaker.asPrinted === words;
  const naming = state.order.filter(
    (id) => isPending(state, id) && cardOf(state, id).attribution.some(unknown),
  );
  return naming.reduce((reached, id) => {
    const attribution = cardOf(reached, id).attribution.map((one) =>
      unknown(one) ? { ...one, agent } : one,
    );
    return edit(reached, id, (edits) => ({
      ...edits,
      card: { ...edits.card, attribution, unattributed: false },
    }));
  }, state);
}

/** Gives the claimant and the dates of the focused card to those left after it. */
function applyToRest(state: ReadingState, scope: "sentence" | "article"): ReadingState {
  if (state.focus === null) return state;
  const { attribution, unattributed, period, reportedOn } = cardOf(state, state.focus);
  const sentence = sentenceOf(state, state.focus);
  const after = state.order.slice(state.order.indexOf(state.focus) + 1);
  const meant = after.filter(
    (id) => isLeft(state, id) && (scope === "article" || state.byId[id]!.number.start < sentence.end),
  );
  const given = { attribution, unattributed, period, reportedOn };
  const changed = meant.reduce(
    (reached, id) => edit(reached, id, (edits) => ({ ...edits, card: { ...edits.card, ...given } })),
    state,
  );
  return say({ ...changed, mode: "reading" }, "applied", state.focus, meant.length);
}
