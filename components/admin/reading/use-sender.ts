"use client";

import { unstable_isUnrecognizedActionError } from "next/navigation";
import { useEffect } from "react";
import { newPublicId } from "@/domain/new-public-id";
import type { DeskServer } from "./desk-context";
import { idsOf, type Operation } from "./reading";
import type { ReadingState } from "./reading-state";
import type { ReadingStore } from "./store";

const shortestWait = 1_000;
const longestWait = 15_000;
/** Younger than this, a page is not opened anew: it would be for ever. */
const youngest = 10_000;

/**
 * Asks the server what stands in the queue, one after the other and in order. Where it does not answer the same is
 * asked again, under the same public ids: the server takes a retry for what it is.
 */
export function useSender(store: ReadingStore, decide: DeskServer["decide"]): void {
  useEffect(() => {
    let [busy, stopped, wait] = [false, false, shortestWait];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const publicIds = new Map<number, readonly string[]>();

    async function send(): Promise<void> {
      const [operation] = store.state().queue;
      if (busy || stopped || operation === undefined) return;
      busy = true;
      clearTimeout(timer);
      const ids = publicIds.get(operation.key) ?? publicIdsFor(store.state(), operation);
      publicIds.set(operation.key, ids);
      try {
        const answers = await decide(operation, ids, figureOf(store.state(), operation));
        wait = shortestWait;
        publicIds.delete(operation.key);
        busy = false;
        store.dispatch({ type: "answered", key: operation.key, answers });
        void send();
      } catch (error) {
        if (isOlderPage(error) && isKept(store.state())) return renew();
        store.dispatch({ type: "lost", signedOut: await isSignedOut() });
        busy = false;
        timer = setTimeout(send, wait);
        wait = Math.min(wait * 2, longestWait);
      }
    }

    const unsubscribe = store.subscribe(() => {
      if (store.state().line === "open") void send();
    });
    const retry = () => void send();
    window.addEventListener("online", retry);
    window.addEventListener("beforeunload", warn);
    void send();
    return () => {
      stopped = true;
      clearTimeout(timer);
      unsubscribe();
      window.removeEventListener("online", retry);
      window.removeEventListener("beforeunload", warn);
    };

    /** The site was built anew since this page was opened: the new page takes the queue over. */
    function renew() {
      stopped = true;
      window.removeEventListener("beforeunload", warn);
      location.reload();
    }

    /** Leaving with decisions the server has not heard of would lose them. */
    function warn(event: BeforeUnloadEvent) {
      if (store.state().queue.length > 0) event.preventDefault();
    }
  }, [store, decide]);
}

/** Whether the server does not know what this page asks with; a page that has only just opened waits instead. */
const isOlderPage = (error: unknown) =>
  unstable_isUnrecognizedActionError(error) && performance.now() > youngest;

/** What is asked about numbers marked by hand is kept nowhere else. */
const isKept = ({ queue }: ReadingState) => queue.flatMap(idsOf).every((id) => id > 0);

/** Whether the server answers but knows nobody: it would send this page to sign in. */
async function isSignedOut(): Promise<boolean> {
  try {
    const answer = await fetch(location.pathname, { method: "HEAD", redirect: "manual" });
    return answer.type === "opaqueredirect" || answer.status === 401;
  } catch {
    return false; // it does not answer at all
  }
}

/** A new figure gets an id of its own; what is taken back is called by the one it has. */
function publicIdsFor({ settled }: ReadingState, operation: Operation): string[] {
  return idsOf(operation).map((id) => {
    const outcome = settled[id];
    return operation.kind === "undo" && outcome?.kind === "accepted" ? outcome.figure : newPublicId();
  });
}

/** The figure a mention is to join: the queue is in order, so it is settled by now. */
function figureOf({ settled }: ReadingState, operation: Operation): string | null {
  if (operation.kind !== "same") return null;
  if (typeof operation.as === "string") return operation.as;
  const outcome = settled[operation.as];
  return outcome?.kind === "accepted" ? outcome.figure : null;
}
