import { Fragment, type ReactNode } from "react";
import type { Span } from "@/domain/extract/proposal";
import type { Language } from "@/domain/vocabulary";
import { cutPieces } from "./cut-pieces";

type Props = {
  number: Span | null;
  lang: Language;
  pieces: Parameters<typeof cutPieces>[0];
  /** Words of the old text are struck out, those of the new one underlined. */
  as: "del" | "ins";
};

/** One of the two sentences, with the words that the other lacks and its number marked. */
export function ChangedSentence({ number, lang, pieces, as: Tag }: Props) {
  return (
    <blockquote lang={lang}>
      {cutPieces(pieces, number).map(({ text, start, differs, inNumber }) => (
        <Fragment key={start}>{marked(text, differs && Tag, inNumber)}</Fragment>
      ))}
    </blockquote>
  );
}

function marked(text: string, Tag: Props["as"] | false, inNumber: boolean): ReactNode {
  const words = Tag ? <Tag>{text}</Tag> : text;
  return inNumber ? <mark>{words}</mark> : words;
}
