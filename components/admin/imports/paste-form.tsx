"use client";

import { useKeptAction } from "@/components/ui/use-kept-action";

import type { ImportMessages } from "@/messages/imports";
import { type DecisionAction, undecided } from "../review/decision";

/** Takes rows pasted from a sheet; what cannot be read stays in the box. */
export function PasteForm({ action, words }: { action: DecisionAction; words: ImportMessages["upload"] }) {
  const [state, submit, pending] = useKeptAction(action, undecided);
  return (
    <details className="import-paste" open={state.problem !== null || undefined}>
      <summary>{words.paste}</summary>
      <form action={submit} className="intake">
        {state.problem && (
          <p className="said" role="alert">
            {state.problem}
          </p>
        )}
        <label htmlFor="import-paste">{words.pasteLabel}</label>
        <textarea
          key={state.typed}
          id="import-paste"
          name="text"
          rows={8}
          wrap="off"
          required
          defaultValue={state.typed}
          aria-describedby="import-paste-hint"
        />
        <p id="import-paste-hint" className="secondary">
          {words.pasteHint}
        </p>
        <p className="intake-actions">
          <button type="submit" disabled={pending}>
            {pending ? words.reading : words.readPaste}
          </button>
        </p>
      </form>
    </details>
  );
}
