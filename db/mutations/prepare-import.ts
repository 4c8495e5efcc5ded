import { and, desc, eq, isNotNull } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { z } from "zod";
import { defaultLicenceNote } from "@/domain/article";
import { reportClaim } from "@/domain/import/figure-of-content";
import { importAsRead } from "@/domain/import/inputs";
import type { ImportMap } from "@/domain/import/map";
import type { NewEntry } from "@/domain/import/row";
import { importRules } from "@/domain/import/rules";
import type { Editor } from "@/domain/permission";
import type { Refusal, Result } from "@/domain/result";
import { findMapProblems, type MapProblem, slugsIn } from "../queries/map-problems";
import { agents } from "../schema/agents";
import { anchors } from "../schema/figures";
import { importRows, imports } from "../schema/imports";
import { metrics, units } from "../schema/metrics";
import { places } from "../schema/places";
import { sources, sourceVersions } from "../schema/sources";
import { dateColumns } from "./date-columns";
import { idsBySlug } from "./ids";
import { type ImportRow, refuseState } from "./import-as-read";
import { mutation, Refused, type Writer } from "./mutation";
import { recordAgents } from "./record-agents";
import { recordMetrics, recordUnits } from "./record-metrics";
import { recordPlaces } from "./record-places";
import { keepInHand } from "./work-on-import";
import { sha256Of } from "./write-source-version";

const input = importAsRead.extend({
  /** Agents and places that rows name and no list knows. */
  entries: z.array(z.custom<NewEntry>((value) => typeof value === "object" && value !== null, "is no entry")),
  /** The names of the columns as RFC 4180 writes them, where rows of the table are to be kept; else null. */
  header: z.string().min(1).nullable(),
});

/**
 * Records what the figures of an import need: the lists of its map, what its rows name besides, the table as a source,
 * and a version of it for its rows. What is there already is left as it is.
 * @returns the number of the version; null where no row is kept
 */
export const prepareImport = mutation(
  ["record", "describe"],
  "prepare_import",
  input,
  async (tx, { entries, header, ...work }, editor) => {
    const row = await keepInHand(tx, work);
    const { dataset = null, lists } = row.map ?? {};
    if (row.map !== null) refuseMap(await findMapProblems(tx, row.map, header !== null));
    if (lists !== undefined) await recordLists(tx, editor, lists);
    await recordEntries(tx, editor, entries);
    const version =
      dataset === null ? null : await recordDataset(tx, { row, dataset, header, authorId: editor.id });
    return {
      value: { version },
      entity: `import:${row.publicId}`,
      after: { dataset: dataset?.slug ?? null, version, entries: entries.map(({ slug }) => slug) },
    };
  },
);

/** The check says the same of the same map; here it is held against what the collection has become since. */
function refuseMap(problems: readonly MapProblem[]): void {
  if (problems.length === 0) return;
  const fields = problems.map(({ rule, key, says }) => [`map.${key}`, [`${importRules[rule]} ${says}`]]);
  throw new Refused({ kind: "invalid", fields: Object.fromEntries(fields) });
}

type Lists = NonNullable<ImportMap["lists"]>;

async function recordLists(tx: Writer, editor: Editor, lists: Lists): Promise<void> {
  const { units: u = [], agents: a = [], places: p = [], metrics: m = [] } = lists;
  const those = {
    units: await missing(tx, units, units.slug, u),
    agents: await missing(tx, agents, agents.slug, a),
    places: await missing(tx, places, places.slug, p),
    metrics: await missing(tx, metrics, metrics.slug, m),
  };
  if (those.units.length > 0) done(await recordUnits(tx, editor, those.units));
  if (those.agents.length > 0) done(await recordAgents(tx, editor, those.agents));
  if (those.places.length > 0) done(await recordPlaces(tx, editor, those.places));
  if (those.metrics.length > 0) done(await recordMetrics(tx, editor, those.metrics));
}

async function recordEntries(tx: Writer, editor: Editor, entries: readonly NewEntry[]): Promise<void> {
  const both = (words: string) => ({ fr: words, en: words });
  await recordLists(tx, editor, {
    agents: entries.flatMap((one) =>
      one.list === "agents"
        ? [
            {
              ...{ slug: one.slug, name: both(one.name), kind: one.kind },
              ...{ inSentence: null, side: null, mark: null, aliases: [] },
            },
          ]
        : [],
    ),
    places: entries.flatMap(({ slug, name, ...one }) =>
      one.list === "places" ? [{ slug, name: both(name), kind: one.kind, parent: one.parent }] : [],
    ),
  });
}

/** Those that no entry has the slug of: an import overwrites none. */
async function missing<T extends { slug: string }>(
  tx: Writer,
  table: PgTable,
  slug: PgColumn,
  entries: readonly T[],
): Promise<T[]> {
  const there = await slugsIn(
    tx,
    table,
    slug,
    entries.map((one) => one.slug),
  );
  return entries.filter((one) => !there.has(one.slug));
}

/** A verb within a verb: refused, it refuses the whole. */
function done<T>(result: Result<T, Refusal>): void {
  if (!result.ok) throw new Refused(result.refusal);
}

type Recording = {
  readonly row: ImportRow;
  readonly dataset: NonNullable<ImportMap["dataset"]>;
  readonly header: string | null;
  readonly authorId: string;
};

async function recordDataset(tx: Writer, { row, dataset, header, authorId }: Recording) {
  const { slug, title, publisher, url, lang, published, licence } = dataset;
  const agentId = await idsBySlug(tx, "agents", [publisher], "map.dataset.publisher");
  const note = licence === undefined ? defaultLicenceNote : { fr: licence, en: licence };
  await tx
    .insert(sources)
    .values({
      ...{ slug, title, url, lang, publisherId: agentId(publisher) },
      ...{ licenceNoteFr: note.fr, licenceNoteEn: note.en },
      ...dateColumns("published", reportClaim({ reported_on: published })),
    })
    .onConflictDoNothing({ target: sources.slug });
  const [source] = await tx.select().from(sources).where(eq(sources.slug, slug)).for("update");
  const sourceId = source!.id; // inserted above, or there before
  await tx.update(imports).set({ sourceId }).where(eq(imports.id, row.id));
  return header === null ? null : datasetVersion(tx, { row, sourceId, header, authorId });
}

type VersionFacts = { row: ImportRow; sourceId: number; header: string; authorId: string };

/** The version whose records are this file's rows: of an earlier attempt, or a new one. */
async function datasetVersion(
  tx: Writer,
  { row, sourceId, header, authorId }: VersionFacts,
): Promise<number> {
  const [newest] = await tx
    .select({ number: sourceVersions.number, extent: sourceVersions.extent })
    .from(sourceVersions)
    .where(eq(sourceVersions.sourceId, sourceId))
    .orderBy(desc(sourceVersions.number))
    .limit(1);
  if (newest !== undefined && newest.extent !== "records")
    throw refuseState("named as a text that is no table");
  const [begun] = await tx
    .select({ number: sourceVersions.number })
    .from(importRows)
    .innerJoin(anchors, and(eq(anchors.revisionId, importRows.revisionId), isNotNull(anchors.recordId)))
    .innerJoin(sourceVersions, eq(sourceVersions.id, anchors.sourceVersionId))
    .where(and(eq(importRows.importId, row.id), eq(sourceVersions.documentSha256, row.sha256)))
    .orderBy(desc(sourceVersions.number))
    .limit(1);
  if (begun !== undefined) return begun.number;
  const number = (newest?.number ?? 0) + 1;
  await tx.insert(sourceVersions).values({
    ...{ sourceId, number, extent: "records", text: header, sha256: sha256Of(header), authorId },
    ...{ documentSha256: row.sha256, documentName: row.fileName },
  });
  return number;
}
