"use client";

import { useKeptAction } from "@/components/ui/use-kept-action";

import { type DoorAction, noTry } from "./door-state";
import { Field } from "./field";
import { Said } from "./said";

type Props = {
  action: DoorAction;
  next: string;
  words: { readonly label: string; readonly submit: string };
};

/** The second step: six digits, or a recovery code. */
export function CodeForm({ action, next, words }: Props) {
  const [{ problem }, submit, pending] = useKeptAction(action, noTry);
  return (
    <form action={submit} className="stack">
      <input type="hidden" name="next" value={next} />
      {problem && <Said>{problem}</Said>}
      <Field label={words.label} name="code" autoComplete="one-time-code" autoCapitalize="none" required />
      <button type="submit" disabled={pending}>
        {words.submit}
      </button>
    </form>
  );
}
