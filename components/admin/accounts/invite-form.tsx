"use client";

import { useKeptAction } from "@/components/ui/use-kept-action";

import { Field } from "./field";
import { Said } from "./said";

/** What was wrong with the name and the password, in words; the name as it was typed. */
export type InviteState = {
  readonly name: string;
  readonly problems: { readonly name?: string; readonly password?: string; readonly token?: string };
};

type Props = {
  action: (state: InviteState, form: FormData) => Promise<InviteState>;
  email: string;
  name: string;
  token: string;
  words: { readonly name: string; readonly password: string; readonly hint: string; readonly submit: string };
};

/** A name and a password for a new account. The email is there for the browser to keep the password under. */
export function InviteForm({ action, email, name, token, words }: Props) {
  const [state, submit, pending] = useKeptAction(action, { name, problems: {} });
  const { problems } = state;
  return (
    <form action={submit} className="stack">
      <input type="hidden" name="token" value={token} />
      {problems.token && <Said>{problems.token}</Said>}
      <input type="text" name="email" value={email} autoComplete="username" readOnly hidden />
      <Field
        key={state.name}
        label={words.name}
        name="name"
        autoComplete="name"
        required
        maxLength={80}
        defaultValue={state.name}
        problem={problems.name}
      />
      <Field
        label={words.password}
        hint={words.hint}
        name="password"
        type="password"
        autoComplete="new-password"
        required
        minLength={12}
        problem={problems.password}
      />
      <button type="submit" disabled={pending}>
        {words.submit}
      </button>
    </form>
  );
}
