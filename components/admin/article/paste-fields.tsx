"use client";

import { type ClipboardEvent, type DragEvent, useRef } from "react";
import type { DeskMessages } from "@/messages/desk";

type Props = {
  text: string;
  /** Why what was pasted was not taken. */
  problem: string | null;
  words: Pick<DeskMessages["article"], "paste" | "pasteHint" | "read" | "reading" | "file">;
  busy: boolean;
  /** Whether it is what the page is for: it has the focus, and what is pasted is sent without a further key. */
  atOnce: boolean;
};

/** Most bytes of clipboard HTML that are sent: beyond, its plain text is read. next.config.js takes 6 MB of a form. */
const largestHtml = 4_500_000;

/**
 * One box. What is pasted is read as HTML where the clipboard has it, which is sent as it is and never shown. A file may be dropped or chosen instead.
 */
export function PasteFields({ text, problem, words, busy, atOnce }: Props) {
  const html = useRef<HTMLInputElement>(null);
  const file = useRef<HTMLInputElement>(null);

  const paste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const box = event.currentTarget;
    const rich = event.clipboardData.getData("text/html");
    if (html.current) html.current.value = new Blob([rich]).size <= largestHtml ? rich : "";
    if (!atOnce || box.value.trim() !== "") return; // a second paste adds to what is there, to be read when asked
    requestAnimationFrame(() => box.form?.requestSubmit());
  };
  const drop = (event: DragEvent) => {
    const { files } = event.dataTransfer;
    if (files.length === 0 || !file.current) return;
    event.preventDefault();
    file.current.files = files;
    if (atOnce) file.current.form?.requestSubmit();
  };
  return (
    <>
      {problem && (
        <p className="notice" role="alert" id="paste-problem">
          {problem}
        </p>
      )}
      <label htmlFor="paste">{words.paste}</label>
      <textarea
        id="paste"
        name="text"
        // biome-ignore lint/a11y/noAutofocus: where it is the one box of the page, who opens it holds an article
        autoFocus={atOnce}
        rows={14}
        defaultValue={text}
        aria-describedby={problem ? "paste-problem paste-hint" : "paste-hint"}
        onPaste={paste}
        onInput={(event) => {
          // what is typed over a paste is what is meant
          if ((event.nativeEvent as InputEvent).inputType !== "insertFromPaste" && html.current)
            html.current.value = "";
        }}
        onDrop={drop}
      />
      <input type="hidden" name="html" ref={html} />
      <p id="paste-hint" className="secondary">
        {words.pasteHint}
      </p>
      <p className="intake-actions">
        <button type="submit" name="intent" value="read" disabled={busy}>
          {busy ? words.reading : words.read}
        </button>
        <label>
          {words.file}{" "}
          <input
            ref={file}
            type="file"
            name="file"
            accept=".txt,.html,.htm,text/plain,text/html"
            onChange={(event) =>
              atOnce && event.currentTarget.files?.length && event.currentTarget.form?.requestSubmit()
            }
          />
        </label>
      </p>
      <p className="visually-hidden" role="status">
        {busy ? words.reading : ""}
      </p>
    </>
  );
}
