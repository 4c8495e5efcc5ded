import { agentKinds, dateBases, datePrecisions, languages, metricGroups, metricKinds } from "../vocabulary";
import { type CellType, type ExportColumn, named, type Unnamed } from "./columns";

const column =
  (type: CellType, optional = false) =>
  (description: string, words?: readonly string[]): Unnamed => ({
    type,
    optional,
    description,
    ...(words === undefined ? {} : { words }),
  });

const [text, maybeText] = [column("text"), column("text", true)];
const [word, maybeWord] = [column("word"), column("word", true)];
const [maybeInteger, maybeDate] = [column("integer", true), column("date", true)];

/** The columns of the lists that figures refer to. One table: headers, schemas and types come from here. */
export const listColumns = {
  metrics: named({
    metric_id: word("Slug of the metric, as figures name it."),
    name_fr: text("Its name in French."),
    name_en: text("Its name in English."),
    definition_fr: text("What counts and what does not, in French."),
    definition_en: text("What counts and what does not, in English."),
    group: word("The shelf it stands on.", metricGroups),
    kind: word("What kind of quantity it is.", metricKinds),
    unit: word("Slug of its own unit; a figure may be stated in another."),
    unit_name_fr: text("Name of that unit in French."),
    unit_name_en: text("Name of that unit in English."),
    longest_silence_days: maybeInteger("Days after which a value that stands is no longer taken to."),
  }),
  agents: named({
    agent_id: word("Slug of the agent, as figures name it."),
    name_fr: text("Its name in French."),
    name_en: text("Its name in English."),
    kind: word("What kind of agent it is.", agentKinds),
    side: maybeWord("Slug of the agent whose side it is on."),
  }),
  sources: named({
    source_id: word("Slug of the source, as figures name it."),
    title: text("Its title."),
    publisher: word("Slug of the agent that published it."),
    author: maybeText("Who signed it."),
    url: maybeText("Its address, where it has one."),
    archived_url: maybeText("Where a copy of it is kept."),
    published_start: maybeDate("First day it can have been published."),
    published_end: maybeDate("Last day it can have been published."),
    published_precision: word("How precisely that day is known.", datePrecisions),
    published_basis: word("How that day is known.", dateBases),
    lang: word("Its language.", languages),
    licence_note_fr: text("On what terms it may be quoted, in French."),
    licence_note_en: text("On what terms it may be quoted, in English."),
  }),
} as const satisfies Record<string, readonly ExportColumn[]>;

export type ListKind = keyof typeof listColumns;
