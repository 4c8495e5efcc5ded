"use client";

import { useKeptAction } from "@/components/ui/use-kept-action";

import { type DoorAction, noTry } from "./door-state";
import { CurrentPassword, Field } from "./field";
import { Said } from "./said";

type Props = {
  action: DoorAction;
  next: string;
  words: { readonly email: string; readonly password: string; readonly submit: string };
};

/** Email and password. Works before script: the form is posted, and the page says how it went. */
export function SignInForm({ action, next, words }: Props) {
  const [{ email, problem }, submit, pending] = useKeptAction(action, noTry);
  return (
    <form action={submit} className="stack">
      <input type="hidden" name="next" value={next} />
      {problem && <Said>{problem}</Said>}
      <Field
        key={email}
        label={words.email}
        name="email"
        type="email"
        autoComplete="username"
        required
        defaultValue={email}
      />
      <CurrentPassword label={words.password} />
      <button type="submit" disabled={pending}>
        {words.submit}
      </button>
    </form>
  );
}
