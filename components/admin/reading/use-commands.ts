"use client";

import { useEffect, useRef } from "react";
import type { DateClaim } from "@/domain/figure";
import { comparators } from "@/domain/vocabulary";
import { canBeDraft, checkCard, cleanOf, twinOf } from "./check-card";
import type { Desk } from "./desk-context";
import type { Command } from "./keys";
import type { Line } from "./lines";
import type { SuggestionId } from "./reading";
import { cardOf, chosenOf, isLeft, sentenceOf } from "./reading-state";
import { sentenceSteps, stepFrom } from "./sentence-steps";
import { sentencesAround } from "./sentences-around";
import { isInSight, showNumber } from "./sight";
import { useReading } from "./store";
import { useKeys } from "./use-keys";
import { useNumberChoice } from "./use-number-choice";

/** The first box each key opens. */
const boxes = {
  edit: "card-value",
  metric: "card-metric",
  claimant: "card-attribution-0",
  date: "card-period",
} as const;

/** Carries out what keys and buttons ask for. */
export function useCommands(
  desk: Desk,
  lines: readonly Line[],
  published: DateClaim,
): (command: Command) => void {
  const { store, article } = desk;
  const byHand = useNumberChoice(desk, lines, published);
  const focus = useReading(store, (state) => state.focus);
  const shown = useRef(focus);
  useEffect(() => {
    if (shown.current === focus) return; // where the page opens, nothing moves
    shown.current = focus;
    showNumber(focus);
  }, [focus]);

  const run = (command: Command) => {
    const state = store.state();
    const { dispatch } = store;
    const id = state.focus;
    switch (command) {
      case "next":
      case "next_any":
        return dispatch({ type: "move", by: 1, every: command === "next_any" });
      case "previous":
      case "previous_any":
        return dispatch({ type: "move", by: -1, every: command === "previous_any" });
      case "accept":
        return state.mode === "choosing" ? byHand.take() : accept();
      case "accept_visible":
        return dispatch({ type: "accept", ids: cleanInSight() });
      case "reject":
      case "undo":
        return dispatch({ type: command });
      case "same":
        return dispatch({
          type: "same",
          figure: id === null ? null : twinOf(checkCard(chosenOf(state, id), desk)),
        });
      case "comparator":
        return id === null ? undefined : cycle(id);
      case "shrink":
      case "grow":
        return id === null ? undefined : step(id, command === "grow" ? 1 : -1);
      case "apply":
        return id === null ? undefined : dispatch({ type: "mode", mode: "applying" });
      case "new_agent":
        return id === null ? undefined : dispatch({ type: "mode", mode: "naming" });
      case "help":
        return dispatch({ type: "mode", mode: state.mode === "help" ? "reading" : "help" });
      case "submit":
        return dispatch({ type: "mode", mode: "submitting" });
      case "mark_number":
        return byHand.begin();
      case "leave":
        return leave();
      default:
        return document.getElementById(boxes[command])?.focus();
    }
  };
  useKeys(store, run);
  return run;

  function accept(): void {
    const state = store.state();
    if (state.focus === null) return;
    const check = checkCard(chosenOf(state, state.focus), desk);
    store.dispatch(
      canBeDraft(check) ? { type: "accept", ids: [state.focus] } : { type: "blocked", id: state.focus },
    );
    if (document.activeElement instanceof HTMLElement && canBeDraft(check)) document.activeElement.blur();
  }

  /** Only what is seen is taken unread: a number further down was looked at by nobody. */
  function cleanInSight(): SuggestionId[] {
    const state = store.state();
    const seen = state.order.filter((id) => isLeft(state, id) && isInSight(id));
    return cleanOf(
      seen.map((id) => chosenOf(state, id)),
      desk,
    );
  }

  function cycle(id: SuggestionId): void {
    const { comparator } = cardOf(store.state(), id);
    const next = comparators[(comparators.indexOf(comparator) + 1) % comparators.length]!;
    store.dispatch({ type: "edit", id, card: { comparator: next } });
  }

  function step(id: SuggestionId, by: 1 | -1): void {
    const state = store.state();
    const { number } = state.byId[id]!;
    const steps = sentenceSteps(article.text, number, sentencesAround(desk.article, lines, number));
    store.dispatch({ type: "sentence", id, sentence: stepFrom(steps, sentenceOf(state, id), by) });
  }

  function leave(): void {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    store.dispatch({ type: "choose", words: null });
    store.dispatch({ type: "mode", mode: "reading" });
  }
}
