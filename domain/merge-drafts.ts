import type { DateClaimInput, FigureInput } from "./inputs";

type Field = Exclude<keyof FigureInput, "publicId">;
type Mention = FigureInput["mentions"][number];

/** A field that two people changed in two ways; `mentions` is one where both changed the same mention. */
export type DraftConflict = {
  readonly field: Field;
  readonly original: FigureInput[Field];
  readonly mine: FigureInput[Field];
  readonly theirs: FigureInput[Field];
};

export type MergedDraft = {
  /** What only one of the two changed, taken from who changed it; in a conflict, mine. */
  readonly merged: FigureInput;
  readonly conflicts: readonly DraftConflict[];
  /** The fields taken over from them. */
  readonly taken: readonly Field[];
};

/** Merges two edits of one original, field by field, so that a stale save loses nothing. */
export function mergeDrafts(original: FigureInput, mine: FigureInput, theirs: FigureInput): MergedDraft {
  const conflicts: DraftConflict[] = [];
  const taken: Field[] = [];
  const merged: Record<string, unknown> = { ...mine };
  for (const field of fieldsOf(original, mine, theirs)) {
    const [was, ours, other] = [original[field], mine[field], theirs[field]];
    if (same(ours, other) || same(was, other)) continue;
    if (same(was, ours)) {
      merged[field] = other;
      taken.push(field);
      continue;
    }
    const mentions = field === "mentions" ? mergeMentions(original, mine, theirs) : null;
    if (mentions === null) conflicts.push({ field, original: was, mine: ours, theirs: other });
    else {
      merged[field] = mentions;
      taken.push(field);
    }
  }
  return { merged: merged as FigureInput, conflicts, taken }; // fields of three figures make a figure
}

/** One field that differs between two states of a figure. */
export type FieldChange = {
  readonly field: Field;
  readonly before: FigureInput[Field];
  readonly after: FigureInput[Field];
};

/** What changed from one state of a figure to the next, in the order of the form. */
export const diffFigures = (before: FigureInput, after: FigureInput): FieldChange[] =>
  fieldsOf(before, after)
    .filter((field) => !same(before[field], after[field]))
    .map((field) => ({ field, before: before[field], after: after[field] }));

const fieldsOf = (...figures: readonly FigureInput[]): Field[] =>
  [...new Set(figures.flatMap((figure) => Object.keys(figure)))].filter(
    (field) => field !== "publicId",
  ) as Field[]; // the keys of a figure

const placeOf = ({ source, sentenceStart, numberStart }: Mention) =>
  `${source} ${sentenceStart} ${numberStart}`;

/** Mentions added, changed or taken away by one of the two; null where both touched the same one, or the anchor. */
function mergeMentions(original: FigureInput, mine: FigureInput, theirs: FigureInput): Mention[] | null {
  const [was, ours, other] = [original, mine, theirs].map(
    ({ mentions }) => new Map(mentions.map((mention) => [placeOf(mention), mention])),
  ) as [Map<string, Mention>, Map<string, Mention>, Map<string, Mention>];
  const anchors = [original, mine, theirs].map(({ mentions }) => mentions[0] && placeOf(mentions[0]));
  if (new Set(anchors).size > 1) return null;
  const merged: Mention[] = [];
  for (const place of new Set([...ours.keys(), ...other.keys()])) {
    const [a, b, c] = [was.get(place), ours.get(place), other.get(place)];
    if (!same(b, c) && !same(a, b) && !same(a, c)) return null;
    const kept = same(a, b) ? c : b;
    if (kept !== undefined) merged.push(kept);
  }
  return merged;
}

const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

/** The same text for the same facts: keys in order, what is absent left out, a date without an end its start. */
function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (_, part: unknown) => {
    if (part === null || typeof part !== "object" || Array.isArray(part)) return part;
    const whole = "precision" in part ? withEnd(part as DateClaimInput) : part;
    return Object.fromEntries(Object.entries(whole).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

const withEnd = (date: DateClaimInput) => ({ ...date, end: date.end ?? date.start });
