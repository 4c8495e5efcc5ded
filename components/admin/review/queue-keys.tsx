"use client";

import { useEffect, useRef, useState } from "react";
import type { DeskMessages } from "@/messages/desk";
import { keyTable, type QueueCommand, queueCommandOf } from "./queue-key-table";

type Props = { ids: readonly string[]; words: DeskMessages["review"]["help"] };

const cards = () => [...document.querySelectorAll<HTMLElement>("[data-draft]")];
const cardAtHand = () => document.activeElement?.closest<HTMLElement>("[data-draft]") ?? null;
const within = (card: HTMLElement | null, key: string) =>
  card?.querySelector<HTMLElement>(`[data-key=${key}]`);

/** The keys of the queue. They press what is on the page for everyone: without script nothing is missing but speed. */
export function QueueKeys({ ids, words }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const at = useRef(0);
  const [ready, setReady] = useState(false);
  const queue = ids.join(" ");

  // What was decided is gone from the list; the one that took its place is next.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed queue is what it is run for
  useEffect(() => {
    setReady(true);
    const list = cards();
    if (document.activeElement === document.body || document.activeElement === null)
      list[Math.min(at.current, list.length - 1)]?.focus();
  }, [queue]);

  useEffect(() => {
    const go = (step: number) => {
      const list = cards();
      const now = cardAtHand();
      const to = now === null ? Math.min(at.current, list.length - 1) : list.indexOf(now) + step;
      list[Math.max(0, Math.min(to, list.length - 1))]?.focus();
    };
    const run: Record<QueueCommand, () => void> = {
      next: () => go(1),
      previous: () => go(-1),
      approve: () => within(cardAtHand(), "approve")?.click(),
      sendBack: () => {
        const summary = within(cardAtHand(), "sendBack");
        const details = summary?.closest("details");
        if (!details) return;
        details.open = true;
        details.querySelector("textarea")?.focus();
      },
      fix: () => within(cardAtHand(), "fix")?.click(),
      select: () => within(cardAtHand(), "select")?.click(),
      batch: () => document.querySelector<HTMLElement>("[data-key=batch]")?.click(),
      leave: () => cardAtHand()?.focus(),
      help: () => dialog.current?.showModal(),
    };
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented || document.querySelector("dialog[open]")) return;
      const { key, ctrlKey, metaKey, altKey } = event;
      const typing =
        event.target instanceof Element &&
        event.target.closest("input:not([type=checkbox]), textarea, select") !== null;
      const command = queueCommandOf({ key, modified: ctrlKey || metaKey || altKey, typing });
      if (command === null) return;
      event.preventDefault();
      run[command]();
    };
    const remember = () => {
      const now = cardAtHand();
      if (now !== null) at.current = cards().indexOf(now);
    };
    document.addEventListener("keydown", press);
    document.addEventListener("focusin", remember);
    return () => {
      document.removeEventListener("keydown", press);
      document.removeEventListener("focusin", remember);
    };
  }, []);

  return (
    <dialog
      ref={dialog}
      className="desk-panel key-help"
      aria-label={words.title}
      data-keys={ready ? "on" : undefined}
    >
      <h2>{words.title}</h2>
      <dl>
        {keyTable.map(([command, key]) => (
          <div key={command}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{words.command[command]}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button type="submit">{words.close}</button>
      </form>
    </dialog>
  );
}
