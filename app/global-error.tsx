"use client";

import { problemWords } from "@/messages/problem-words";

/** The last resort, when even the frame of the page could not be drawn: both languages, no style sheet. */
export default function GlobalError() {
  return (
    <html lang="en">
      <body>
        <h1>{problemWords.en.title}</h1>
        <p>{problemWords.en.text}</p>
        <h1 lang="fr">{problemWords.fr.title}</h1>
        <p lang="fr">{problemWords.fr.text}</p>
      </body>
    </html>
  );
}
