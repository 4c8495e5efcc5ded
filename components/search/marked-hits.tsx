import { markHits } from "@/domain/search/mark-hits";
import { MarkedSentence } from "../figures/quote";

/** Words with those that a search found in bold: the highlighter is for numbers. */
export const MarkedHits = ({ text, words }: { text: string; words: readonly string[] }) => (
  <MarkedSentence text={text} spans={markHits(text, words)} as="b" />
);
