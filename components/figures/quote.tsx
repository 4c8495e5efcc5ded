import type { ReactNode } from "react";
import type { Language } from "@/domain/vocabulary";
import { setWords } from "./set-words";

/** Words to mark within a sentence. Offsets are UTF-16 units. */
export type MarkedSpan = {
  readonly start: number;
  readonly end: number;
  /** Makes the mark a link to the figure. */
  readonly link?: { readonly id: string; readonly href: string; readonly label: string };
};

type MarkedSentenceProps = {
  text: string;
  spans: readonly MarkedSpan[];
  /** The highlighter is for numbers; words that date an event are bold. */
  as?: "mark" | "b";
};

/** A sentence as printed, with some of its words marked by the highlighter. Its text content is the sentence itself. */
export function MarkedSentence({ text, spans, as: Tag = "mark" }: MarkedSentenceProps) {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    if (span.start < at) continue; // the same words marked twice are marked once
    if (span.start > at) parts.push(...setWords(text.slice(at, span.start), at));
    const mark = <Tag key={span.start}>{setWords(text.slice(span.start, span.end), span.start)}</Tag>;
    const { link } = span;
    parts.push(
      link === undefined ? (
        mark
      ) : (
        <a key={span.start} href={link.href} title={link.label} data-figure={link.id}>
          {mark}
        </a>
      ),
    );
    at = span.end;
  }
  parts.push(...setWords(text.slice(at), at));
  return <>{parts}</>;
}

type QuoteProps = MarkedSentenceProps & { lang: Language; children?: ReactNode };

/** A quotation in its own language, and below it where it comes from. */
export function Quote({ text, lang, spans, as, children }: QuoteProps) {
  return (
    <figure className="quote">
      <blockquote lang={lang}>
        <p>
          <MarkedSentence text={text} spans={spans} as={as} />
        </p>
      </blockquote>
      {children && <figcaption>{children}</figcaption>}
    </figure>
  );
}
