"use client";

import { useKeptAction } from "@/components/ui/use-kept-action";

import type { PersonRole } from "@/domain/account";
import { Field } from "./field";
import type { LinkAction } from "./link-state";
import { OneTimeLink } from "./one-time-link";
import { RoleSelect } from "./role-select";

type Props = {
  action: LinkAction;
  roles: Readonly<Record<PersonRole, string>>;
  title: string;
  /** What each role may do, one sentence each. */
  meanings: readonly string[];
  words: {
    readonly email: string;
    readonly role: string;
    readonly submit: string;
    readonly link: string;
    readonly linkLabel: string;
  };
};

/** An email and a role make an account and the link that opens it. */
export function InvitePerson({ action, roles, title, meanings, words }: Props) {
  const [state, submit, pending] = useKeptAction(action, {});
  return (
    <section className="account-section">
      <h2>{title}</h2>
      <form action={submit} className="invite-row">
        <Field
          key={state.link ?? state.typed}
          label={words.email}
          name="email"
          type="email"
          autoComplete="off"
          required
          defaultValue={state.typed}
          problem={state.problem}
        />
        <RoleSelect label={words.role} roles={roles} />
        <button type="submit" disabled={pending}>
          {words.submit}
        </button>
      </form>
      <ul className="meanings secondary">
        {meanings.map((meaning) => (
          <li key={meaning}>{meaning}</li>
        ))}
      </ul>
      {state.link && <OneTimeLink link={state.link} email={state.email ?? ""} words={words} />}
    </section>
  );
}
