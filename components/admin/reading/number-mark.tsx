"use client";

import { fill } from "@/domain/format";
import { useDesk } from "./desk-context";
import type { Suggestion } from "./reading";
import { standingOf, toldStanding } from "./reading-state";
import { useReading } from "./store";

/** A number marked in the text: what is thought of it, what became of it, and the highlighter where it has the focus. */
export function NumberMark({ suggestion, within }: { suggestion: Suggestion; within: boolean }) {
  const { store, article, words, positions } = useDesk();
  const { id, mark, number, reason } = suggestion;
  const standing = useReading(store, (state) => standingOf(state, id));
  const told = useReading(store, (state) => words.standing[toldStanding(state, id)]);
  const focused = useReading(store, (state) => state.focus === id);
  const failed = useReading(store, (state) => id in state.failures);
  const printed = article.text.slice(number.start, number.end);
  const at = positions.get(id);
  const position = at === undefined ? words.mark[mark] : fill(words.position, { at, of: positions.size });
  return (
    <a
      id={`n${id}`}
      href={`#n${id}`}
      className={`number number-${mark} number-${standing}${failed ? " number-failed" : ""}${within ? " within" : ""}`}
      aria-current={focused ? "true" : undefined}
      aria-label={fill(words.markLabel, { words: printed, position, standing: told })}
      title={reason === null ? undefined : fill(words.masked, { reason })}
      tabIndex={focused ? 0 : -1}
      onClick={(event) => {
        event.preventDefault();
        store.dispatch({ type: "focus", id });
      }}
    >
      {printed}
    </a>
  );
}
