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
  get(publication: number): Figure | undefined;
  set(publication: number, figure: Figure): void;
};

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
  const found = new Map(ids.map((id) => [id, remembered.get(id)]));
  const missing = ids.filter((id) => found.get(id) === undefined);
  const read = await toFigures(db, await rowsOfPublications(db, revision, missing));
  for (const [at, figure] of read.entries()) remembered.set(missing[at]!, figure);
  const replaced = missing.length < ids.length ? await replacedAmong(db, ids, revision) : null;
  const fresh = new Map(read.map((figure, at) => [missing[at]!, figure]));
  return new Map(
    [...found].map(([id, figure]) => [
      id,
      figure === undefined ? fresh.get(id)! : replacedBy(figure, replaced?.get(id) ?? null),
    ]),
  );
}

const replacedBy = (figure: Figure, supersededBy: string | null): Figure =>
  figure.supersededBy === supersededBy ? figure : { ...figure, supersededBy };

const replacing = alias(revisions, "replacing");
const replacingFigures = alias(figures, "replacing_figures");

/** Of some publications those whose figure is replaced by another that is shown at the revision: the public id of that. */
async function replacedAmong(
  db: Reader,
  ids: readonly number[],
  revision: number,
): Promise<ReadonlyMap<number, string>> {
  const some = db
    .select({ id: sql<number>`${publications.id}`.as("some_id"), figureId: publications.figureId })
    .from(publications)
    .where(sql`${publications.id} = any(${`{${ids.join()}}`}::int[])`)
    .as("some");
  const rows = await db
    .select({ id: some.id, by: sql<string>`min(${replacingFigures.publicId} collate "C")` })
    .from(some)
    .innerJoin(replacing, eq(replacing.supersedesId, some.figureId))
    .innerJoin(publications, and(eq(publications.revisionId, replacing.id), shownAt(revision)))
    .innerJoin(replacingFigures, eq(replacingFigures.id, publications.figureId))
    .groupBy(some.id);
  return new Map(rows.map(({ id, by }) => [id, by]));
}

const longAgo = "0001-01-01";
const keyOf = ({ period, reportedOn, id }: Figure): string =>
  `${period.start ?? reportedOn.start ?? longAgo} ${id}`;

/** As they follow each other in time, of one day by their public ids: as `timeOrder` does in the database. */
function byTime(one: Figure, other: Figure): number {
  const [a, b] = [keyOf(one), keyOf(other)];
  return a < b ? -1 : a > b ? 1 : 0;
}
