import { slugOfTitle } from "../article";
import type { Lexicon } from "../extract/proposal";
import { unattributed } from "../figure-query";
import { agentKinds, attributionRoles, placeKinds } from "../vocabulary";
import { type ClosedField, closedFields, closedWord } from "./closed-words";
import { type DateOrder, readDate } from "./dates/read-date";
import { type FieldAnswer, longestText, nothing } from "./field-answer";
import type { FieldMap } from "./map";
import { type FindName, foldName, type NamedList, nameFinder } from "./names";
import type { ImportField, NewEntry } from "./row";

/** Fields that name an entry, by the list it is in. */
export const namedFields: Readonly<Partial<Record<ImportField, NamedList>>> = {
  metric: "metrics",
  subject: "agents",
  place: "places",
  unit: "units",
  claimant: "agents",
  relayed_by: "agents",
  publisher: "agents",
};
export const dateFields = ["period_start", "period_end", "reported_on", "source_published_on"] as const;
export const numberFields = ["value", "low", "high"] as const;

export type ReadText = (text: string) => FieldAnswer;
type Create = Extract<FieldMap, { create?: unknown }>["create"];

/** Answers are kept: a column of thirty thousand rows has few different names. */
function remembered(read: ReadText): ReadText {
  const known = new Map<string, FieldAnswer>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const answer = read(text);
    known.set(text, answer);
    return answer;
  };
}

/** Reads the name of an entry; "unattributed" names nobody on purpose. */
export function nameReader(field: ImportField, list: NamedList, names: Lexicon, create?: Create): ReadText {
  const find = nameFinder(list, names);
  return remembered((text) => {
    const name = text.trim();
    if (field === "claimant" && foldName(name) === unattributed) return { value: unattributed };
    const found = find(name);
    if (found === "ambiguous") return { rule: "ambiguous_name" };
    if (found !== null) return { value: found.slug };
    return create === undefined ? { rule: "unknown_name" } : created(list, name, create, find);
  });
}

function created(list: NamedList, name: string, create: NonNullable<Create>, find: FindName): FieldAnswer {
  if (name.length > 200) return { rule: "too_long" };
  const slug = slugOfTitle(name);
  if (slug === "source" && foldName(name) !== "source") return { rule: "unknown_name" }; // no Latin letter to make a slug of
  const there = find(slug);
  if (there !== null && there !== "ambiguous") return { value: there.slug };
  return { value: slug, creates: entryOf(list, slug, name, create) };
}

/** Countries are agents and places: the field says which is meant. */
function entryOf(
  list: NamedList,
  slug: string,
  name: string,
  { kind, parent }: NonNullable<Create>,
): NewEntry {
  const placeKind = placeKinds.find((one) => one === kind);
  if (list === "places" && placeKind !== undefined)
    return { list, slug, name, kind: placeKind, parent: parent ?? null };
  const agentKind = agentKinds.find((one) => one === kind);
  if (list === "agents" && agentKind !== undefined) return { list, slug, name, kind: agentKind };
  throw new TypeError(`the map makes a ${kind} in the list of ${list}`); // refused by importMap
}

/** Reads a chain "claimed_by:ukraine > published_by:reuters". */
export function attributionReader(names: Lexicon): ReadText {
  const find = nameFinder("agents", names);
  return remembered((text) => {
    if (foldName(text) === unattributed) return { value: unattributed };
    const links: string[] = [];
    for (const link of text.split(">").map((part) => part.trim())) {
      const [, role = "", name = ""] = /^([a-z_]+):\s*(.+)$/s.exec(link) ?? [];
      if (!attributionRoles.some((one) => one === role)) return { rule: "unknown_word" };
      const found = find(name);
      if (found === null) return { rule: "unknown_name" };
      if (found === "ambiguous") return { rule: "ambiguous_name" };
      links.push(`${role}:${found.slug}`);
    }
    return { value: links.join(" > ") };
  });
}

export const closedReader = (field: ClosedField): ReadText =>
  remembered((text) => {
    const word = closedWord[field](text);
    return word === null ? { rule: "unknown_word" } : { value: word };
  });

export const isClosed = (field: ImportField): field is ClosedField =>
  closedFields.some((one) => one === field);

/** Reads the days that a cell names: the first and the last, and how precise it is. */
export function dateReader(order: DateOrder | null) {
  const known = new Map<string, ReturnType<typeof readDate>>();
  return (text: string) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const answer = readDate(text, order);
    known.set(text, answer);
    return answer;
  };
}

/** Words that are kept as they are, the blanks around them aside. */
export const readText: ReadText = (text) => {
  const trimmed = text.trim();
  if (trimmed === "") return nothing;
  return trimmed.length > longestText ? { rule: "too_long" } : { value: trimmed };
};

/** Quotes may be of any length: they are cut from texts that are. */
export const readSentence: ReadText = (text) => ({ value: text.trim() || null });

/** A web address, byte for byte; null for anything else, which is a note. */
export const webAddress = (text: string): string | null => {
  const trimmed = text.trim();
  return /^https?:\/\/[^\s]+$/i.test(trimmed) && trimmed.length <= longestText && URL.canParse(trimmed)
    ? trimmed
    : null;
};
