"use client";

import { useId } from "react";
import { useKeptAction } from "@/components/ui/use-kept-action";
import type { EntryAction, EntryField } from "./entry-field";

type Props = {
  action: EntryAction;
  fields: readonly EntryField[];
  rowVersion: number;
  words: { readonly save: string; readonly saving: string };
};

/** The form of one entry of a list. What was typed is kept through every refusal. */
export function EntryForm({ action, fields, rowVersion, words }: Props) {
  const initial = { tries: 0, rowVersion, typed: null, problem: null, fields: {} };
  const [state, submit, pending] = useKeptAction(action, initial);
  return (
    <form action={submit} className="entry-form">
      {state.problem && (
        <p className="said" role="alert">
          {state.problem}
        </p>
      )}
      <div className="entry-boxes" key={state.tries}>
        <input type="hidden" name="rowVersion" value={state.rowVersion} />
        {fields.map((field) => (
          <EntryBox
            key={field.name}
            field={state.typed ? { ...field, values: state.typed[field.name] ?? [] } : field}
            problem={state.fields[field.name]}
          />
        ))}
      </div>
      <button type="submit" disabled={pending}>
        {pending ? words.saving : words.save}
      </button>
    </form>
  );
}

function EntryBox({ field, problem }: { field: EntryField; problem: string | undefined }) {
  const id = useId();
  const why = problem === undefined ? undefined : `${id}-why`;
  const { name, label, kind, values, required, lang } = field;
  const wide = kind === "text" || kind === "lines" || kind === "checks";
  const shared = {
    id,
    name,
    lang,
    required,
    defaultValue: values[0] ?? "",
    "aria-invalid": why ? true : undefined,
    "aria-describedby": why,
  } as const;
  const said = problem !== undefined && (
    <span id={why} className="said">
      {problem}
    </span>
  );
  if (kind === "checks")
    return (
      <fieldset className="box box-wide checks" aria-describedby={why}>
        <legend>{label}</legend>
        {field.choices?.map(([value, words]) => (
          <label key={value} className="check">
            <input type="checkbox" name={name} value={value} defaultChecked={values.includes(value)} />{" "}
            {words}
          </label>
        ))}
        {said}
      </fieldset>
    );
  return (
    <div className={`box${wide ? " box-wide" : ""}`}>
      <label htmlFor={id}>{label}</label>
      {kind === "choice" ? (
        <select {...shared}>
          {field.choices?.map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      ) : kind === "text" || kind === "lines" ? (
        <textarea {...shared} rows={3} maxLength={20_000} />
      ) : (
        <input
          {...shared}
          type={kind === "day" ? "date" : "text"}
          inputMode={kind === "number" ? "decimal" : undefined}
          autoComplete="off"
          maxLength={4000}
        />
      )}
      {said}
    </div>
  );
}
