import { and, asc, eq, sql } from "drizzle-orm";
import { groupBy } from "@/domain/import/group-by";
import type { DatasetRow } from "@/domain/import/match-rows";
import type { FigureInput } from "@/domain/inputs";
import type { Status } from "@/domain/vocabulary";
import type { Reader } from "../client";
import { figures, figureRevisions as revisions } from "../schema/figures";
import { datasetRows } from "../schema/imports";
import { openEnd, publications } from "../schema/publications";
import { sources } from "../schema/sources";
import { figureInputsOf } from "./figure-inputs";
import { inList } from "./json-list";

/** The rows of datasets by `homeKey`, in the order of their occurrence. @param homes slugs of the datasets */
export async function findDatasetRows(
  db: Reader,
  homes: Iterable<string>,
): Promise<Map<string, (DatasetRow & { readonly home: string; readonly key: string })[]>> {
  const rows = await db
    .select({
      home: sources.slug,
      key: datasetRows.key,
      occurrence: datasetRows.occurrence,
      figureId: datasetRows.figureId,
      content: datasetRows.content,
    })
    .from(datasetRows)
    .innerJoin(sources, eq(sources.id, datasetRows.sourceId))
    .where(sql`${sources.slug} in ${inList(homes)}`)
    .orderBy(asc(datasetRows.occurrence));
  return groupBy(rows, ({ home, key }) => homeKey(home, key));
}

/** One name for a key within a dataset. */
export const homeKey = (home: string, key: string): string => `${home} ${key}`;

/** A figure that is there already, as far as an import asks. */
export type KnownFigure = {
  readonly id: number;
  readonly publicId: string;
  readonly status: Status;
  readonly rowVersion: number;
  readonly publishedRevisionId: number | null;
  readonly draftRevisionId: number | null;
  /** The newest of its states, whatever became of it, and that state's number. */
  readonly newestRevisionId: number;
  readonly newestNumber: number;
  /** Why it was retracted; null where it was not. */
  readonly retracted: string | null;
};

/** Figures by key or by public id. */
export async function findKnownFigures(
  db: Reader,
  wanted: { ids: Iterable<number> } | { publicIds: Iterable<string> },
): Promise<KnownFigure[]> {
  const those =
    "ids" in wanted
      ? sql`${figures.id} in ${inList(wanted.ids, "int")}`
      : sql`${figures.publicId} in ${inList(wanted.publicIds)}`;
  const newest = db
    .selectDistinctOn([revisions.figureId], {
      figureId: revisions.figureId,
      id: revisions.id,
      number: revisions.number,
    })
    .from(revisions)
    .innerJoin(figures, eq(figures.id, revisions.figureId))
    .where(those)
    .orderBy(revisions.figureId, sql`${revisions.number} desc`)
    .as("newest");
  return db
    .select({
      id: figures.id,
      publicId: figures.publicId,
      status: figures.status,
      rowVersion: figures.rowVersion,
      publishedRevisionId: figures.publishedRevisionId,
      draftRevisionId: figures.draftRevisionId,
      newestRevisionId: newest.id,
      newestNumber: newest.number,
      retracted: publications.reason,
    })
    .from(figures)
    .innerJoin(newest, eq(newest.figureId, figures.id))
    .leftJoin(
      publications,
      and(
        eq(publications.figureId, figures.id),
        eq(publications.knownToRev, openEnd),
        eq(publications.status, "retracted"),
      ),
    )
    .where(those);
}

/** What an import builds a change on: the draft, else what readers see, else the state that was laid aside. */
export const presentRevision = (figure: KnownFigure): number =>
  figure.draftRevisionId ?? figure.publishedRevisionId ?? figure.newestRevisionId;

/** As many as are read at once: attributions are told apart by looking through all that were read together. */
const atOnce = 500;

/** The present states of figures, by the key of the figure. */
export async function findPresentStates(
  db: Reader,
  known: readonly KnownFigure[],
): Promise<Map<number, FigureInput>> {
  const found = new Map<number, FigureInput>();
  for (let from = 0; from < known.length; from += atOnce) {
    const some = known.slice(from, from + atOnce);
    const inputs = await figureInputsOf(db, some.map(presentRevision));
    for (const figure of some) found.set(figure.id, inputs.get(presentRevision(figure))!); // a foreign key led here
  }
  return found;
}
