"use client";

import { unstable_rethrow } from "next/navigation";
import { useActionState } from "react";
import { refusedWord, unsentWord } from "@/messages/problem-words";

type Action<State> = (state: Awaited<State>, form: FormData) => State | Promise<State>;

/**
 * `useActionState` for forms, whose boxes stay as they are where no answer comes: React would empty them, or put an error
 * page in their place. `UnsentNotice` says what happened. Without script the answer is a page of its own.
 */
export function useKeptAction<State>(action: Action<State>, initial: Awaited<State>) {
  // The server must see the action itself: it writes it into the form for whoever has no script.
  return useActionState(typeof window === "undefined" ? action : keeping(action), initial);
}

const keeping =
  <State>(action: Action<State>): Action<State> =>
  async (state, form) => {
    tell(null);
    try {
      return await action(state, form);
    } catch (error) {
      unstable_rethrow(error); // leads to another page: that is an answer
      keepBoxes();
      tell(untoldBy(error));
      return state;
    }
  };

/** Nothing was changed, for want of a database or of patience with who asks much; or nobody knows. */
export type Untold = "unsent" | "refused" | "unconfirmed";

/** Next throws what a plain text says. */
const untoldBy = (error: unknown): Untold => {
  const said = error instanceof Error ? error.message : "";
  return said === unsentWord ? "unsent" : said === refusedWord ? "refused" : "unconfirmed";
};

const event = "verbatim:untold";
const tell = (what: Untold | null) => window.dispatchEvent(new CustomEvent(event, { detail: what }));

/** Tells `listen` of each form that had no answer, and of the next that is sent. @returns how to stop */
export function onUntold(listen: (what: Untold | null) => void): () => void {
  const hear = (heard: Event) => listen((heard as CustomEvent<Untold | null>).detail);
  window.addEventListener(event, hear);
  return () => window.removeEventListener(event, hear);
}

/** React resets a form once its action has ended; that is soon, and can be refused. */
const soon = 1000;

function keepBoxes(): void {
  const refuse = (reset: Event) => reset.preventDefault();
  document.addEventListener("reset", refuse, { capture: true });
  setTimeout(() => document.removeEventListener("reset", refuse, { capture: true }), soon);
}
