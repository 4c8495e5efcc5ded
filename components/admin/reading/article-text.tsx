"use client";

import { memo } from "react";
import type { Span } from "@/domain/extract/proposal";
import { useDesk } from "./desk-context";
import { type Line, piecesOf } from "./lines";
import { NumberMark } from "./number-mark";
import { type ReadingState, sentenceOf } from "./reading-state";
import { useReading } from "./store";

/** The article, line by line. A line is drawn again only where the sentence in hand or a choice touches it. */
export const ArticleText = memo(function ArticleText({ lines }: { lines: readonly Line[] }) {
  return lines.map((line) => <TextLine key={line.start} line={line} />);
});

const TextLine = memo(function TextLine({ line }: { line: Line }) {
  const { store, article } = useDesk();
  const sentence = useSpanIn(line, (state) => (state.focus === null ? null : sentenceOf(state, state.focus)));
  const choice = useSpanIn(line, (state) => state.choice);
  return (
    <p className="line" data-start={line.start}>
      {piecesOf(line, sentence, choice).map(({ start, end, mark, within, chosen }) => {
        if (mark !== null) return <NumberMark key={start} suggestion={mark} within={within} />;
        const words = article.text.slice(start, end);
        if (chosen) return <mark key={start}>{words}</mark>;
        return (
          <span key={start} className={within ? "within" : undefined}>
            {words}
          </span>
        );
      })}
    </p>
  );

  /** A span of the state where it touches this line; told apart by its ends, so that other lines stay as they are. */
  function useSpanIn(where: Line, select: (state: ReadingState) => Span | null): Span | null {
    const ends = useReading(store, (state) => {
      const span = select(state);
      return span !== null && span.start < where.end && span.end > where.start
        ? `${span.start} ${span.end}`
        : null;
    });
    if (ends === null) return null;
    const [start, end] = ends.split(" ").map(Number);
    return { start: start!, end: end! };
  }
});
