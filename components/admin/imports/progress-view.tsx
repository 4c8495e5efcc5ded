import { fill, formatDecimal } from "@/domain/format";
import type { Work } from "@/domain/import/failure";
import type { Locale } from "@/domain/vocabulary";
import type { ImportMessages } from "@/messages/imports";
import { Refreshing } from "./refreshing";

type Props = {
  /** What is done; `batch` where another process does it, and only that something is done is known. */
  what: Work | "batch";
  /** Rows read or figures written, of those there are; none of none where it is not known. */
  far: { readonly done: number; readonly total: number };
  /** In line behind another table. */
  waiting: boolean;
  /** Where the page is found, for those who look again by hand. */
  href: string;
  locale: Locale;
  words: ImportMessages;
};

/** How far the work is. The page asks again by itself: by script, or else by its own refresh. */
export function ProgressView({ what, far, waiting, href, locale, words }: Props) {
  const { progress } = words;
  const number = (count: number) => formatDecimal(String(count), locale);
  const { done, total } = far;
  const form = { checking: progress.of, importing: progress.written } as const;
  const told = fill(what in form ? form[what as keyof typeof form] : progress.looked, {
    done: number(done),
    total: number(total),
  });
  return (
    <section className="import-progress">
      <noscript>
        <meta httpEquiv="refresh" content="2" />
      </noscript>
      <Refreshing />
      <p>{progress[what]}</p>
      {waiting ? (
        <p role="status">{words.waiting}</p>
      ) : (
        <>
          <progress
            max={Math.max(total, 1)}
            value={total === 0 ? undefined : done}
            aria-label={progress[what]}
          />
          <p role="status">{total > 0 ? told : ""}</p>
        </>
      )}
      <p className="secondary">
        {progress.leave} <a href={href}>{progress.reload}</a>
      </p>
    </section>
  );
}
