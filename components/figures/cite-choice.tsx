"use client";

import { type MouseEvent, useState } from "react";

type Props = {
  styles: readonly { readonly name: string; readonly href: string }[];
  words: { readonly copy: string; readonly copied: string; readonly failed: string };
};

/** Links to citations, whose text is shown on the page instead, to be copied. Without script they are links. */
export function CiteChoice({ styles, words }: Props) {
  const [shown, setShown] = useState<{ name: string; text: string } | null>(null);
  const [said, setSaid] = useState("");

  async function choose(event: MouseEvent, name: string, href: string) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    setSaid("");
    const text = await textAt(href);
    if (text === null) {
      setShown(null);
      setSaid(words.failed);
    } else setShown({ name, text });
  }

  async function copy(text: string) {
    await navigator.clipboard.writeText(text);
    setSaid(words.copied);
  }

  return (
    <>
      {styles.map(({ name, href }) => (
        <span key={name}>
          <a
            href={href}
            aria-current={shown?.name === name ? "true" : undefined}
            onClick={(event) => choose(event, name, href)}
          >
            {name}
          </a>{" "}
        </span>
      ))}
      {shown && (
        <div className="cite-text">
          <pre>{shown.text}</pre>
          <button type="button" onClick={() => copy(shown.text)}>
            {words.copy}
          </button>
        </div>
      )}
      <span role="status">{said}</span>
    </>
  );
}

/** The text of a citation; null where it cannot be had. */
async function textAt(href: string): Promise<string | null> {
  try {
    const answer = await fetch(href);
    return answer.ok ? (await answer.text()).trim() : null;
  } catch {
    return null; // no network: said as such
  }
}
