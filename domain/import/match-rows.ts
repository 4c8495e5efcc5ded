import { groupBy } from "./group-by";
import type { ImportField, RowContent } from "./row";

/** What a dataset said last in one of its rows, and which figure that is. */
export type DatasetRow = {
  readonly occurrence: number;
  readonly figureId: number;
  readonly content: RowContent;
};

export type Matched<R> = {
  readonly reading: R;
  readonly occurrence: number;
  /** Null for a row that is new. */
  readonly known: DatasetRow | null;
};

type Keyed = { readonly key: string; readonly content: RowContent };

/**
 * Tells which rows of a file are which of the dataset's. Of rows with one key, those that say the same are the same,
 * wherever they stand; the others are paired in the order of the file, and what is left over is new, or missing.
 *
 * @param known rows of the dataset by key, in the order of their occurrence
 * @returns one for each reading, in their order, and how many known rows the file no longer has
 */
export function matchRows<R extends Keyed>(
  readings: readonly R[],
  known: ReadonlyMap<string, readonly DatasetRow[]>,
): { matched: Matched<R>[]; missing: number } {
  const groups = groupBy(readings.keys(), (index) => readings[index]!.key);
  const matched: Matched<R>[] = [];
  let missing = 0;
  for (const [key, indexes] of groups) {
    const left = matchGroup(readings, indexes, known.get(key) ?? [], matched);
    missing += left;
  }
  for (const [key, rows] of known) if (!groups.has(key)) missing += rows.length;
  return { matched, missing };
}

/** Matches rows of one key into `matched`. @returns how many known rows are left over */
function matchGroup<R extends Keyed>(
  readings: readonly R[],
  indexes: readonly number[],
  known: readonly DatasetRow[],
  matched: Matched<R>[],
): number {
  const fields = Object.keys(readings[indexes[0]!]!.content) as ImportField[];
  const same = groupBy(known, ({ content }) => wordsOf(content, fields));
  const taken = new Set<DatasetRow>();
  const open: number[] = [];
  for (const index of indexes) {
    const twin = same.get(wordsOf(readings[index]!.content, fields))?.shift();
    if (twin === undefined) open.push(index);
    else {
      taken.add(twin);
      matched[index] = { reading: readings[index]!, occurrence: twin.occurrence, known: twin };
    }
  }
  const rest = known.filter((row) => !taken.has(row));
  const used = new Set(known.map(({ occurrence }) => occurrence));
  let free = 0;
  for (const [place, index] of open.entries()) {
    const pair = rest[place] ?? null;
    if (pair === null) while (used.has(free)) free++;
    const occurrence = pair?.occurrence ?? free++;
    matched[index] = { reading: readings[index]!, occurrence, known: pair };
  }
  return Math.max(0, rest.length - open.length);
}

const wordsOf = (content: RowContent, fields: readonly ImportField[]): string =>
  JSON.stringify(fields.map((field) => asCompared(field, content[field])));

/**
 * How wide the spaces of a text are, where its lines break, and which sign says a bound (`≥`, `>=`, `+`: the comparator
 * says the same) is form: a new version may print it otherwise.
 */
function asCompared(field: ImportField, value: string | null | undefined): string | null {
  if (value == null) return null;
  if (field === "cue" && /^[<>=≤≥⩽⩾~≈±+/\s-]+$/.test(value)) return null;
  return /[^\S ]| {2}/.test(value) ? value.replace(/\s+/g, " ").trim() : value;
}

/**
 * What a row says now that it did not before. A field that was not mapped before says something new where it says
 * anything; one that is not mapped any more is left as it is.
 */
export function changesOf(before: RowContent, now: RowContent): RowContent {
  const differs = (field: ImportField) => asCompared(field, now[field]) !== asCompared(field, before[field]);
  const fields = Object.keys(now) as ImportField[];
  const turned = fields.includes("comparator") && differs("comparator"); // and its sign with it
  const changed = fields
    .filter((field) => differs(field) || (turned && field === "cue" && now.cue !== before.cue))
    .map((field) => [field, now[field]]);
  return Object.fromEntries(changed) as RowContent;
}
