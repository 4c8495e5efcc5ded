import { useCallback, useRef, useState } from "react";
import { fill, formatDecimal } from "@/domain/format";
import { type Progress, type Sink, saveStream } from "./save-stream";

export type LargeWords = Readonly<
  Record<"waiting" | "saving" | "cancel" | "cancelled" | "saved" | "browser" | "busy" | "failed", string>
>;

type State =
  | { readonly kind: "idle"; readonly said: string }
  /** `lines` is null where the format has none to count. */
  | { readonly kind: "running"; readonly said: string; readonly rows: number; readonly lines: number | null };

type Picker = (options: { suggestedName: string }) => Promise<{ createWritable(): Promise<Sink> }>;

const lined = /\.(?:csv|tsv|json|ndjson)$/;
const locale = () => (document.documentElement.lang === "fr" ? "fr" : "en");
const number = (n: number) => formatDecimal(String(n), locale());
const megabytes = (bytes: number) => number(Math.round(bytes / 100_000) / 10);

/**
 * Fetches a large file with its progress on the page. Where a page may write to a file the reader chooses, it goes there
 * piece by piece; elsewhere the browser takes it, once it is known that it can be had.
 */
export function useLargeDownload(words: LargeWords) {
  const [state, setState] = useState<State>({ kind: "idle", said: "" });
  const running = useRef<AbortController | null>(null);

  const start = useCallback(
    async (href: string) => {
      if (running.current) return;
      const controller = new AbortController();
      running.current = controller;
      const say = (said: string) => setState({ kind: "idle", said });
      try {
        const picker = (window as { showSaveFilePicker?: Picker }).showSaveFilePicker;
        say(picker ? await toFile(href, picker) : await byBrowser(href));
      } catch (error) {
        const left = controller.signal.aborted || (error as Error).name === "AbortError"; // nothing chosen, or broken off
        say(left ? words.cancelled : words.failed);
      } finally {
        running.current = null;
      }

      /** Before the first byte there may be others in line. */
      function wait() {
        setState({ kind: "running", said: words.waiting, rows: 0, lines: null });
      }

      async function toFile(address: string, pick: Picker): Promise<string> {
        const file = await pick({ suggestedName: nameIn(address) });
        wait();
        const answer = await fetch(address, { signal: controller.signal });
        const refusal = refusalOf(answer);
        if (refusal !== null || answer.body === null) return refusal ?? words.failed;
        const rows = Number(answer.headers.get("x-row-count") ?? 0);
        const hasLines = lined.test(new URL(address).pathname);
        const tell = ({ bytes, lines }: Progress) =>
          setState({
            kind: "running",
            said: fill(words.saving, { size: megabytes(bytes), rows: number(rows) }),
            rows,
            lines: hasLines ? Math.min(lines, rows) : null,
          });
        tell({ bytes: 0, lines: 0 });
        const done = await saveStream(answer.body, await file.createWritable(), eachQuarter(tell));
        return fill(words.saved, { size: megabytes(done.bytes), rows: number(rows) });
      }

      async function byBrowser(address: string): Promise<string> {
        wait();
        const answer = await fetch(address, { method: "HEAD", signal: controller.signal });
        const refusal = refusalOf(answer);
        if (refusal !== null) return refusal;
        location.assign(address);
        return fill(words.browser, { rows: number(Number(answer.headers.get("x-row-count") ?? 0)) });
      }

      function refusalOf({ ok, status, headers }: Response): string | null {
        if (ok) return null;
        const wait = headers.get("retry-after");
        return (status === 503 || status === 429) && wait
          ? fill(words.busy, { seconds: wait })
          : words.failed;
      }
    },
    [words],
  );
  const cancel = useCallback(() => running.current?.abort(), []);
  return { state, start, cancel };
}

/** Not more often than four times a second: what is said is read out. */
function eachQuarter(tell: (progress: Progress) => void): (progress: Progress) => void {
  let last = 0;
  return (progress) => {
    const now = Date.now();
    if (now - last < 250) return;
    last = now;
    tell(progress);
  };
}

const nameIn = (href: string): string => new URL(href).pathname.split("/").at(-1) ?? "figures";
