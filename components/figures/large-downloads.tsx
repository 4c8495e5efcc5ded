"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { type LargeWords, useLargeDownload } from "./use-large-download";

/** From so many rows on a download is one to wait for. */
const large = 10_000;

/**
 * Around links to files: one with many rows shows on the page how far it has come, and can be broken off. Small ones,
 * and all of them without script, are the browser's own downloads.
 */
export function LargeDownloads({ words, children }: { words: LargeWords; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const { state, start, cancel } = useLargeDownload(words);
  useEffect(() => {
    const links = place.current;
    const pressed = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      if (link === null || Number(link.dataset.rows ?? 0) < large) return;
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
      event.preventDefault();
      void start(link.href);
    };
    links?.addEventListener("click", pressed);
    document.documentElement.dataset.downloads = "ready";
    return () => links?.removeEventListener("click", pressed);
  }, [start]);
  return (
    <>
      <div ref={place}>{children}</div>
      <div className="download-progress">
        {state.kind === "running" && (
          <>
            <progress
              max={state.rows || undefined}
              value={state.lines ?? undefined}
              aria-label={state.said}
            />{" "}
            <button type="button" onClick={cancel}>
              {words.cancel}
            </button>
          </>
        )}{" "}
        <span role="status">{state.said}</span>
      </div>
    </>
  );
}
