"use client";

import { useEffect } from "react";
import { keepEdits, takeEdits } from "./browser-draft";
import { pick } from "./reading-state";
import type { ReadingStore } from "./store";

/** Brings unsaved edits back when the page opens, and keeps them in the browser as they change. */
export function useBrowserDraft(store: ReadingStore, editor: string, source: string, version: number): void {
  useEffect(() => {
    store.dispatch({ type: "restore", edits: takeEdits(localStorage, editor, source, version) });
    let kept = store.state().edits;
    let decided = store.state().settled;
    return store.subscribe(() => {
      const state = store.state();
      if (state.edits === kept && state.settled === decided) return;
      [kept, decided] = [state.edits, state.settled];
      const unsaved = pick(state.edits, (id) => id > 0 && state.settled[id]?.kind !== "accepted");
      keepEdits(localStorage, editor, source, version, unsaved);
    });
  }, [store, editor, source, version]);
}
