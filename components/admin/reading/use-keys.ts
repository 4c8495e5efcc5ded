"use client";

import { useEffect, useRef } from "react";
import { type Command, commandOfKey, type Target } from "./keys";
import type { ReadingStore } from "./store";

/** Turns key presses anywhere on the page into commands; letters typed into a box stay letters. */
export function useKeys(store: ReadingStore, run: (command: Command, event: KeyboardEvent) => void): void {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented) return;
      const { key, ctrlKey: ctrl, metaKey: meta, altKey: alt, shiftKey: shift } = event;
      const altGraph = event.getModifierState("AltGraph");
      const command = commandOfKey(
        { key, ctrl, meta, alt, shift, altGraph },
        targetOf(event.target),
        store.state().mode,
      );
      if (command === null) return;
      event.preventDefault();
      latest.current(command, event);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [store]);
}

function targetOf(target: EventTarget | null): Target {
  if (!(target instanceof Element)) return "text";
  if (target.closest("input, select, textarea, [contenteditable]")) return "field";
  if (target.closest("a.number")) return "text"; // a mark is where the focus stands, not a place to go
  return target.closest("button, a, summary") ? "button" : "text";
}
