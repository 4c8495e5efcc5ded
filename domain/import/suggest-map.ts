import type { Lexicon } from "../extract/proposal";
import { absentColumns } from "./field-cells";
import { namedFields } from "./field-readers";
import { headerWords } from "./header-words";
import { type ColumnKind, type ColumnLook, lookAtColumns } from "./look-at-columns";
import type { FieldMap, ImportMap } from "./map";
import { foldName, nameFinder } from "./names";
import { ownExportMap } from "./own/own-map";
import { type ImportField, importFields } from "./row";
import type { Table } from "./table";

/** A guess at what a column means, and why. */
export type FieldGuess = {
  readonly field: ImportField;
  readonly from: FieldMap;
  readonly why: "remembered" | "name" | "names_in_it" | "dates_in_it" | "numbers_in_it" | "addresses_in_it";
};

export type SuggestedMap = {
  /** What an editor goes on from; `metric` and `claimant` may be missing yet. */
  readonly fields: ImportMap["fields"];
  /** The rest of a remembered map that still fits, or what a download of ours is read by. */
  readonly rest: Partial<Omit<ImportMap, "fields">>;
  readonly guesses: readonly FieldGuess[];
  readonly looks: readonly ColumnLook[];
};

/** What a column must hold to be taken for a field by its name. */
const kinds: Readonly<Partial<Record<ImportField, readonly ColumnKind[]>>> = {
  ...Object.fromEntries(
    (["period_start", "period_end", "reported_on", "source_published_on"] as const).map((field) => [
      field,
      ["date", "empty"],
    ]),
  ),
  ...Object.fromEntries((["value", "low", "high"] as const).map((field) => [field, ["number", "empty"]])),
};

/**
 * A first map for a table nobody has described yet: a map remembered for such a table where one fits, else what the
 * names of the columns say, else what is in them. Everything is a guess for an editor to look through.
 */
export function suggestMap(table: Table, names: Lexicon, remembered?: ImportMap): SuggestedMap {
  const looks = lookAtColumns(table);
  const own = ownExportMap(table);
  const known = own ?? (remembered !== undefined && fits(remembered, table) ? remembered : null);
  if (known !== null) {
    const { fields, ...rest } = known;
    const guesses = (Object.entries(fields) as [ImportField, FieldMap][]).map(
      ([field, from]): FieldGuess => ({ field, from, why: own === null ? "remembered" : "name" }),
    );
    return { fields, rest, guesses, looks };
  }
  const guesses = guessed(looks, names);
  const fields = Object.fromEntries(guesses.map(({ field, from }) => [field, from]));
  return { fields, rest: {}, guesses, looks };
}

const fits = (map: ImportMap, { header }: Table) => absentColumns(header, map).length === 0;

/** The likeliest name of every field is tried before the second likeliest of any. */
const mostWords = Math.max(...Object.values(headerWords).map((words) => words.length));

function guessed(looks: readonly ColumnLook[], names: Lexicon): FieldGuess[] {
  const taken = new Set<string>();
  const guesses: FieldGuess[] = [];
  const take = (field: ImportField, look: ColumnLook | undefined, why: FieldGuess["why"]) => {
    if (look === undefined || taken.has(look.name) || guesses.some((guess) => guess.field === field)) return;
    taken.add(look.name);
    guesses.push({ field, from: { column: look.name }, why });
  };
  for (let rank = 0; rank < mostWords; rank++)
    for (const field of importFields)
      take(field, byName(field, headerWords[field]?.[rank], looks, taken), "name");
  const free = () => looks.filter(({ name }) => !taken.has(name));
  for (const [field, list] of Object.entries(namedFields) as [ImportField, "agents"][]) {
    const find = nameFinder(list, names);
    const isNamed = ({ kind, samples }: ColumnLook) =>
      kind === "words" && samples.length > 0 && samples.every((sample) => find(sample) !== null);
    if (["metric", "unit", "place", "claimant"].includes(field))
      take(field, free().find(isNamed), "names_in_it");
  }
  take(
    "period_start",
    free().find(({ kind }) => kind === "date"),
    "dates_in_it",
  );
  take(
    "value",
    free().find(({ kind }) => kind === "number"),
    "numbers_in_it",
  );
  take(
    "source_url",
    free().find(({ kind }) => kind === "address"),
    "addresses_in_it",
  );
  return guesses.sort((a, b) => importFields.indexOf(a.field) - importFields.indexOf(b.field));
}

/** The column of this very name, where what is in it is possible. */
function byName(
  field: ImportField,
  word: string | undefined,
  looks: readonly ColumnLook[],
  taken: ReadonlySet<string>,
) {
  if (word === undefined) return undefined;
  const allowed = kinds[field];
  return looks.find(
    ({ name, kind }) =>
      !taken.has(name) && nameOf(name) === word && (allowed === undefined || allowed.includes(kind)),
  );
}

/** A header without what stands in brackets: "Value (km²)". */
const nameOf = (name: string) => foldName(name.replace(/[([].*[)\]]/g, ""));
