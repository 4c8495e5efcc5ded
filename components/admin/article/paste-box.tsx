"use client";

import { type ClipboardEvent, type DragEvent, useRef } from "react";
import type { DeskMessages } from "@/messages/desk";
import type { Intake } from "./intake";

type Props = {
  intake: Extract<Intake, { step: "paste" }>;
  words: DeskMessages["article"];
  busy: boolean;
};

/** Most bytes of clipboard HTML that are sent: beyond, its plain text is read. next.config.js takes 6 MB of a form. */
const largestHtml = 4_500_000;

/**
 * One box. What is pasted is read at once: as HTML where the clipboard has it, which is sent as it is and never shown.
 * A file may be dropped or chosen instead.
 */
export function PasteBox({ intake, words, busy }: Props) {
  const html = useRef<HTMLInputElement>(null);
  const file = useRef<HTMLInputElement>(null);
  const { problem } = intake;

  const paste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const box = event.currentTarget;
    const rich = event.clipboardData.getData("text/html");
    if (html.current) html.current.value = new Blob([rich]).size <= largestHtml ? rich : "";
    if (box.value.trim() !== "") return; // a second paste adds to what is there, to be read when asked
    requestAnimationFrame(() => box.form?.requestSubmit());
  };
  const drop = (event: DragEvent) => {
    const { files } = event.dataTransfer;
    if (files.length === 0 || !file.current) return;
    event.preventDefault();
    file.current.files = files;
    file.current.form?.requestSubmit();
  };
  return (
    <>
      {problem && (
        <p className="notice" role="alert" id="paste-problem">
          {words.problem[problem]}
        </p>
      )}
      <label htmlFor="paste">{words.paste}</label>
      <textarea
        id="paste"
        name="text"
        // biome-ignore lint/a11y/noAutofocus: the page has this one box, and whoever opens it holds an article
        autoFocus
        rows={14}
        defaultValue={intake.text}
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
              event.currentTarget.files?.length && event.currentTarget.form?.requestSubmit()
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
