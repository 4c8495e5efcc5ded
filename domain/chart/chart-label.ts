import { claimText } from "../claim-text";
import type { Figure } from "../figure";
import { fill } from "../format";
import { formatDate } from "../format-date";
import type { ChartInput } from "./chart";
import type { ClaimMark } from "./claim-mark";

type Said = Pick<ChartInput, "locale" | "words">;
type Label = {
  readonly locale: Said["locale"];
  readonly about: string | null;
  readonly words: ChartInput["words"];
  readonly text: string;
};
const labels = new WeakMap<Figure, Label>();

/** The claim in one line, once for the same words: the explorer asks for it at every step. */
export function labelOf(mark: ClaimMark, { locale, words }: Said, about: string | null): string {
  const before = labels.get(mark.figure);
  if (before?.about === about && before.words === words && before.locale === locale) return before.text;
  const text = labelText(mark, { locale, words }, about);
  labels.set(mark.figure, { locale, about, words, text });
  return text;
}

function labelText(mark: ClaimMark, { locale, words }: Said, about: string | null): string {
  const { figure } = mark;
  const placedAt = mark.dateUnknown ? formatDate(figure.reportedOn, locale) : null;
  const notes = [
    placedAt && fill(words.placedAtReport, { date: placedAt }),
    mark.ghost && words.superseded,
    mark.retracted && words.retracted,
    figure.change === "correction" && words.corrected,
  ];
  return [claimText(figure, locale, words, about), ...notes].filter(Boolean).join(", ");
}
