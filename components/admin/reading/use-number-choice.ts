"use client";

import { useEffect, useRef } from "react";
import type { Span } from "@/domain/extract/proposal";
import type { DateClaim } from "@/domain/figure";
import { firstChoice, moveChoice, wordsOf } from "./choose-words";
import type { Desk } from "./desk-context";
import type { Line } from "./lines";
import { ownSuggestion } from "./own-suggestion";
import { cardOf, sentenceOf } from "./reading-state";
import { cutAs, lineAt, sentencesAround } from "./sentences-around";
import { selectedSpan } from "./sight";

/** Entering a number the reader missed: the selection, or words chosen with the arrow keys. */
export function useNumberChoice(desk: Desk, lines: readonly Line[], published: DateClaim) {
  const { store, article } = desk;
  const { text } = article;
  const latest = useRef(move);
  latest.current = move;
  useEffect(() => {
    const press = (event: KeyboardEvent) => latest.current(event);
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
  return { begin, take };

  function begin(): void {
    const selected = selectedSpan(text);
    if (selected !== null) {
      enter(selected);
      return;
    }
    const state = store.state();
    const from = state.focus === null ? 0 : state.byId[state.focus]!.number.end;
    const line = lineAt(lines, from) ?? lines[0];
    if (line !== undefined)
      store.dispatch({ type: "choose", words: firstChoice(text, wordsOf(text, line), from) });
  }

  function take(): void {
    const { choice } = store.state();
    if (choice !== null) enter(choice);
  }

  /** A number that is marked already is gone to; another gets a card of its own. */
  function enter(words: Span): void {
    const state = store.state();
    store.dispatch({ type: "choose", words: null });
    const known = state.order.find((id) => overlaps(state.byId[id]!.number, words));
    if (known !== undefined) {
      store.dispatch({ type: "focus", id: known });
      return;
    }
    const sentences = sentencesAround(article, lines, words);
    const sentence = sentences.find(({ start, end }) => start <= words.start && words.end <= end);
    if (sentence === undefined) return;
    const before = state.order.findLast((id) => state.byId[id]!.number.start < words.start);
    const isNear = before !== undefined && sentenceOf(state, before).end >= sentence.start;
    const near = isNear ? cardOf(state, before) : null;
    const id = Math.min(0, ...state.order) - 1;
    const around = { text, language: cutAs(article), sentence, reportedOn: published, near } as const;
    store.dispatch({ type: "add", suggestion: ownSuggestion(id, words, around) });
    requestAnimationFrame(() => document.getElementById("card-metric")?.focus());
  }

  /** While a number is chosen the arrows move the choice: by word, and by line. */
  function move(event: KeyboardEvent): void {
    const { choice, mode } = store.state();
    if (mode !== "choosing" || choice === null || !event.key.startsWith("Arrow")) return;
    event.preventDefault();
    const line = lineAt(lines, choice.start);
    if (line === undefined) return;
    const by = event.key === "ArrowRight" || event.key === "ArrowDown" ? 1 : -1;
    const sideways = event.key === "ArrowRight" || event.key === "ArrowLeft";
    const next = sideways ? line : lines[lines.indexOf(line) + by];
    if (next === undefined) return;
    const words = wordsOf(text, next);
    store.dispatch({
      type: "choose",
      words: sideways ? moveChoice(words, choice, by, event.shiftKey) : firstChoice(text, words, next.start),
    });
  }
}

const overlaps = (a: Span, b: Span) => a.start < b.end && b.start < a.end;
