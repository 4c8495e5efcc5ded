import { and, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Figure } from "@/domain/figure";
import type { Reader } from "../client";
import { figures, figureRevisions as revisions } from "../schema/figures";
import { publications } from "../schema/publications";
import { shownAt } from "./figure-rows";
import { toFigures } from "./list-figures";
import { rowsOfPublications } from "./rows-of-publications";

/**
 * Figures that were read before, by the key of their publication. What is published never changes, so that they stand
 * as long as the names in them do: whoever remembers them forgets them with `namesState` (current-state.ts).
 */
export type RememberedFigures = {
  get(publication: number): KeyedFigure | undefined;
  set(publication: number, figure: KeyedFigure): void;
};

/** A figure and its key in the database. */
export type KeyedFigure = { readonly key: number; readonly figure: Figure };

export const noneRemembered: RememberedFigures = { get: () => undefined, set: () => {} };

/** The figures of publications shown at a revision, in time order. */
export async function figuresOfPublications(
  ...asked: Parameters<typeof figuresByPublication>
): Promise<Figure[]> {
  return [...(await figuresByPublication(...asked)).values()].sort(byTime);
}

/**
 * The same by their publications. Of those that are remembered only what else replaces them is asked for, the one thing
 * about a figure that others decide.
 */
export async function figuresByPublication(
  db: Reader,
  ids: readonly number[],
  revision: number,
  remembered: RememberedFigures = noneRemembered,
): Promise<Map<number, Figure>> {
  const before = ids.map((id) => [id, remembered.get(id)] as const);
  const missing = before.flatMap(([id, known]) => (known === undefined ? [id] : []));
  const rows = await rowsOfPublications(db, revision, missing);
  const read = new Map<number, KeyedFigure>();
  for (const [at, figure] of (await toFigures(db, rows)).entries()) {
    const row = rows[at]!; // one for each figure
    const keyed = { key: row.revision.figureId, figure };
    read.set(row.publication.id, keyed);
    remembered.set(row.publication.id, keyed);
  }
  const keys = before.flatMap(([, known]) => (known === undefined ? [] : [known.key]));
  const replaced = await replacedAmong(db, keys, revision);
  return new Map(
    before.map(([id, known]) => [
      id,
      known === undefined ? read.get(id)!.figure : replacedBy(known.figure, replaced.get(known.key) ?? null),
    ]),
  );
}

const replacedBy = (figure: Figure, supersededBy: string | null): Figure =>
  figure.supersededBy === supersededBy ? figure : { ...figure, supersededBy };

const replacing = alias(revisions, "replacing");

/** Of some figures those replaced by another that is shown at the revision, and the public id of that. */
async function replacedAmong(
  db: Reader,
  keys: readonly number[],
  revision: number,
): Promise<ReadonlyMap<number, string>> {
  if (keys.length === 0) return new Map();
  const rows = await db
    .select({ key: replacing.supersedesId, by: sql<string>`min(${figures.publicId} collate "C")` })
    .from(replacing)
    .innerJoin(publications, and(eq(publications.revisionId, replacing.id), shownAt(revision)))
    .innerJoin(figures, eq(figures.id, publications.figureId))
    .where(sql`${replacing.supersedesId} = any(${`{${keys.join()}}`}::int[])`)
    .groupBy(replacing.supersedesId);
  return new Map(rows.map(({ key, by }) => [key!, by])); // among those asked for
}

const longAgo = "0001-01-01";
const keyOf = ({ period, reportedOn, id }: Figure): string =>
  `${period.start ?? reportedOn.start ?? longAgo} ${id}`;

/** As they follow each other in time, of one day by their public ids: as `timeOrder` does in the database. */
function byTime(one: Figure, other: Figure): number {
  const [a, b] = [keyOf(one), keyOf(other)];
  return a < b ? -1 : a > b ? 1 : 0;
}
