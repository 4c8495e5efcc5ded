"use client";

import { fill, fillPlural } from "@/domain/format";
import { checkCard, findingWords, lackWords } from "./check-card";
import { type Desk, useDesk } from "./desk-context";
import { chosenOf, type ReadingState, toldStanding } from "./reading-state";
import { useReading } from "./store";

/** Says what happened, for those who do not see it: what was saved, what was refused and why, what is in the way. */
export function LiveWords() {
  const desk = useDesk();
  const said = useReading(desk.store, (state) => state.said);
  const focus = useReading(desk.store, (state) => state.focus);
  const state = desk.store.state();
  return (
    <>
      <p className="live-said" role="status">
        {said.n === 0 ? "" : saidWords(state, desk)}
      </p>
      <p className="visually-hidden" aria-live="polite">
        {focus === null ? "" : focusWords(state, desk)}
      </p>
    </>
  );
}

function saidWords(state: ReadingState, desk: Desk): string {
  const { what, id, count } = state.said;
  const { said } = desk.words;
  const words = id === null ? "" : printed(state, desk, id);
  switch (what) {
    case "saved":
      return fillPlural(said.saved, count, desk.locale, { words });
    case "refused":
      return fillPlural(said.refused, count, desk.locale, { words, why: reasonWords(state, desk, id) });
    case "blocked":
      return fill(said.blocked, { why: id === null ? "" : blockWords(state, desk, id) });
    case "applied":
      return fillPlural(said.applied, count, desk.locale);
    default:
      return fill(said[what], { words });
  }
}

const printed = (state: ReadingState, { article }: Desk, id: number) => {
  const { start, end } = state.byId[id]!.number;
  return article.text.slice(start, end);
};

function reasonWords({ failures }: ReadingState, { words }: Desk, id: number | null): string {
  const reason = id === null ? undefined : failures[id];
  return reason === undefined ? "" : words.reason[reason.kind];
}

function blockWords(state: ReadingState, desk: Desk, id: number): string {
  const { missing, findings } = checkCard(chosenOf(state, id), desk);
  const blocks = findings.filter(({ severity }) => severity === "block");
  return [
    ...missing.map((field) => lackWords(field, desk.words)),
    ...blocks.map((one) => findingWords(one, desk.words)),
  ].join(" ");
}

/** Where the focus stands, and the warnings of its card. */
function focusWords(state: ReadingState, desk: Desk): string {
  const id = state.focus!;
  const { words, positions } = desk;
  const at = positions.get(id);
  const position =
    at === undefined ? words.mark[state.byId[id]!.mark] : fill(words.position, { at, of: positions.size });
  const standing = words.standing[toldStanding(state, id)];
  const { missing, findings } = checkCard(chosenOf(state, id), desk);
  return [
    fill(words.markLabel, { words: printed(state, desk, id), position, standing }),
    ...missing.map((field) => lackWords(field, words)),
    ...findings.map((one) => `${words.severity[one.severity]}. ${findingWords(one, words)}`),
  ].join(". ");
}
