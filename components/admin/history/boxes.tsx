"use client";

import { type ReactNode, useId } from "react";
import { useForm } from "./form-words";

type FrameProps = {
  label: string;
  field: string;
  wide?: boolean;
  children: (id: string, described?: string) => ReactNode;
};

/** A labelled box and what is wrong with it. */
export function Box({ label, field, wide, children }: FrameProps) {
  const id = useId();
  const problems = useForm().problemsOf(field);
  return (
    <div className={`box${wide ? " box-wide" : ""}`}>
      <label htmlFor={id}>{label}</label>
      {children(id, problems.length > 0 ? `${id}-why` : undefined)}
      {problems.length > 0 && (
        <ul id={`${id}-why`} className="findings">
          {problems.map((words) => (
            <li key={words} className="finding-block">
              {words}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

type TextProps = {
  label: string;
  name: string;
  value: string | null;
  wide?: boolean;
  hint?: string;
  number?: boolean;
};

/** One line of words, or a number. */
export function TextBox({ label, name, value, wide, hint, number }: TextProps) {
  return (
    <Box label={label} field={name} wide={wide}>
      {(id, described) => (
        <input
          id={id}
          name={name}
          defaultValue={value ?? ""}
          title={hint}
          inputMode={number ? "decimal" : undefined}
          autoComplete="off"
          maxLength={number ? 60 : 4000}
          aria-invalid={described ? true : undefined}
          aria-describedby={described}
        />
      )}
    </Box>
  );
}

export type Choice = readonly [value: string, words: string];
type ChoiceProps = {
  label: string;
  name: string;
  value: string | null;
  choices: readonly Choice[];
  wide?: boolean;
};

/** One of a list. What is chosen stays a choice even where it is offered no more. */
export function ChoiceBox({ label, name, value, choices, wide }: ChoiceProps) {
  const offered = value === null || choices.some(([one]) => one === value);
  return (
    <Box label={label} field={name} wide={wide}>
      {(id, described) => (
        <select
          id={id}
          name={name}
          defaultValue={value ?? ""}
          aria-invalid={described ? true : undefined}
          aria-describedby={described}
        >
          {!offered && <option value={value}>{value}</option>}
          {choices.map(([one, words]) => (
            <option key={one} value={one}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Box>
  );
}
