"use client";

import { useKeptAction } from "@/components/ui/use-kept-action";

import { type DecisionAction, undecided } from "./decision";

type Props = {
  action: DecisionAction;
  shown: string;
  words: { readonly open: string; readonly comment: string; readonly hint: string; readonly send: string };
};

/** Sends one figure back to its author, who reads the comment. */
export function SendBackForm({ action, shown, words }: Props) {
  const [state, submit, pending] = useKeptAction(action, undecided);
  return (
    <details className="send-back" open={state.problem !== null || undefined}>
      <summary data-key="sendBack">
        {words.open}{" "}
        <span className="key" aria-hidden="true">
          b
        </span>
      </summary>
      <form action={submit}>
        <input type="hidden" name="figure" value={shown} />
        <label>
          {words.comment}
          <span className="hint">{words.hint}</span>
          <textarea
            key={state.typed}
            name="comment"
            rows={3}
            required
            maxLength={4000}
            defaultValue={state.typed}
          />
        </label>
        {state.problem && (
          <p className="said" role="alert">
            {state.problem}
          </p>
        )}
        <button type="submit" disabled={pending}>
          {words.send}
        </button>
      </form>
    </details>
  );
}
