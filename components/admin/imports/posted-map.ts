import { namedFields } from "@/domain/import/field-readers";
import type { NamedList } from "@/domain/import/names";
import { type ImportField, importFields } from "@/domain/import/row";
import type { BaseMap } from "@/domain/import/rows-apart";
import {
  type ColumnForm,
  type FigureConstant,
  figureConstants,
  formOfMap,
  type MapForm,
  noDataset,
  type SameField,
  type SameTarget,
  sameFields,
  sameTargets,
} from "./map-form";

/** What the form of the columns was posted with: the boxes, and what names are to become beside their meaning. */
export type PostedMap = {
  readonly form: MapForm;
  /** Names to be recorded as entries of their own, by the column they stand in. */
  readonly creates: readonly { readonly column: number; readonly printed: string; readonly kind: string }[];
  /** Names to be kept as other names of an entry. */
  readonly aliases: readonly { readonly column: number; readonly printed: string; readonly slug: string }[];
};

/**
 * The names of the boxes: `column.3`, `decimal.3`, `order.3`, `create.3`, `figure.3.metric`, `is.claimant`,
 * `same.reported_on`, `key`, `keep`, `dataset.title`; and for names printed in a column, `word.3.0` with what it
 * `means.3.0`: nothing yet (empty), `-` nothing at all, `=slug` an entry, `+kind` a new one; `alias.3.0` where ticked.
 */
export function readMapForm(data: FormData, header: readonly string[], base: BaseMap): PostedMap {
  const said = (name: string) => String(data.get(name) ?? "");
  const before = formOfMap(base, header);
  const creates: PostedMap["creates"][number][] = [];
  const aliases: PostedMap["aliases"][number][] = [];
  const columns = header.map((_, at): ColumnForm => {
    const role = oneOf(importFields, said(`column.${at}`)) ?? "";
    const known = before.columns[at]!; // one a column of the header
    return {
      role,
      decimal: oneOf([".", ","] as const, said(`decimal.${at}`)) ?? "",
      order: oneOf(["DMY", "MDY", "YMD"] as const, said(`order.${at}`)) ?? "",
      create: said(`create.${at}`),
      words: wordsOf(at, role !== "" && role === known.role ? known.words : {}),
    };
  });
  const form: MapForm = {
    columns,
    figures: Object.fromEntries(header.map((_, at) => [at, figureConstantsAt(at)] as const)),
    constants: Object.fromEntries(
      importFields.flatMap((field) => (said(`is.${field}`) ? [[field, said(`is.${field}`).trim()]] : [])),
    ),
    same: Object.fromEntries(sameFields.flatMap((field) => sameOf(field))),
    dataset: data.has("dataset.title") ? datasetIn(said) : null,
    key: data
      .getAll("key")
      .map(Number)
      .filter((at) => Number.isInteger(at) && header[at] !== undefined),
    kept: before.kept.filter((field) => data.getAll("keep").includes(field)),
  };
  return { form, creates, aliases };

  function wordsOf(at: number, known: ColumnForm["words"]): Record<string, string | null> {
    const words: Record<string, string | null> = { ...known };
    for (let nth = 0; data.has(`word.${at}.${nth}`); nth++) {
      const [printed, means] = [said(`word.${at}.${nth}`), said(`means.${at}.${nth}`)];
      delete words[printed];
      if (means === "-") words[printed] = null;
      if (means.startsWith("+")) creates.push({ column: at, printed, kind: means.slice(1) });
      if (!means.startsWith("=")) continue;
      const slug = means.slice(1);
      if (data.has(`alias.${at}.${nth}`)) aliases.push({ column: at, printed, slug });
      else words[printed] = slug;
    }
    return words;
  }

  function figureConstantsAt(at: number): Partial<Record<FigureConstant, string>> {
    const given = figureConstants.map((field) => [field, said(`figure.${at}.${field}`)] as const);
    return Object.fromEntries(given.filter(([, is]) => is !== ""));
  }

  function sameOf(field: SameField): [SameField, SameTarget][] {
    const target = oneOf(sameTargets, said(`same.${field}`));
    return target === null || said(`is.${field}`) !== "" ? [] : [[field, target]];
  }
}

function datasetIn(said: (name: string) => string) {
  const named = (Object.keys(noDataset) as (keyof typeof noDataset)[]).map(
    (name) => [name, said(`dataset.${name}`).trim()] as const,
  );
  return Object.fromEntries(named) as typeof noDataset; // every key of it, each a string
}

const oneOf = <Word extends string>(words: readonly Word[], said: string): Word | null =>
  words.find((word) => word === said) ?? null;

/** The list that a field names entries of; null where it names none. */
export const listOf = (field: ImportField | ""): NamedList | null =>
  field === "" ? null : (namedFields[field] ?? null);
