import { z } from "zod";
import { agentInput, day, metricInput, placeInput, slug, unitInput } from "../inputs";
import { agentKinds, changeKinds, languages, placeKinds } from "../vocabulary";
import { wrongMetric } from "../wrong-metric";
import { importFields } from "./row";
import { delimiters, tableEncodings } from "./table-facts";

/** How a table is read into figures: what each column means, once for the whole file (docs/importing.md, "Maps"). */

const words = z.string().trim().min(1).max(4000);
/** A column by its name, as the first row has it. */
const column = z.string().trim().min(1);

/** How cells become the value of a field, whatever says which cells. */
const reading = {
  /** What cells mean that are no name, number or word we know; "" stands for an empty cell, null for nothing. */
  words: z.record(z.string(), z.string().nullable()).optional(),
  /** What becomes of a cell that cannot be read: the row is refused, or the field left empty. */
  otherwise: z.enum(["refuse", "empty"]).optional(),
  /** An unknown agent or place becomes a new entry of this kind. */
  create: z
    .strictObject({ kind: z.enum([...agentKinds, ...placeKinds]), parent: slug.optional() })
    .optional(),
  /** The mark that sets off decimals, where the column leaves it open. */
  decimal: z.enum([".", ","]).optional(),
  /** The order of day, month and year, where the column leaves it open. */
  order: z.enum(["YMD", "DMY", "MDY"]).optional(),
  /** Often asked for, and refused with a reason. */
  scale: z.never().optional(),
};

const oneColumn = z.strictObject({ column, ...reading });
const severalColumns = z.strictObject({
  columns: z.array(column).min(1),
  join: z.string().optional(),
  ...reading,
});
/** The same for every row. */
const constant = z.strictObject({ is: z.string(), ...reading });
/** What another field of the same figure says. */
const another = z.strictObject({ same: z.enum(["period_start", "period_end", "reported_on"]) });

const notAField = 'must be a column ("Date"), {"column": …}, {"columns": […]}, {"is": …} or {"same": …}';
/** The database holds the number where it stands to the value it is taken for: 1500 is never 1 500 000. */
const noScale =
  'takes no scale: a figure says what is printed, and 1500 in a column of thousands is 1500. Map "unit" to a unit that is the thousand ({"is": "thousand-tonnes"}), brought along in lists.units where nobody has it yet';

/** A bare string is the name of a column. */
const shorthand = column.transform((name): z.output<typeof oneColumn> => ({ column: name }));
const fieldMap = z.union([shorthand, oneColumn, severalColumns, constant, another], {
  error: ({ input }) =>
    typeof input === "object" && input !== null && "scale" in input ? noScale : notAField,
});
const fields = z.partialRecord(z.enum(importFields), fieldMap);

const listed = {
  units: z.array(unitInput).optional(),
  agents: z.array(agentInput).optional(),
  places: z.array(placeInput).optional(),
  metrics: z.array(metricInput).optional(),
};

export const importMap = z
  .strictObject({
    /** What the table is as a source; null for a download of this site. */
    dataset: z
      .strictObject({
        slug,
        title: words,
        publisher: slug,
        url: z.url({ protocol: /^https?$/, error: "must be a web address or null" }).nullable(),
        lang: z.enum(languages),
        published: day.nullable(),
        licence: words.optional(),
      })
      .nullable(),
    /** How the file itself is read, where that is not found out. */
    table: z
      .strictObject({
        sheet: z.string().optional(),
        headerRow: z.int().positive().optional(),
        encoding: z.enum(tableEncodings).optional(),
        delimiter: z.enum(delimiters).optional(),
      })
      .optional(),
    /** Rows to take; all rules must hold. Cells are compared as printed, spaces at their ends aside. */
    only: z
      .array(
        z.union([
          z.strictObject({ column, in: z.array(z.string()) }),
          z.strictObject({ column, not: z.array(z.string()) }),
        ]),
      )
      .optional(),
    /** Words that say a cell is empty: "n/a". */
    empty: z.array(z.string()).optional(),
    /** The columns that identify a row in any version of the file; by default, all but what it says of the value. */
    key: z.array(column).min(1).optional(),
    fields,
    /** Each adds to `fields` for one more figure of the same row; absent, a row is one figure. */
    figures: z.array(fields).min(1).optional(),
    /** What the collection must know first; what it has already, by slug, is left as it is. */
    lists: z.strictObject(listed).optional(),
    /** Why figures change where the file does: it knows more, or had been wrong. */
    change: z.enum(changeKinds).extract(["revision", "correction"]).optional(),
  })
  .superRefine((map, context) => {
    for (const { path, message } of [...wrongFields(map), ...wrongLists(map.lists)])
      context.addIssue({ code: "custom", path, message });
  });

export type ImportMap = z.output<typeof importMap>;
export type FieldMap = z.output<typeof fieldMap>;
export type FieldMaps = z.output<typeof fields>;

type Fields = Readonly<Partial<Record<string, FieldMap>>>;
type Wrong = { readonly path: (string | number)[]; readonly message: string };

/** Entries that the database would not take: said before a row is read, not when the first is written. */
function wrongLists(lists: z.output<z.ZodObject<typeof listed>> = {}): Wrong[] {
  const contradictions = (lists.metrics ?? []).flatMap((metric, index) =>
    wrongMetric(metric).map(({ field, message }) => ({
      path: ["lists", "metrics", index, field],
      message,
    })),
  );
  const repeated = Object.entries(lists).flatMap(([list, entries = []]) =>
    entries.flatMap(({ slug: one }, index) =>
      entries.findIndex((other) => other.slug === one) < index
        ? [{ path: ["lists", list, index, "slug"], message: `${one} is in the list already` }]
        : [],
    ),
  );
  const marks = (lists.agents ?? []).flatMap(({ mark }, index, all) =>
    mark !== null && all.findIndex((other) => other.mark === mark) < index
      ? [
          {
            path: ["lists", "agents", index, "mark"],
            message: `another agent of the list has the mark ${mark}`,
          },
        ]
      : [],
  );
  return [...contradictions, ...repeated, ...marks];
}

/** What no figure can do without, and what its form rules out. */
function wrongFields(map: { dataset: unknown; fields: Fields; figures?: Fields[] | undefined }): Wrong[] {
  const misplacedOnes = [
    ...misplaced(map.fields, ["fields"]),
    ...(map.figures ?? []).flatMap((own, index) => misplaced(own, ["figures", index])),
  ];
  if (map.dataset === null) return misplacedOnes;
  const figures = map.figures ?? [{}];
  const missing = figures.flatMap((own, index) =>
    lacking({ ...map.fields, ...own }, map.figures === undefined ? ["fields"] : ["figures", index]),
  );
  return [...missing, ...misplacedOnes];
}

function lacking(fields: Fields, path: (string | number)[]): Wrong[] {
  const needs = (names: readonly string[], message: string) =>
    names.some((name) => fields[name] !== undefined) ? [] : [{ path, message }];
  return [
    ...needs(["metric"], "metric is missing: what is measured"),
    ...needs(["value", "low", "high"], "value, low or high is missing: which column holds the number"),
    ...needs(
      ["period_start"],
      'period_start is missing: when the value held ({"is": ""} where it is not known)',
    ),
    ...needs(
      ["claimant", "attribution"],
      'claimant is missing: who says it ({"is": "unattributed"} where nobody is named)',
    ),
    ...(fields.figure_id === undefined
      ? []
      : [{ path, message: "figure_id names figures of this site: only a download of it has that column" }]),
  ];
}

const agentFields = ["subject", "claimant", "relayed_by", "publisher"];
const sameFields = ["period_end", "reported_on", "source_published_on"];

function misplaced(fields: Fields, path: (string | number)[]): Wrong[] {
  return Object.entries(fields).flatMap(([field, from]) => {
    if (from === undefined) return [];
    const wrong = (message: string) => [{ path: [...path, field], message }];
    if (["value", "low", "high"].includes(field) && !("column" in from))
      return wrong("must be one column: the number is shown where it stands");
    if ("same" in from)
      return sameFields.includes(field)
        ? []
        : wrong(`only ${sameFields.join(", ")} can be the same as another`);
    if (from.create === undefined) return [];
    const { kind } = from.create;
    if (agentFields.includes(field) && agentKinds.some((one) => one === kind)) return [];
    if (field === "place" && placeKinds.some((one) => one === kind)) return [];
    return wrong("create makes agents and places only, each of one of their own kinds");
  });
}
