import { z } from "zod";
import { type FigureQuery, readFigureQuery, writeFigureQuery } from "./figure-query";
import { changeKinds } from "./vocabulary";

/** What became of a figure between two revisions of the collection.. */
export const outcomes = ["changed", "retracted", "added"] as const;
export type Outcome = (typeof outcomes)[number];

/** Filters the changes have in common with every other page; the others mean nothing here. */
const shared = ["metric", "claimant", "from", "to", "as_of"] as const;

const revision = z.string().regex(/^(0|[1-9]\d{0,14})$/);

/**
 * The filters of the changes alone. `since` and `until` are revisions of the collection and ask for what differs between
 * the two; `from` and `to` are days everywhere, those the figures are about, so they could not be called that.
 */
const own = {
  kind: z.enum(changeKinds),
  since: revision,
  until: revision,
  outcome: z.enum(outcomes),
} as const;
const ownNames = Object.keys(own) as (keyof typeof own)[]; // the keys of the literal above

export type ChangeQuery = Pick<FigureQuery, (typeof shared)[number]> & {
  readonly [Name in keyof typeof own]?: z.output<(typeof own)[Name]>;
};
export type ChangeFilterName = keyof ChangeQuery;

export type ChangeQueryReading = {
  readonly query: ChangeQuery;
  readonly unknown: readonly string[];
  readonly malformed: readonly { readonly name: ChangeFilterName; readonly value: string }[];
};

export const changeFilterNames: readonly ChangeFilterName[] = [...shared, ...ownNames];

/** Reads what the changes are asked for. Never throws: what cannot be read, or means nothing here, is named. */
export function readChangeQuery(params: URLSearchParams, known: readonly string[] = []): ChangeQueryReading {
  const reading = readFigureQuery(params, [...known, ...ownNames]);
  const query: Record<string, string> = {};
  const unknown = [...reading.unknown];
  const malformed: { name: ChangeFilterName; value: string }[] = [];
  for (const [name, value] of Object.entries(reading.query))
    if (isShared(name)) query[name] = value;
    else unknown.push(name);
  for (const { name, value } of reading.malformed)
    if (isShared(name)) malformed.push({ name, value });
    else unknown.push(name);
  for (const name of ownNames) {
    const values = params.getAll(name).filter((value) => value !== ""); // an empty box of a form is no filter
    if (values.length === 0) continue;
    const read = own[name].safeParse(values[0]);
    if (read.success && values.length === 1) query[name] = read.data;
    else malformed.push({ name, value: values.join(", ") });
  }
  return { query: query as ChangeQuery, unknown, malformed }; // each was parsed by its own schema
}

/** Writes the filters as a query string without `?`, in fixed order. */
export function writeChangeQuery(query: ChangeQuery, extra: Readonly<Record<string, string>> = {}): string {
  const { kind, since, until, outcome, ...rest } = query;
  const given = Object.entries({ kind, since, until, outcome }).filter(([, value]) => value !== undefined);
  return writeFigureQuery(rest, { ...(Object.fromEntries(given) as Record<string, string>), ...extra });
}

const isShared = (name: string): name is (typeof shared)[number] =>
  (shared as readonly string[]).includes(name);

/** Two moments to compare, as revisions of the collection; null where none are asked for or the later is not the later. */
export function readMoments(
  { since, until, as_of }: ChangeQuery,
  newest: number,
): { readonly since: number; readonly until: number } | null | "unreadable" {
  if (since === undefined) return until === undefined ? null : "unreadable";
  const moments = { since: Number(since), until: Number(until ?? as_of ?? newest) };
  return moments.since <= moments.until && moments.until <= newest ? moments : "unreadable";
}
