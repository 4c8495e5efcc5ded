import {
  attributionRoles,
  comparators,
  dateBases,
  datePrecisions,
  languages,
  modalities,
  pers,
  ranks,
  statistics,
} from "../vocabulary";

/** What a cell of a table that leaves the site holds. Decimals travel as digits, never as floats. */
export type CellType = "text" | "word" | "decimal" | "integer" | "boolean" | "date";

export type ExportColumn = {
  readonly name: string;
  /** `word`: from a closed list or a slug; `text`: anything, so the only kind a spreadsheet could be made to run. */
  readonly type: CellType;
  /** Whether a row may lack it. */
  readonly optional: boolean;
  readonly description: string;
  /** The words it may hold, where the list is closed. */
  readonly words?: readonly string[];
};

export type Unnamed = Omit<ExportColumn, "name">;

/** Columns by name as a list of columns, in order. */
export const named = <Name extends string>(columns: Readonly<Record<Name, Unnamed>>) =>
  (Object.entries(columns) as [Name, Unnamed][]).map(([name, rest]) => ({ name, ...rest })); // the keys of the record

const column =
  (type: CellType, optional: boolean) =>
  (description: string, words?: readonly string[]): Unnamed => ({
    type,
    optional,
    description,
    ...(words === undefined ? {} : { words }),
  });

const [text, maybeText] = [column("text", false), column("text", true)];
const [word, maybeWord] = [column("word", false), column("word", true)];
const [maybeDecimal, integer, boolean, maybeDate] = [
  column("decimal", true),
  column("integer", false),
  column("boolean", false),
  column("date", true),
];

const figure = {
  figure_id: word("Stable id of the figure: one claim."),
  metric: word("Slug of what is measured."),
  metric_label: text("Name of the metric in the language asked for."),
  subject: maybeWord("Slug of the agent the value is about; never to be confused with who says it."),
  place: maybeWord("Slug of the place where the value applies."),
  value: maybeDecimal(
    "The value as stated; empty where only a range or words are stated. Empty is not zero.",
  ),
  low: maybeDecimal("Low end of a stated range."),
  high: maybeDecimal("High end of a stated range."),
  unit: word("Slug of the unit of value, low and high."),
  comparator: word("How the number is bounded.", comparators),
  cue: maybeText("The words that hedge the number, as printed."),
  statistic: word("What kind of statement about the metric the value is.", statistics),
  per: maybeWord("The unit of time of a rate.", pers),
  modality: word("How the claimant stands behind the value.", modalities),
  hearsay: boolean("Whether the text passes the number on without vouching for it (the French conditional)."),
  period_start: maybeDate("First day the value is about."),
  period_end: maybeDate("Last day the value is about."),
  period_precision: word("How precisely the period is known.", datePrecisions),
  period_basis: word("How the period is known.", dateBases),
  reported_on: maybeDate("Day the claim was made public; the first where only a longer stretch is known."),
  reported_on_basis: word("How that day is known.", dateBases),
  claimant: word("Slug of who claims or estimates the value; unattributed where the text names nobody."),
  attribution: word(
    `Who said it, who passed it on, who printed it, in order: role:agent links (${attributionRoles.join(", ")}) joined by " > ".`,
  ),
  sentence: text(
    "The exact sentence the figure was taken from; or, where sentence_lang is empty, the row of a dataset it stands in: its cells as RFC 4180 writes them, which is no quotation.",
  ),
  sentence_lang: maybeWord("Language of the sentence; empty for a row of a dataset.", languages),
  number_start: integer("Where the number begins in the sentence or row, in UTF-16 units from 0."),
  number_end: integer("Where the number ends in the sentence or row, in UTF-16 units, exclusive."),
  mentions: integer("How many sentences and rows state the claim."),
  source_id: word("Slug of the text or dataset it stands in."),
  source_title: text("Title of that text."),
  publisher: word("Slug of the agent that published it."),
  source_url: maybeText("Address of that text, where it has one."),
  source_published_on: maybeDate(
    "Day that text was published; the first where only a longer stretch is known.",
  ),
  rank: word("Which of several figures to prefer.", ranks),
  status: word("Whether the figure stands.", ["published", "retracted"]),
  revision: integer("Number of the figure's own revision shown, from 1."),
  figure_url: word("Permanent page of the figure."),
} satisfies Record<string, Unnamed>;

export type FigureExportColumn = keyof typeof figure;

/** The columns of every tabular format, in order (DESIGN §5). One table: header, schemas and types come from here. */
export const figureExportColumns = named<FigureExportColumn>(figure);
