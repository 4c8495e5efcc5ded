"use client";

import { useKeptAction } from "@/components/ui/use-kept-action";

import { type DecisionAction, undecided } from "../review/decision";

type Props = {
  action: DecisionAction;
  what: "checking" | "importing";
  only: "valid" | "all";
  words: string;
  quiet?: boolean;
};

/** Begins, or goes on with, what is done with the table. */
export function WorkForm({ action, what, only, words, quiet }: Props) {
  const [state, submit, pending] = useKeptAction(action, undecided);
  return (
    <form action={submit} className="work-form">
      <input type="hidden" name="what" value={what} />
      <input type="hidden" name="only" value={only} />
      {state.problem && (
        <p className="said" role="alert">
          {state.problem}
        </p>
      )}
      <button type="submit" className={quiet ? "quiet" : undefined} disabled={pending}>
        {words}
      </button>
    </form>
  );
}
