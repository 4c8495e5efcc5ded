"use client";

import { type FormEvent, useEffect, useState } from "react";
import { fill, fillPlural } from "@/domain/format";
import { type DraftInHand, useDesk } from "./desk-context";
import { Panel } from "./panel";
import { useReading } from "./store";

/** Hands the drafts of the article to review; each warning is asked a reason, kept with the figure. */
export function SubmitPanel({ onClose }: { onClose: () => void }) {
  const { store, words, server, locale } = useDesk();
  const asked = useReading(store, ({ queue }) => queue.length);
  const [drafts, setDrafts] = useState<readonly DraftInHand[] | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  useEffect(() => {
    if (asked > 0) return;
    server.drafts().then(setDrafts, () => setSaid(words.said.waiting));
  }, [asked, server, words]);

  const ready = (drafts ?? []).filter(({ held }) => held.length === 0);
  const held = (drafts ?? []).filter((one) => one.held.length > 0);
  const warned = ready.filter(({ warnings }) => warnings.length > 0);

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const figures = ready.map(({ publicId, rowVersion, warnings }) => ({
      publicId,
      rowVersion,
      reasons: Object.fromEntries(
        warnings.map(({ rule }) => [rule, String(given.get(`${publicId} ${rule}`) ?? "")]),
      ),
    }));
    try {
      const answer = await server.submit(figures);
      if ("refused" in answer) return setSaid(fill(words.sending.refused, { why: answer.refused }));
      setSaid(fillPlural(words.sending.sent, answer.sent, locale));
      setDrafts([]);
    } catch {
      setSaid(words.said.waiting);
    }
  };

  return (
    <Panel title={words.sending.title} onClose={onClose} className="submit-panel">
      <form onSubmit={send}>
        {asked > 0 && <p>{words.sending.wait}</p>}
        {drafts?.length === 0 && said === null && <p>{words.sending.none}</p>}
        {ready.length > 0 && <p>{fillPlural(words.sending.what, ready.length, locale)}</p>}
        {held.length > 0 && (
          <>
            <p>{fillPlural(words.sending.held, held.length, locale)}</p>
            <ul className="findings">
              {held.map((draft) => (
                <li key={draft.publicId} className="finding-hold">
                  {draft.words} {draft.held.join(" ")}
                </li>
              ))}
            </ul>
          </>
        )}
        {warned.length > 0 && <p>{words.sending.reasons}</p>}
        {warned.map((draft, at) => (
          <fieldset key={draft.publicId}>
            <legend>{draft.words}</legend>
            {draft.warnings.map(({ rule, says }, nth) => (
              <label key={rule}>
                {says}
                <input
                  // biome-ignore lint/a11y/noAutofocus: the key that opened the panel asks for these boxes
                  autoFocus={at + nth === 0}
                  name={`${draft.publicId} ${rule}`}
                  required
                  aria-label={`${words.sending.reason}: ${says}`}
                />
              </label>
            ))}
          </fieldset>
        ))}
        <p role="status">{said}</p>
        <p className="card-actions">
          <button type="submit" disabled={asked > 0 || ready.length === 0}>
            {words.sending.send}
          </button>
          <button type="button" onClick={onClose}>
            {words.sending.cancel}
          </button>
        </p>
      </form>
    </Panel>
  );
}
