"use client";

import { useActionState } from "react";

export type ChainState = { readonly said: string; readonly hash: string | null } | null;
type Props = {
  action: (state: ChainState) => Promise<ChainState>;
  words: { readonly check: string; readonly checking: string; readonly keep: string };
};

/** Walks the chain of the audit, and says whether it holds. */
export function ChainCheckForm({ action, words }: Props) {
  const [state, submit, pending] = useActionState(action, null);
  return (
    <form action={submit} className="chain-check">
      <button type="submit" className="quiet" disabled={pending}>
        {pending ? words.checking : words.check}
      </button>
      <div role="status">
        {state && (
          <div className="said">
            {state.said} {state.hash && <code>{state.hash}</code>}
            {state.hash && <p className="secondary">{words.keep}</p>}
          </div>
        )}
      </div>
    </form>
  );
}
