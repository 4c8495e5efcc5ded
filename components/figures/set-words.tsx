import type { ReactNode } from "react";
import { tightWords } from "@/domain/tight-words";

/** Words of a source, those that a line may not part in one piece; `from` is where they begin, for keys of their own. */
export const setWords = (text: string, from = 0): ReactNode[] =>
  tightWords(text).map((stretch, index) =>
    stretch.tight ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the stretches of one text never move
      <span key={`${from} ${index}`} className="tight">
        {stretch.text}
      </span>
    ) : (
      stretch.text
    ),
  );
