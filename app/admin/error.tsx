"use client";

import { useSyncExternalStore } from "react";
import { isLocale } from "@/domain/locale";
import { problemWords } from "@/messages/problem-words";

const languageOfPage = () => document.documentElement.lang;
const never = () => () => {};

/**
 * What an editor is shown when a page of the desk breaks. It may not ask the server for words: the server just failed.
 * Decisions and forms that keep a draft in the browser find it again when the page is drawn anew.
 */
export default function DeskError({ reset }: { error: Error; reset: () => void }) {
  const language = useSyncExternalStore(never, languageOfPage, () => "");
  const words = problemWords[isLocale(language) ? language : "en"];
  return (
    <section className="problem" role="alert">
      <h1>{words.title}</h1>
      <p>{words.text}</p>
      <p>
        <button type="button" onClick={reset}>
          {words.again}
        </button>
      </p>
      <p>
        <a href="/admin">{words.desk}</a>
      </p>
    </section>
  );
}
