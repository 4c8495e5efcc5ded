"use client";

import { useEffect, useRef, useState } from "react";
import { followKnown } from "../charts/known-regions";

type Props = {
  id: string;
  label: string;
  text: string;
  /** The path in the text that the address of the site belongs in front of, where the server was not told it. */
  path: string;
  site: string;
  words: { copy: string; copied: string; notCopied: string };
};

/** A text to take away: selected at once, and copied by a button where there is script. */
export function CopyField({ id, label, text, path, site, words }: Props) {
  const [whole, setWhole] = useState(text);
  const [ready, setReady] = useState(false);
  const [said, setSaid] = useState("");
  const box = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    const show = (text: string, path: string) =>
      setWhole(site === "" ? text.replace(path, location.origin + path) : text);
    show(text, path);
    setReady(true);
    return followKnown((page) => {
      const other = page.getElementById(id);
      if (other instanceof HTMLTextAreaElement) show(other.value, other.dataset.path ?? path);
    });
  }, [id, text, path, site]);

  const copy = async () => {
    box.current?.select();
    try {
      await navigator.clipboard.writeText(whole);
      setSaid(words.copied);
    } catch {
      setSaid(words.notCopied); // the text is selected: a key copies it
    }
  };
  return (
    <div className="share-field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        ref={box}
        data-path={path}
        readOnly
        rows={Math.min(4, Math.ceil(whole.length / 70))}
        value={whole}
      />
      {ready && (
        <button type="button" onClick={copy} aria-describedby={id}>
          {words.copy}
        </button>
      )}
      <span role="status">{said}</span>
    </div>
  );
}
