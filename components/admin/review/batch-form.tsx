"use client";

import { useKeptAction } from "@/components/ui/use-kept-action";

import { type DecisionAction, undecided } from "./decision";

type Props = { action: DecisionAction; words: { readonly batch: string; readonly meaning: string } };

/** Approves the figures whose boxes are ticked: the boxes belong to this form by its id. */
export function BatchForm({ action, words }: Props) {
  const [state, submit, pending] = useKeptAction(action, undecided);
  return (
    <form id="batch" action={submit} className="batch-form">
      <p className="secondary" id="batch-meaning">
        {words.meaning}
      </p>
      {state.problem && (
        <p className="said" role="alert">
          {state.problem}
        </p>
      )}
      <button
        type="submit"
        className="quiet"
        data-key="batch"
        aria-describedby="batch-meaning"
        disabled={pending}
      >
        {words.batch}{" "}
        <span className="key" aria-hidden="true">
          A
        </span>
      </button>
    </form>
  );
}
