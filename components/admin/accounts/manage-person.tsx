"use client";

import { useKeptAction } from "@/components/ui/use-kept-action";

import type { PersonRole } from "@/domain/account";
import type { LinkAction } from "./link-state";
import { OneTimeLink } from "./one-time-link";
import { RoleSelect } from "./role-select";
import { Said } from "./said";

type Props = {
  action: LinkAction;
  person: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly role: PersonRole;
    readonly state: "active" | "invited" | "disabled";
    readonly sessions: number;
    readonly twoFactor: boolean;
    readonly rowVersion: number;
  };
  words: {
    readonly role: string;
    readonly roles: Readonly<Record<PersonRole, string>>;
    readonly manage: string;
    readonly saveRole: string;
    readonly newLink: string;
    readonly newLinkMeaning: string;
    readonly forget: string;
    readonly forgetMeaning: string;
    readonly revoke: string;
    readonly disable: string;
    readonly disableMeaning: string;
    readonly enable: string;
    readonly link: string;
    readonly linkLabel: string;
  };
};

/** One person's role, and behind a fold what is done seldom: a new link, signing out, shutting out. */
export function ManagePerson({ action, person, words }: Props) {
  const [state, submit, pending] = useKeptAction(action, {});
  const { id, email, name, rowVersion, role } = person;
  return (
    <form action={submit}>
      <input type="hidden" name="editor" value={id} />
      <input type="hidden" name="email" value={email} />
      <input type="hidden" name="rowVersion" value={rowVersion} />
      {state.problem && <Said>{state.problem}</Said>}
      {state.done && (
        <p className="said" role="status">
          {state.done}
        </p>
      )}
      <div className="row-actions">
        <RoleSelect
          key={`${role} ${rowVersion}`}
          label={words.role.replace("{name}", name)}
          roles={words.roles}
          chosen={role}
          quiet
        />
        <button className="quiet" type="submit" name="verb" value="role" disabled={pending}>
          {words.saveRole}
        </button>
        {person.state === "disabled" && (
          <button className="quiet" type="submit" name="verb" value="enable" disabled={pending}>
            {words.enable}
          </button>
        )}
      </div>
      {person.state !== "disabled" && (
        <details>
          <summary>
            {words.manage}
            <span className="visually-hidden"> {name}</span>
          </summary>
          <div>
            <p className="secondary">{words.newLinkMeaning}</p>
            <button className="quiet" type="submit" name="verb" value="link" disabled={pending}>
              {words.newLink}
            </button>
            {person.sessions > 0 && (
              <button className="quiet" type="submit" name="verb" value="revoke" disabled={pending}>
                {words.revoke}
              </button>
            )}
            {person.twoFactor && (
              <>
                <p className="secondary">{words.forgetMeaning}</p>
                <button className="quiet" type="submit" name="verb" value="forget" disabled={pending}>
                  {words.forget}
                </button>
              </>
            )}
            <p className="secondary">{words.disableMeaning}</p>
            <button className="quiet" type="submit" name="verb" value="disable" disabled={pending}>
              {words.disable}
            </button>
          </div>
        </details>
      )}
      {state.link && <OneTimeLink link={state.link} email={email} words={words} />}
    </form>
  );
}
