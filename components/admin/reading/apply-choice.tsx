"use client";

import { useDesk } from "./desk-context";
import { Panel } from "./panel";

/** Asks how far the claimant and the dates of a card reach: 1 the sentence, 2 the article. */
export function ApplyChoice({ onClose }: { onClose: () => void }) {
  const { store, words } = useDesk();
  const apply = (scope: "sentence" | "article") => store.dispatch({ type: "apply", scope });
  return (
    <Panel title={words.apply.title} onClose={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the figures are shortcuts of the two buttons */}
      <div
        className="choice"
        onKeyDown={(event) => {
          if (event.key === "1" || event.key === "2") apply(event.key === "1" ? "sentence" : "article");
        }}
      >
        <button type="button" onClick={() => apply("sentence")}>
          {words.apply.sentence}
        </button>
        <button type="button" onClick={() => apply("article")}>
          {words.apply.article}
        </button>
      </div>
    </Panel>
  );
}
