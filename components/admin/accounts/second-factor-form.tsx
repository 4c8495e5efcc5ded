"use client";

import { useKeptAction } from "@/components/ui/use-kept-action";

import type { FactorState } from "./account-state";
import { CurrentPassword, Field } from "./field";
import { Done, Said } from "./said";

type Words = Readonly<
  Record<
    | "off"
    | "on"
    | "password"
    | "begin"
    | "addKey"
    | "openApp"
    | "key"
    | "codesTitle"
    | "codes"
    | "code"
    | "confirm"
    | "disable"
    | "stays",
    string
  >
>;

type Props = {
  action: (state: FactorState, form: FormData) => Promise<FactorState>;
  on: boolean;
  /** Once on it cannot be switched off. */
  stays: boolean;
  words: Words;
};

/** Switches the second step on or off. What it shows of the key and the codes, it shows once. */
export function SecondFactorForm({ action, on, stays, words }: Props) {
  const [state, submit, pending] = useKeptAction(action, {});
  const { setup } = state;
  return (
    <form action={submit} className="stack">
      {!setup && <p>{on ? words.on : words.off}</p>}
      <Done>{state.done}</Done>
      {state.problem && <Said>{state.problem}</Said>}
      {on && stays && !setup ? <p>{words.stays}</p> : boxes()}
    </form>
  );

  function boxes() {
    return (
      <>
        {setup ? <Setup setup={setup} words={words} /> : <CurrentPassword label={words.password} />}
        <button
          type="submit"
          name="verb"
          value={setup ? "confirm" : on ? "end" : "begin"}
          className={on ? "quiet" : undefined}
          disabled={pending}
        >
          {setup ? words.confirm : on ? words.disable : words.begin}
        </button>
      </>
    );
  }
}

function Setup({ setup, words }: { setup: NonNullable<FactorState["setup"]>; words: Words }) {
  return (
    <>
      <p>{words.addKey}</p>
      <p>
        <a href={setup.uri}>{words.openApp}</a>
      </p>
      <p>
        {words.key} <code>{setup.key.match(/.{1,4}/g)?.join(" ")}</code>
      </p>
      <h3>{words.codesTitle}</h3>
      <p>{words.codes}</p>
      <ul className="codes">
        {setup.codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Field label={words.code} name="code" inputMode="numeric" autoComplete="one-time-code" required />
    </>
  );
}
