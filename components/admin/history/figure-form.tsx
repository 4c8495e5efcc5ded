"use client";

import { useRef } from "react";
import { useKeptAction } from "@/components/ui/use-kept-action";
import { findingWords } from "../reading/check-card";
import { FigureBoxes } from "./figure-boxes";
import { type FigureFormAction, type FigureFormState, fieldAt } from "./figure-form-state";
import { FormContext, type FormWorld } from "./form-words";
import { MergeTable } from "./merge-table";
import { useKeptForm } from "./use-kept-form";
import { WarningReasons } from "./warning-reasons";

type Props = Omit<FormWorld, "problemsOf"> & {
  action: FigureFormAction;
  initial: FigureFormState;
  /** Whether readers have seen the figure: a change must then say what kind it is and why. */
  seen: boolean;
  /** Who types: what the browser keeps is theirs. */
  editor: string;
};

/** A figure's form: every field, what is wrong by field, warnings with their reasons, and what a stale save meets. */
export function FigureForm({ action, initial, seen, editor, ...shared }: Props) {
  const [state, submit, pending] = useKeptAction(action, initial);
  const form = useRef<HTMLFormElement>(null);
  const { history, reading } = shared;
  const stored = state.said === null ? 0 : state.tries;
  const { restored, forget } = useKeptForm(form, `verbatim:figure:${editor}:${state.base.publicId}`, stored);
  const problemsOf = (field: string) => [
    ...state.findings.flatMap((one) =>
      one.severity === "block" && fieldAt(one.field) === field ? [findingWords(one, reading)] : [],
    ),
    ...Object.entries(state.fields).flatMap(([path, words]) => (fieldAt(path) === field ? [words] : [])),
  ];
  return (
    <FormContext value={{ ...shared, problemsOf }}>
      <form ref={form} action={submit} className="figure-form">
        {state.problem && (
          <div className="said" role="alert">
            <strong>{state.problem.title}</strong> {state.problem.text}
          </div>
        )}
        <p role="status" className="form-said">
          {state.said}
        </p>
        {restored && (
          <p className="notice" role="status">
            {history.kept}{" "}
            <button
              type="button"
              className="plain"
              onClick={() => {
                forget();
                location.reload();
              }}
            >
              {history.forget}
            </button>
          </p>
        )}
        <div key={state.tries} className="figure-form-boxes">
          <input type="hidden" name="base" value={JSON.stringify(state.base)} readOnly />
          <input type="hidden" name="rowVersion" value={state.rowVersion} readOnly />
          {state.merge && <MergeTable merge={state.merge} />}
          <FigureBoxes figure={state.figure} />
          <WhyChanged state={state} seen={seen} history={history} />
          <WarningReasons findings={state.findings} reasons={state.reasons} />
        </div>
        <p className="form-actions">
          <button type="submit" name="verb" value="save" className="quiet" disabled={pending}>
            {pending ? history.saving : history.save}
          </button>
          <button type="submit" name="verb" value="submit" disabled={pending}>
            {history.submit}
          </button>
        </p>
      </form>
    </FormContext>
  );
}

type WhyProps = { state: FigureFormState; seen: boolean; history: FormWorld["history"] };

function WhyChanged({ state, seen, history }: WhyProps) {
  return (
    <fieldset className="boxes">
      <legend>{history.change}</legend>
      {seen && (
        <div className="box box-wide">
          {(["revision", "correction"] as const).map((one) => (
            <label key={one} className="check">
              <input type="radio" name="change" value={one} defaultChecked={state.change === one} />{" "}
              {history.changes[one]}
            </label>
          ))}
        </div>
      )}
      <label className="box box-wide">
        {seen ? history.changeReason : history.changeReasonOptional}
        <textarea
          name="changeReason"
          rows={2}
          required={seen}
          maxLength={4000}
          defaultValue={state.changeReason}
        />
      </label>
    </fieldset>
  );
}
