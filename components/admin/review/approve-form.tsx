"use client";

import { useKeptAction } from "@/components/ui/use-kept-action";

import { type DecisionAction, undecided } from "./decision";

type Props = {
  action: DecisionAction;
  shown: string;
  /** Warnings that arose since the draft was submitted: each asks for a reason. */
  open: readonly { readonly rule: string; readonly says: string }[];
  words: { readonly approve: string; readonly approving: string; readonly unanswered: string };
};

/** Approves one figure, and puts it before readers. */
export function ApproveForm({ action, shown, open, words }: Props) {
  const [state, submit, pending] = useKeptAction(action, undecided);
  return (
    <form action={submit} className="approve-form">
      <input type="hidden" name="figure" value={shown} />
      {open.length > 0 && (
        <fieldset className="reasons">
          <legend>{words.unanswered}</legend>
          {open.map(({ rule, says }) => (
            <label key={rule}>
              {says}
              <input name={`reason.${rule}`} required maxLength={4000} />
            </label>
          ))}
        </fieldset>
      )}
      {state.problem && (
        <p className="said" role="alert">
          {state.problem}
        </p>
      )}
      <button type="submit" data-key="approve" disabled={pending}>
        {pending ? words.approving : words.approve}{" "}
        <span className="key" aria-hidden="true">
          a
        </span>
      </button>
    </form>
  );
}
