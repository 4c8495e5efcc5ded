"use client";

import { useKeptAction } from "@/components/ui/use-kept-action";

import { type DecisionAction, undecided } from "../review/decision";

type Props = {
  action: DecisionAction;
  rowVersion: number;
  words: { readonly open: string; readonly what: string; readonly do: string };
  /** Where a reason is asked for: what it is called, and the kinds of change to choose from, if any. */
  reason?: string;
  changes?: { readonly revision: string; readonly correction: string };
  name: string;
};

/** A step that is asked for twice: opened, read, and only then done. */
export function ConfirmForm({ action, rowVersion, words, reason, changes, name }: Props) {
  const [state, submit, pending] = useKeptAction(action, undecided);
  return (
    <details className="confirm" open={state.problem !== null || undefined}>
      <summary>{words.open}</summary>
      <form action={submit}>
        <input type="hidden" name="rowVersion" value={rowVersion} />
        <p>{words.what}</p>
        {changes &&
          (["revision", "correction"] as const).map((one) => (
            <label key={one} className="check">
              <input type="radio" name="change" value={one} defaultChecked={one === "revision"} />{" "}
              {changes[one]}
            </label>
          ))}
        {reason && (
          <label>
            {reason}
            <textarea
              key={state.typed}
              name="reason"
              id={`${name}-reason`}
              rows={2}
              required
              maxLength={4000}
              defaultValue={state.typed}
            />
          </label>
        )}
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
