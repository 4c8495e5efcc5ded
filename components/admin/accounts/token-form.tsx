"use client";

import { useId } from "react";
import { useKeptAction } from "@/components/ui/use-kept-action";
import { tokenDays } from "@/domain/token";
import { Field } from "./field";
import type { TokenState } from "./token-state";

type Props = {
  action: (state: TokenState, form: FormData) => Promise<TokenState>;
  words: {
    readonly name: string;
    readonly days: string;
    readonly period: Readonly<Record<(typeof tokenDays)[number], string>>;
    readonly make: string;
    readonly once: string;
    readonly label: string;
  };
};

/** What a token is for and how long it is good make one, shown here and nowhere else. */
export function TokenForm({ action, words }: Props) {
  const [state, submit, pending] = useKeptAction(action, {});
  const days = useId();
  return (
    <>
      <form action={submit} className="invite-row">
        <Field
          key={state.token ?? state.typed}
          label={words.name}
          name="name"
          autoComplete="off"
          maxLength={80}
          required
          defaultValue={state.typed}
          problem={state.problem}
        />
        <p className="field">
          <label htmlFor={days}>{words.days}</label>
          <select id={days} name="days" defaultValue="90">
            {tokenDays.map((one) => (
              <option key={one} value={one}>
                {words.period[one]}
              </option>
            ))}
          </select>
        </p>
        <button type="submit" disabled={pending}>
          {words.make}
        </button>
      </form>
      {state.token && (
        <div className="once said" role="status">
          <p>{words.once}</p>
          <input
            aria-label={words.label}
            value={state.token}
            readOnly
            onFocus={(event) => event.target.select()}
          />
        </div>
      )}
    </>
  );
}
