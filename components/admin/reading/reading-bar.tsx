"use client";

import { fillPlural } from "@/domain/format";
import { useDesk } from "./desk-context";
import { LiveWords } from "./live-words";
import { isDraft } from "./reading";
import { countLeft } from "./reading-state";
import { useReading } from "./store";

type Props = { onHelp: () => void; onSubmit: () => void };

/** How much is left, what the server holds of it, and the way on. */
export function ReadingBar({ onHelp, onSubmit }: Props) {
  const { store, words, locale } = useDesk();
  const left = useReading(store, countLeft);
  const asked = useReading(store, ({ queue }) => queue.length);
  const line = useReading(store, (state) => state.line);
  const saved = useReading(store, ({ settled }) => Object.values(settled).filter(isDraft).length);
  return (
    <footer className="reading-bar">
      <p className="left" data-left={left} data-saved={saved} data-asked={asked}>
        <b>{left === 0 ? words.allDone : fillPlural(words.left, left, locale)}</b>
        {saved > 0 && <span>{fillPlural(words.saved, saved, locale)}</span>}
        {asked > 0 && (
          <span className={line === "open" ? undefined : "bar-waiting"}>
            {fillPlural(words[line === "open" ? "saving" : line], asked, locale)}
          </span>
        )}
      </p>
      <LiveWords />
      <p className="bar-actions">
        <button type="button" onClick={onHelp} title={words.keysHint}>
          {words.keys} <kbd>?</kbd>
        </button>
        <button type="button" onClick={onSubmit}>
          {words.submit} <kbd>Ctrl ⏎</kbd>
        </button>
      </p>
    </footer>
  );
}
