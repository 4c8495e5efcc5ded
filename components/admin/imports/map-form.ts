import type { FieldMap } from "@/domain/import/map";
import type { ImportField } from "@/domain/import/row";
import type { BaseMap } from "@/domain/import/rows-apart";

/** What the form of the columns shows and takes: the part of a map that it can say. The rest of the map is kept. */
export type MapForm = {
  /** By the columns of the table, in order. */
  readonly columns: readonly ColumnForm[];
  /** Where several columns hold a value: what sets the figure of each apart, by the index of its column. */
  readonly figures: Readonly<Record<number, Readonly<Partial<Record<FigureConstant, string>>>>>;
  /** The same for every row, by field. */
  readonly constants: Readonly<Partial<Record<ImportField, string>>>;
  readonly same: Readonly<Partial<Record<SameField, SameTarget>>>;
  /** Null for a download of this site. */
  readonly dataset: DatasetForm | null;
  /** Indexes of the columns that identify a row. */
  readonly key: readonly number[];
  /** Fields that the map reads in a way this form has no boxes for, left as they are. */
  readonly kept: readonly ImportField[];
};

export type ColumnForm = {
  /** What it holds; nothing of ours where empty. */
  readonly role: ImportField | "";
  readonly decimal: "" | "." | ",";
  readonly order: "" | "DMY" | "MDY" | "YMD";
  /** The kind of entry that unknown names become; where empty, their rows are refused. */
  readonly create: string;
  /** What cells mean, by how they are printed; null for nothing. */
  readonly words: Readonly<Record<string, string | null>>;
};

export type DatasetForm = {
  /** Of the dataset that is there already; empty for a new one. */
  readonly slug: string;
  readonly title: string;
  readonly publisher: string;
  readonly url: string;
  readonly lang: string;
  readonly published: string;
};

/** What may set the figures of one row apart. */
export const figureConstants = ["metric", "subject", "place", "unit", "statistic", "comparator"] as const;
export type FigureConstant = (typeof figureConstants)[number];

export const sameFields = ["period_end", "reported_on", "source_published_on"] as const;
export type SameField = (typeof sameFields)[number];
export const sameTargets = ["period_start", "period_end", "reported_on"] as const;
export type SameTarget = (typeof sameTargets)[number];

export const noColumn: ColumnForm = { role: "", decimal: "", order: "", create: "", words: {} };
export const noDataset: DatasetForm = {
  slug: "",
  title: "",
  publisher: "",
  url: "",
  lang: "en",
  published: "",
};

type Fields = BaseMap["fields"];
type OneColumn = Extract<FieldMap, { column: string }>;

const isColumn = (from: FieldMap): from is OneColumn => "column" in from;
/** Whether a constant has no reading of its own: nothing but what it is. */
const isPlain = (from: FieldMap): from is { is: string } => "is" in from && Object.keys(from).length === 1;

/** Shows a map as boxes. */
export function formOfMap(map: BaseMap, header: readonly string[]): MapForm {
  const columns = header.map(() => noColumn);
  const kept: ImportField[] = [];
  const constants: Partial<Record<ImportField, string>> = {};
  const same: Partial<Record<SameField, SameTarget>> = {};
  const figures: Record<number, Partial<Record<FigureConstant, string>>> = {};
  for (const [field, from] of entriesOf(map.fields)) {
    if (isColumn(from) && claim(field, from) !== null) continue;
    if (isPlain(from)) constants[field] = from.is;
    else if ("same" in from && isSameField(field)) same[field] = from.same;
    else kept.push(field);
  }
  for (const own of map.figures ?? []) {
    const at = own.value && isColumn(own.value) ? claim("value", own.value) : null;
    if (at === null) continue; // a figure of low and high alone stays in the map as it is
    figures[at] = Object.fromEntries(
      figureConstants.flatMap((field) => {
        const from = own[field];
        return from !== undefined && isPlain(from) ? [[field, from.is]] : [];
      }),
    );
  }
  const key = (map.key ?? []).map((name) => header.indexOf(name)).filter((at) => at >= 0);
  return { columns, figures, constants, same, dataset: datasetForm(map.dataset), key, kept };

  /** Gives a column its role, where it has none yet. @returns its index; null where it cannot */
  function claim(field: ImportField, from: OneColumn): number | null {
    const at = header.indexOf(from.column);
    if (at < 0 || columns[at] !== noColumn) return null;
    const { decimal = "", order = "", create, words = {} } = from;
    columns[at] = { role: field, decimal, order, create: create?.kind ?? "", words };
    return at;
  }
}

function datasetForm(dataset: BaseMap["dataset"]): DatasetForm | null {
  if (dataset === null) return null;
  if (dataset === undefined) return noDataset;
  const { slug, title, publisher, url, lang, published } = dataset;
  return { slug, title, publisher, url: url ?? "", lang, published: published ?? "" };
}

/**
 * The map that the boxes say, and of the base what they have no boxes for. It is yet to be checked: boxes may be left
 * empty.
 * @param freshSlug gives a dataset that is new its slug
 */
export function mapOfForm(
  form: MapForm,
  header: readonly string[],
  base: BaseMap,
  freshSlug: (title: string) => string,
): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const field of form.kept) if (base.fields[field] !== undefined) fields[field] = base.fields[field];
  for (const [field, is] of Object.entries(form.constants)) if (is !== "") fields[field] = { is };
  for (const [field, same] of Object.entries(form.same)) fields[field] = { same };
  const values = form.columns.flatMap(({ role }, at) => (role === "value" ? [at] : []));
  const several = values.length > 1;
  for (const [at, column] of form.columns.entries())
    if (column.role !== "" && !(several && column.role === "value"))
      fields[column.role] = fieldOf(column, header[at]!, base.fields[column.role]);
  const figures = several ? values.map((at) => figureAt(at)) : undefined;
  if (values.length === 1) Object.assign(fields, constantsOf(form.figures[values[0]!] ?? {}));
  const key = form.key.map((at) => header[at]!);
  const { dataset: _, key: __, fields: ___, figures: ____, ...rest } = base;
  return {
    dataset: form.dataset === null ? null : datasetOf(form.dataset, base.dataset, freshSlug),
    ...rest,
    ...(key.length > 0 ? { key } : {}),
    fields,
    ...(figures === undefined ? {} : { figures }),
  };

  function figureAt(at: number) {
    const name = header[at]!;
    const before = (base.figures ?? []).find(
      (own) => own.value && isColumn(own.value) && own.value.column === name,
    );
    const others = Object.entries(before ?? {}).filter(
      ([field, from]) =>
        field !== "value" && !(figureConstants.includes(field as FigureConstant) && isPlain(from)),
    );
    const value = fieldOf(form.columns[at]!, name, before?.value ?? base.fields.value);
    return { ...Object.fromEntries(others), ...constantsOf(form.figures[at] ?? {}), value };
  }
}

const constantsOf = (given: Readonly<Partial<Record<string, string>>>) =>
  Object.fromEntries(Object.entries(given).flatMap(([field, is]) => (is ? [[field, { is }]] : [])));

/** How a column is read; what the base says of the same column, and the form does not, is kept. */
function fieldOf(column: ColumnForm, name: string, base: FieldMap | undefined): Record<string, unknown> {
  const before = base !== undefined && isColumn(base) && base.column === name ? base : null;
  const { decimal, order, create, words } = column;
  const parent = before?.create?.kind === create ? before.create.parent : undefined;
  return {
    column: name,
    ...(before?.otherwise === undefined ? {} : { otherwise: before.otherwise }),
    ...(Object.keys(words).length === 0 ? {} : { words }),
    ...(decimal === "" ? {} : { decimal }),
    ...(order === "" ? {} : { order }),
    ...(create === "" ? {} : { create: { kind: create, ...(parent === undefined ? {} : { parent }) } }),
  };
}

function datasetOf(form: DatasetForm, base: BaseMap["dataset"], freshSlug: (title: string) => string) {
  const title = form.title.trim();
  const slug = form.slug || (base?.title === title ? base.slug : title === "" ? "" : freshSlug(title));
  return {
    slug,
    title,
    publisher: form.publisher,
    url: form.url.trim() || null,
    lang: form.lang,
    published: form.published || null,
    ...(base?.licence === undefined ? {} : { licence: base.licence }),
  };
}

const entriesOf = (fields: Fields) => Object.entries(fields) as [ImportField, FieldMap][]; // a partial record of both

const isSameField = (field: ImportField): field is SameField =>
  (sameFields as readonly ImportField[]).includes(field);
