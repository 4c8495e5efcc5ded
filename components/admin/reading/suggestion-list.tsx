"use client";

import { memo } from "react";
import { useDesk } from "./desk-context";
import type { Suggestion } from "./reading";
import { standingOf, toldStanding } from "./reading-state";
import { useReading } from "./store";

type Props = {
  suggestions: readonly Suggestion[];
  /** Where a form of this list posts to without JavaScript. */
  action: (form: FormData) => void | Promise<void>;
};

/**
 * The proposals as a list: what a screen reader counts, and, without JavaScript, the way to decide. One form for all,
 * so that a long article stays light.
 */
export const SuggestionList = memo(function SuggestionList({ suggestions, action }: Props) {
  const { words, article } = useDesk();
  return (
    <details className="suggestion-list">
      <summary>{words.list}</summary>
      <noscript>
        <p className="notice">{words.noScript}</p>
      </noscript>
      <form action={action}>
        <input type="hidden" name="source" value={article.slug} />
        <ol>
          {suggestions.map((suggestion) => (
            <ListItem key={suggestion.id} suggestion={suggestion} />
          ))}
        </ol>
      </form>
    </details>
  );
});

function ListItem({ suggestion: { id, number } }: { suggestion: Suggestion }) {
  const { store, words, article } = useDesk();
  const standing = useReading(store, (state) => standingOf(state, id));
  const told = useReading(store, (state) => words.standing[toldStanding(state, id)]);
  const printed = article.text.slice(number.start, number.end);
  const decide = (kind: "accept" | "reject" | "undo") => (event: React.MouseEvent) => {
    event.preventDefault(); // with JavaScript it goes the way of the keys
    store.dispatch({ type: "focus", id });
    store.dispatch(kind === "accept" ? { type: "accept", ids: [id] } : { type: kind });
  };
  return (
    <li>
      <a href={`#n${id}`} onClick={() => store.dispatch({ type: "focus", id })}>
        {printed}
      </a>{" "}
      <span className="secondary">{told}</span>
      {standing === "pending" && (
        <>
          {" "}
          <button type="submit" name="accept" value={id} className="quiet" onClick={decide("accept")}>
            {words.accept}
            <span className="visually-hidden"> {printed}</span>
          </button>{" "}
          <button type="submit" name="reject" value={id} className="quiet" onClick={decide("reject")}>
            {words.reject}
            <span className="visually-hidden"> {printed}</span>
          </button>
        </>
      )}
    </li>
  );
}
