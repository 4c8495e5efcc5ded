"use client";

import { useKeptAction } from "@/components/ui/use-kept-action";
import type { SessionsState } from "./account-state";
import { CurrentPassword } from "./field";
import { Done, Said } from "./said";

type Place = {
  readonly id: string;
  readonly isHere: boolean;
  readonly browser: string;
  readonly since: string;
};

type Props = {
  places: readonly Place[];
  words: Readonly<Record<"here" | "password" | "end", string>>;
  action: (state: SessionsState, form: FormData) => Promise<SessionsState>;
};

/** The places where one is signed in. To end one elsewhere asks for the password; the way out of this one is above. */
export function EndSessions({ places, words, action }: Props) {
  const [state, submit, pending] = useKeptAction(action, {});
  const isElsewhere = places.some(({ isHere }) => !isHere);
  return (
    <form action={submit} className="stack">
      <Done>{state.done}</Done>
      {state.problem && <Said>{state.problem}</Said>}
      {isElsewhere && <CurrentPassword label={words.password} />}
      <ul className="places">
        {places.map(({ id, isHere, browser, since }) => (
          <li key={id}>
            <span>
              {browser}
              {isHere && ` (${words.here})`}
              <span className="secondary">{since}</span>
            </span>
            {!isHere && (
              <button className="quiet" type="submit" name="session" value={id} disabled={pending}>
                {words.end}
                <span className="visually-hidden"> {browser}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
    </form>
  );
}
