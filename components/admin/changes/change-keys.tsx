"use client";

import { useEffect, useRef } from "react";

const lines = () => [...document.querySelectorAll<HTMLElement>("[data-change]")];
const atHand = () => document.activeElement?.closest<HTMLElement>("[data-change]") ?? null;

/** The keys of the list: j and k go along it, v and e press what is on the line for everyone. */
export function ChangeKeys({ ids }: { ids: readonly number[] }) {
  const at = useRef(0);
  const list = ids.join(" ");

  // What was seen is gone from the list; the one that took its place is next.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed list is what it is run for
  useEffect(() => {
    document.documentElement.dataset.ready = "changes";
    const all = lines();
    if (document.activeElement === document.body || document.activeElement === null)
      all[Math.min(at.current, all.length - 1)]?.focus();
  }, [list]);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { key, target, ctrlKey, metaKey, altKey } = event;
      if (event.isComposing || event.defaultPrevented || ctrlKey || metaKey || altKey) return;
      if (target instanceof Element && target.closest("input, textarea, select")) return;
      const all = lines();
      const now = atHand();
      const place = now === null ? -1 : all.indexOf(now);
      if (key === "j") (all[place + 1] ?? now)?.focus();
      else if (key === "k") all[Math.max(0, place - 1)]?.focus();
      else if (key === "v") now?.querySelector<HTMLElement>("[data-key=seen]")?.click();
      else if (key === "e") now?.querySelector<HTMLElement>("[data-key=edit]")?.click();
      else return;
      event.preventDefault();
    };
    const remember = () => {
      const now = atHand();
      if (now !== null) at.current = lines().indexOf(now);
    };
    document.addEventListener("keydown", press);
    document.addEventListener("focusin", remember);
    return () => {
      document.removeEventListener("keydown", press);
      document.removeEventListener("focusin", remember);
    };
  }, []);
  return null;
}
