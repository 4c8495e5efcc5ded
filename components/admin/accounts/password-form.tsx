"use client";

import { useKeptAction } from "@/components/ui/use-kept-action";

import type { PasswordState } from "./account-state";
import { CurrentPassword, Field } from "./field";
import { Done } from "./said";

type Props = {
  action: (state: PasswordState, form: FormData) => Promise<PasswordState>;
  email: string;
  words: { readonly current: string; readonly next: string; readonly hint: string; readonly submit: string };
};

/** One's password now, and the one to come. */
export function PasswordForm({ action, email, words }: Props) {
  const [state, submit, pending] = useKeptAction(action, {});
  return (
    <form action={submit} className="stack">
      <Done>{state.done}</Done>
      <input type="text" name="email" value={email} autoComplete="username" readOnly hidden />
      <CurrentPassword label={words.current} name="current" problem={state.current} />
      <Field
        label={words.next}
        hint={words.hint}
        name="next"
        type="password"
        autoComplete="new-password"
        required
        minLength={12}
        problem={state.next}
      />
      <button type="submit" disabled={pending}>
        {words.submit}
      </button>
    </form>
  );
}
