import type { EntryField } from "@/components/admin/lists/entry-field";
import { readingWords } from "@/components/admin/reading/reading-words";
import type { Reader } from "@/db/client";
import { findAgentEntry, findMetricEntry, findPlaceEntry, findUnitEntry } from "@/db/queries/find-entry";
import { findEventEntry } from "@/db/queries/find-event-entry";
import { listArticles } from "@/db/queries/list-articles";
import { listDeskChoices } from "@/db/queries/list-desk-choices";
import type { List } from "@/domain/lists";
import {
  agentKinds,
  dateBases,
  datePrecisions,
  type Locale,
  metricGroups,
  metricKinds,
  placeKinds,
} from "@/domain/vocabulary";
import { deskMessagesOf } from "@/messages/desk";
import { messagesOf } from "@/messages/messages";

export type EntryToEdit = { readonly fields: readonly EntryField[]; readonly rowVersion: number };
type Choices = readonly (readonly [string, string])[];
type Values = Readonly<Record<string, unknown>>;

/** The form of an entry, filled in; of a new one where `slug` is null. Null where there is no such entry. */
export async function listFields(
  db: Reader,
  list: List,
  slug: string | null,
  locale: Locale,
): Promise<EntryToEdit | null> {
  const found = slug === null ? {} : await findEntry[list](db, slug);
  if (found === null) return null;
  const values = flat(found);
  const isNew = slug === null;
  const wanted = await boxesOf(db, list, locale, isNew);
  const { field: labels } = deskMessagesOf(locale).lists;
  const fields = wanted.map(([name, kind, choices]): EntryField => {
    const value = values[name];
    return {
      ...{ name, kind, choices, label: labels[name.replaceAll(".", "_") as keyof typeof labels] },
      values: Array.isArray(value)
        ? kind === "lines"
          ? [value.join("\n")]
          : value.map(String)
        : [shown(value, locale)],
      required:
        /^(name|symbol|definition)\./.test(name) ||
        ["source", "sentence", "words", "date.start"].includes(name),
      lang: /\.(fr|en)$/.exec(name)?.[1],
    };
  });
  return { fields, rowVersion: Number(values.rowVersion ?? 1) };
}

const findEntry: Record<List, (db: Reader, slug: string) => Promise<Values | null>> = {
  agents: findAgentEntry,
  places: findPlaceEntry,
  units: findUnitEntry,
  metrics: findMetricEntry,
  events: findEventEntry,
};

const shown = (value: unknown, locale: Locale): string =>
  value == null ? "" : locale === "fr" ? String(value).replace(/^(-?\d+)\.(\d+)$/, "$1,$2") : String(value);

/** `{ name: { fr, en } }` as `name.fr` and `name.en`. */
function flat(values: Values, before = ""): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      value !== null && typeof value === "object" && !Array.isArray(value)
        ? Object.entries(flat(value as Values, `${before}${name}.`))
        : [[before + name, value]],
    ),
  );
}

type Box = readonly [name: string, kind: EntryField["kind"], choices?: Choices];

async function boxesOf(db: Reader, list: List, locale: Locale, isNew: boolean): Promise<readonly Box[]> {
  const { lists } = deskMessagesOf(locale);
  const { group, kind } = messagesOf(locale);
  const reading = readingWords(locale);
  const choices = await listDeskChoices(db);
  const none = ["", lists.none] as const;
  const named = (rows: readonly { slug: string; name: Record<Locale, string> }[]): Choices =>
    rows.map(({ slug, name }) => [slug, name[locale]] as const);
  const from = <T extends string>(tuple: readonly T[], words: Readonly<Record<T, string>>): Choices =>
    tuple.map((one) => [one, words[one]]);
  const both = (name: string, box: EntryField["kind"] = "line"): Box[] => [
    [`${name}.fr`, box],
    [`${name}.en`, box],
  ];
  const slug: Box[] = isNew ? [["slug", "line"]] : [];
  const aliases: Box[] = isNew && list !== "agents" ? [] : [["aliases", "lines"]];
  switch (list) {
    case "agents":
      return [
        ...both("name"),
        ...both("inSentence"),
        ["kind", "choice", from(agentKinds, reading.newAgent.kinds)],
        ["side", "choice", [none, ...named(choices.agents)]],
        ...aliases,
        ...slug,
      ];
    case "places":
      return [
        ...both("name"),
        ["kind", "choice", from(placeKinds, lists.placeKinds)],
        ["parent", "choice", [none, ...named(choices.places)]],
        ...aliases,
        ...slug,
      ];
    case "units":
      return [...both("name"), ...both("symbol"), ...aliases, ...slug];
    case "metrics":
      return [
        ...both("name"),
        ...both("definition", "text"),
        ["group", "choice", from(metricGroups, group)],
        ["kind", "choice", from(metricKinds, kind)],
        ["unit", "choice", named(choices.units)],
        ["allowedUnits", "checks", named(choices.units)],
        ["plausibleLow", "number"],
        ["plausibleHigh", "number"],
        ["longestSilenceDays", "number"],
        ["position", "number"],
        ...slug,
      ];
    case "events":
      return [
        ...both("name"),
        ["date.start", "day"],
        ["date.end", "day"],
        [
          "date.precision",
          "choice",
          from(
            datePrecisions.filter((one) => one !== "unknown"),
            reading.precisions,
          ),
        ],
        ["date.basis", "choice", from(dateBases, reading.bases)],
        ...both("date.reasoning", "text"),
        ["place", "choice", [none, ...named(choices.places)]],
        ...(isNew ? await sentenceBoxes(db) : []),
        ...slug,
      ];
  }
}

async function sentenceBoxes(db: Reader): Promise<Box[]> {
  const { articles } = await listArticles(db, { size: 500 });
  return [
    ["source", "choice", articles.map(({ slug, title }) => [slug, title] as const)],
    ["sentence", "text"],
    ["words", "line"],
  ];
}
