"use client";

import type { ReactNode } from "react";
import { useDesk } from "./desk-context";
import type { CardField as Field, GuessNote } from "./reading";

/** Below it a guess is said to be unsure. */
const sure = 0.6;

type Props = {
  name: Field;
  /** The guess still standing in the box; undefined once an editor touched it. */
  guess: GuessNote | undefined;
  missing: boolean;
  /** The id of the box the label is of; a group of boxes has none and is named by its legend. */
  htmlFor?: string;
  /** A third of the card, or all of it; half where nothing is said. */
  size?: "short" | "wide";
  children: ReactNode;
};

/** A box of the card with its name, and whether what is in it was guessed, and why. */
export function CardField({ name, guess, missing, htmlFor, size, children }: Props) {
  const { words } = useDesk();
  const state = missing ? "missing" : guess ? (guess.sure < sure ? "unsure" : "guess") : null;
  const note = state && (
    <span className={`field-note note-${state}`} title={guess?.why}>
      {words[state]}
    </span>
  );
  const why = guess && (
    <span id={`why-${name}`} className="visually-hidden" lang="en">
      {guess.why}
    </span>
  );
  const className = `field${size ? ` field-${size}` : ""}${state ? ` field-${state}` : ""}`;
  if (htmlFor === undefined)
    return (
      <fieldset className={className}>
        <legend>
          {words.field[name]} {note}
        </legend>
        {why}
        {children}
      </fieldset>
    );
  return (
    <div className={className}>
      <label htmlFor={htmlFor}>
        {words.field[name]} {note}
      </label>
      {why}
      {children}
    </div>
  );
}
