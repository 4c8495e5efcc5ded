import type { Piece } from "@/domain/diff-words";
import type { Span } from "@/domain/extract/proposal";

type Cut = Piece & { readonly start: number; readonly inNumber: boolean };

/** The pieces of a sentence cut where its number begins and ends. They still make up the sentence exactly. */
export function cutPieces(pieces: readonly Piece[], number: Span | null): Cut[] {
  const cuts: Cut[] = [];
  let at = 0;
  for (const { text, differs } of pieces) {
    const end = at + text.length;
    const inside = [number?.start, number?.end].filter((cut) => cut !== undefined && cut > at && cut < end);
    for (const cut of [...(inside as number[]), end]) {
      const inNumber = number !== null && at >= number.start && cut <= number.end;
      cuts.push({
        text: text.slice(at - end + text.length, cut - end + text.length),
        differs,
        start: at,
        inNumber,
      });
      at = cut;
    }
  }
  return cuts;
}
