"use client";

import { useKeptAction } from "@/components/ui/use-kept-action";

import type { ImportMessages } from "@/messages/imports";
import { type MapAction, mapUntouched } from "./map-shown";

type Props = {
  action: MapAction;
  rowVersion: number;
  options: Readonly<Record<string, string>>;
  words: ImportMessages;
};

/** A download of this site, brought back: nothing needs to be said of its columns. */
export function OwnMapForm({ action, rowVersion, options, words }: Props) {
  const [state, submit, pending] = useKeptAction(action, mapUntouched);
  return (
    <form action={submit} className="work-form">
      <input type="hidden" name="rowVersion" value={rowVersion} />
      {Object.entries(options).map(([name, value]) => (
        <input key={name} type="hidden" name={`table.${name}`} value={value} />
      ))}
      <p>{words.columns.ownExport}</p>
      {state.problems.map((one) => (
        <p key={one} className="said" role="alert">
          {one}
        </p>
      ))}
      <button type="submit" name="intent" value="check" disabled={pending}>
        {words.saveAndCheck}
      </button>
    </form>
  );
}
