"use client";

import type { ReactNode } from "react";
import { useKeptAction } from "@/components/ui/use-kept-action";
import { type ObjectionAbout, objectionAbouts } from "@/domain/vocabulary";
import { type ObjectionAction, trapName, untold } from "./objection-state";

export type ObjectionWords = {
  readonly about: string;
  readonly abouts: Readonly<Record<ObjectionAbout, string>>;
  readonly shouldSay: string;
  readonly shouldSayHint: string;
  readonly words: string;
  readonly email: string;
  readonly emailHint: string;
  readonly trap: string;
  readonly submit: string;
};

type Props = { action: ObjectionAction; words: ObjectionWords };

/** What a reader reads differently. Works before script: the form is posted, and the page says how it went. */
export function ObjectionForm({ action, words }: Props) {
  const [{ problems, typed }, submit, pending] = useKeptAction(action, untold);
  const said = problems ?? {};
  const described = (name: string, hint: boolean) =>
    [hint && `${name}-hint`, said[name] && `${name}-said`].filter(Boolean).join(" ") || undefined;
  return (
    <form action={submit} className="objection-form">
      {said.form && (
        <p role="alert" className="said">
          {said.form}
        </p>
      )}
      <fieldset aria-describedby={described("about", false)}>
        <legend>{words.about}</legend>
        {objectionAbouts.map((about) => (
          <label key={about}>
            <input type="radio" name="about" value={about} required defaultChecked={typed.about === about} />{" "}
            {words.abouts[about]}
          </label>
        ))}
        <Problem name="about">{said.about}</Problem>
      </fieldset>
      <p>
        <label htmlFor="shouldSay">{words.shouldSay}</label>
        <span id="shouldSay-hint" className="hint">
          {words.shouldSayHint}
        </span>
        <input
          id="shouldSay"
          name="shouldSay"
          maxLength={200}
          autoComplete="off"
          defaultValue={typed.shouldSay}
          aria-describedby={described("shouldSay", true)}
          aria-invalid={said.shouldSay ? true : undefined}
        />
        <Problem name="shouldSay">{said.shouldSay}</Problem>
      </p>
      <p>
        <label htmlFor="words">{words.words}</label>
        <textarea
          id="words"
          name="words"
          rows={5}
          required
          maxLength={2000}
          defaultValue={typed.words}
          aria-describedby={described("words", false)}
          aria-invalid={said.words ? true : undefined}
        />
        <Problem name="words">{said.words}</Problem>
      </p>
      <p>
        <label htmlFor="email">{words.email}</label>
        <span id="email-hint" className="hint">
          {words.emailHint}
        </span>
        <input
          id="email"
          name="email"
          type="email"
          maxLength={254}
          autoComplete="email"
          defaultValue={typed.email}
          aria-describedby={described("email", true)}
          aria-invalid={said.email ? true : undefined}
        />
        <Problem name="email">{said.email}</Problem>
      </p>
      <p className="trap" aria-hidden="true">
        <label htmlFor={trapName}>{words.trap}</label>
        <input id={trapName} name={trapName} tabIndex={-1} autoComplete="off" />
      </p>
      <button type="submit" disabled={pending}>
        {words.submit}
      </button>
    </form>
  );
}

const Problem = ({ name, children }: { name: string; children: ReactNode }) =>
  children ? (
    <span id={`${name}-said`} className="said" role="alert">
      {children}
    </span>
  ) : null;
