import { useSyncExternalStore } from "react";
import { readingReducer } from "./reading-reducer";
import type { ReadingEvent, ReadingState } from "./reading-state";

/**
 * The view's state outside React: with two thousand numbers a key press must redraw the two it concerns, not the text.
 */
export type ReadingStore = {
  readonly state: () => ReadingState;
  readonly dispatch: (event: ReadingEvent) => void;
  readonly subscribe: (listener: () => void) => () => void;
};

export function makeStore(initial: ReadingState): ReadingStore {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    state: () => state,
    dispatch(event) {
      const next = readingReducer(state, event);
      if (next === state) return;
      state = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** What `select` makes of the state; it must give the same value for the same state: a primitive, or part of it. */
export function useReading<T>(store: ReadingStore, select: (state: ReadingState) => T): T {
  const snapshot = () => select(store.state());
  return useSyncExternalStore(store.subscribe, snapshot, snapshot);
}
