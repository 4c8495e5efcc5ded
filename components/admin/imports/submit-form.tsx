"use client";

import { useKeptAction } from "@/components/ui/use-kept-action";

import { type SubmitAction, type SubmitState, unasked } from "./submit-state";

type Props = {
  action: SubmitAction;
  /** Warnings that a reason is asked for, in words, by their rule. */
  warnings: readonly { readonly rule: string; readonly says: string }[];
  /** What came of it when it was last tried, where nothing did. */
  before?: SubmitState;
  /** What every warning says, for those that arise only now. */
  says: Readonly<Record<string, string>>;
  words: {
    readonly do: string;
    readonly doing: string;
    readonly reasons: string;
    /** Where a word to the author may be added. */
    readonly comment?: string;
  };
};

/** Hands a whole batch on: one reason for each kind of warning, however many figures it is about. */
export function SubmitForm({ action, warnings, before, says, words }: Props) {
  const [state, submit, pending] = useKeptAction(action, before ?? unasked);
  const more = state.rules.filter((rule) => warnings.every((one) => one.rule !== rule));
  const asked = [...warnings, ...more.map((rule) => ({ rule, says: says[rule] ?? rule }))];
  return (
    <form action={submit} className="batch-step" key={JSON.stringify(state.reasons)}>
      {asked.length > 0 && (
        <fieldset className="reasons">
          <legend>{words.reasons}</legend>
          {asked.map(({ rule, says: warning }) => (
            <label key={rule}>
              {warning}
              <input
                name={`reason.${rule}`}
                required
                maxLength={4000}
                defaultValue={state.reasons[rule] ?? ""}
              />
            </label>
          ))}
        </fieldset>
      )}
      {words.comment && (
        <label>
          {words.comment}
          <input name="comment" maxLength={4000} />
        </label>
      )}
      {state.problem && (
        <p className="said" role="alert">
          {state.problem}
        </p>
      )}
      <button type="submit" disabled={pending}>
        {pending ? words.doing : words.do}
      </button>
    </form>
  );
}
