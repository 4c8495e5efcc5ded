"use client";

import { useEffect } from "react";
import { askedSince, keepUnsaved, type Leaving, takeUnsaved } from "./browser-draft";
import { idsOf } from "./reading";
import { pick } from "./reading-state";
import type { ReadingStore } from "./store";

/**
 * Brings back what was not saved when the page opens, and keeps it in the browser as it changes; a number marked by hand
 * lives as long as the page.
 */
export function useBrowserDraft(store: ReadingStore, editor: string, source: string, version: number): void {
  useEffect(() => {
    store.dispatch({ type: "restore", ...takeUnsaved(localStorage, editor, source, version) });
    let kept = store.state();
    let left: Leaving | null = null;
    const leave = () => {
      left = store.state();
    };
    window.addEventListener("beforeunload", leave);
    const unsubscribe = store.subscribe(() => {
      const state = store.state();
      const { edits, settled, queue } = state;
      if (edits === kept.edits && settled === kept.settled && queue === kept.queue) return;
      kept = state;
      const open = pick(edits, (id) => id > 0 && settled[id]?.kind !== "accepted");
      const asked = askedSince(left, state).filter((operation) => idsOf(operation).every((id) => id > 0));
      keepUnsaved(localStorage, editor, source, version, { edits: open, queue: asked });
    });
    return () => {
      unsubscribe();
      window.removeEventListener("beforeunload", leave);
    };
  }, [store, editor, source, version]);
}
