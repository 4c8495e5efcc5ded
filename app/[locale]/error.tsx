"use client";

import { useParams } from "next/navigation";
import { isLocale } from "@/domain/locale";
import { problemWords } from "@/messages/problem-words";

/** What is shown when a page breaks while it is drawn. It may not ask the server for words: the server just failed. */
export default function PageError({ reset }: { error: Error; reset: () => void }) {
  const { locale } = useParams();
  const words = problemWords[isLocale(locale) ? locale : "en"];
  return (
    <main className="problem">
      <h1>{words.title}</h1>
      <p>{words.text}</p>
      <p>
        <button type="button" onClick={reset}>
          {words.again}
        </button>
      </p>
    </main>
  );
}
