"use client";

import { useKeptAction } from "@/components/ui/use-kept-action";

import type { ImportMessages } from "@/messages/imports";
import { type DecisionAction, undecided } from "../review/decision";

type Props = { action: DecisionAction; rowVersion: number; href: string; words: ImportMessages["mapJson"] };

/** The map as the command takes it: to be downloaded, or to be given in place of the boxes. */
export function MapJsonForm({ action, rowVersion, href, words }: Props) {
  const [state, submit, pending] = useKeptAction(action, undecided);
  return (
    <details className="map-json" open={state.problem !== null || undefined}>
      <summary>{words.title}</summary>
      <p>{words.what}</p>
      <p>
        <a href={`${href}/map.json`} download>
          {words.download}
        </a>
      </p>
      <form action={submit} className="intake">
        <input type="hidden" name="rowVersion" value={rowVersion} />
        {state.problem && (
          <p className="said" role="alert">
            {state.problem}
          </p>
        )}
        <label htmlFor="map-json">{words.paste}</label>
        <textarea key={state.typed} id="map-json" name="json" rows={8} required defaultValue={state.typed} />
        <p className="intake-actions">
          <button type="submit" className="quiet" disabled={pending}>
            {words.use}
          </button>
        </p>
      </form>
    </details>
  );
}
