"use client";

import { useKeptAction } from "@/components/ui/use-kept-action";

import { type DecisionAction, undecided } from "../review/decision";

type Props = {
  action: DecisionAction;
  choices: readonly (readonly [slug: string, name: string])[];
  words: {
    readonly title: string;
    readonly what: string;
    readonly into: string;
    readonly choose: string;
    readonly do: string;
  };
};

/** Says that one entry is in fact another. */
export function MergeForm({ action, choices, words }: Props) {
  const [state, submit, pending] = useKeptAction(action, undecided);
  return (
    <details className="confirm" open={state.problem !== null || undefined}>
      <summary>{words.title}</summary>
      <form action={submit}>
        <p>{words.what}</p>
        <label>
          {words.into}
          <select key={state.typed} name="into" required defaultValue={state.typed}>
            <option value="">{words.choose}</option>
            {choices.map(([slug, name]) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {state.problem && (
          <p className="said" role="alert">
            {state.problem}
          </p>
        )}
        <button type="submit" disabled={pending}>
          {words.do}
        </button>
      </form>
    </details>
  );
}
