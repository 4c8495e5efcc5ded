"use client";

import { useEffect } from "react";
import { keepUnsaved, takeUnsaved } from "./browser-draft";
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
    return store.subscribe(() => {
      const state = store.state();
      const { edits, settled, queue } = state;
      if (edits === kept.edits && settled === kept.settled && queue === kept.queue) return;
      kept = state;
      const open = pick(edits, (id) => id > 0 && settled[id]?.kind !== "accepted");
      const asked = queue.filter((operation) => idsOf(operation).every((id) => id > 0));
      keepUnsaved(localStorage, editor, source, version, { edits: open, queue: asked });
    });
  }, [store, editor, source, version]);
}
