import { eq, sql } from "drizzle-orm";
import type { FigureInput } from "@/domain/inputs";
import { newPublicId } from "@/domain/new-public-id";
import type { ChangeKind } from "@/domain/vocabulary";
import { inList } from "../queries/json-list";
import { anchors, attributions, figureRevisions, figures } from "../schema/figures";
import { records, sources, sourceVersions } from "../schema/sources";
import { dateColumns } from "./date-columns";
import { figuresById, idsBySlug } from "./ids";
import { insertRows } from "./insert-rows";
import type { Writer } from "./mutation";

/** One state of a figure, checked by whoever hands it over; each mention says its version. */
export type StateToWrite = {
  readonly input: FigureInput;
  /** The figure it is a state of, and the number of its newest; null for a new figure. */
  readonly known: { readonly id: number; readonly newestNumber: number } | null;
  readonly change: ChangeKind;
  readonly changeReason: string | null;
};

export type WrittenState = {
  readonly publicId: string;
  readonly figureId: number;
  readonly revisionId: number;
};

type Mention = FigureInput["mentions"][number];

/**
 * Writes many states at once, by a handful of statements, and leaves the figures' pointers to the caller. A public id
 * that is taken is drawn anew. @returns one for each, in their order
 */
export async function writeStates(
  tx: Writer,
  states: readonly StateToWrite[],
  authorId: string,
): Promise<WrittenState[]> {
  const written = await withFigures(tx, states);
  const rows = await revisionRows(tx, states, written, authorId);
  const revisions = await insertRows<typeof figureRevisions, { id: number; figure_id: number }>(
    tx,
    figureRevisions,
    rows,
    sql`returning id, figure_id`,
  );
  const ids = new Map(revisions.map((row) => [row.figure_id, row.id])); // one state a figure
  const all = written.map((one) => ({ ...one, revisionId: ids.get(one.figureId)! }));
  await writeMentions(tx, states, all);
  return all;
}

type WithFigure = Omit<WrittenState, "revisionId">;

async function withFigures(tx: Writer, states: readonly StateToWrite[]): Promise<WithFigure[]> {
  const written = states.map(({ input, known }) => ({ publicId: input.publicId, figureId: known?.id ?? 0 }));
  let open = written.filter(({ figureId }) => figureId === 0);
  while (open.length > 0) {
    const rows = open.map(({ publicId }) => ({ publicId }));
    const made = await insertRows<typeof figures, { id: number; public_id: string }>(
      tx,
      figures,
      rows,
      sql`on conflict do nothing returning id, public_id`,
    );
    const ids = new Map(made.map((row) => [row.public_id, row.id]));
    for (const one of open) {
      const id = ids.get(one.publicId);
      if (id === undefined) one.publicId = newPublicId();
      else one.figureId = id;
    }
    open = open.filter(({ figureId }) => figureId === 0);
  }
  return written;
}

async function revisionRows(
  tx: Writer,
  states: readonly StateToWrite[],
  written: readonly WithFigure[],
  authorId: string,
): Promise<(typeof figureRevisions.$inferInsert)[]> {
  const inputs = states.map(({ input }) => input);
  const slugsOf = (field: "metric" | "unit" | "place" | "subject") => inputs.map((input) => input[field]);
  const metricId = await idsBySlug(tx, "metrics", slugsOf("metric"), "metric");
  const unitId = await idsBySlug(tx, "units", slugsOf("unit"), "unit");
  const placeId = await idsBySlug(tx, "places", slugsOf("place"), "place");
  const agentId = await idsBySlug(tx, "agents", slugsOf("subject"), "subject");
  const supersededIds = inputs.flatMap(({ supersedes }) => supersedes ?? []);
  const replaced = await figuresById(tx, supersededIds, "supersedes");
  return states.map(({ input, known, change, changeReason }, index) => {
    const { metric, subject, place, unit, period, reportedOn, supersedes, note, mentions } = input;
    const { value, low, high, comparator, cue, statistic, per, modality, hearsay, rank } = input;
    return {
      ...{ figureId: written[index]!.figureId, number: (known?.newestNumber ?? 0) + 1 },
      ...{ metricId: metricId(metric), unitId: unitId(unit) },
      placeId: place === null ? null : placeId(place),
      subjectId: subject === null ? null : agentId(subject),
      ...{ value, low, high, comparator, cue, statistic, per, modality, hearsay, rank },
      supersedesId: supersedes === null ? null : replaced(supersedes).id,
      unattributed: !mentions[0]!.attribution.some(({ role }) => isClaim(role)), // at least one, by the schema
      ...{ noteFr: note?.fr ?? null, noteEn: note?.en ?? null },
      ...dateColumns("period", period),
      ...dateColumns("reported", reportedOn),
      ...{ change, changeReason, authorId },
    };
  });
}

const isClaim = (role: string) => role === "claimed_by" || role === "estimated_by";

async function writeMentions(
  tx: Writer,
  states: readonly StateToWrite[],
  written: readonly WrittenState[],
): Promise<void> {
  const mentions = states.flatMap(({ input }, index) =>
    input.mentions.map((mention, place) => ({ ...written[index]!, mention, place })),
  );
  const said = mentions.map(({ mention }) => mention);
  const versionOf = await versionKeys(tx, said);
  const recordOf = await recordKeys(tx, said, versionOf);
  const anchorRows = mentions.map(({ revisionId, mention, place }) => {
    const { source: _, version: __, record: ___, attribution: ____, ...words } = mention;
    const facts = { revisionId, mention: place, sourceVersionId: versionOf(mention) };
    return { ...words, ...facts, recordId: recordOf(mention) };
  });
  await insertRows(tx, anchors, anchorRows);
  const speakers = said.flatMap(({ attribution }) => attribution.map(({ agent }) => agent));
  const agentId = await idsBySlug(tx, "agents", speakers, "agent");
  const links = mentions.flatMap(({ revisionId, mention: { attribution }, place }) => {
    const first = attribution.some(({ role }) => isClaim(role)) ? 0 : 1; // position 0 belongs to a claimant alone
    return attribution.map(({ role, agent, asPrinted }, index) => ({
      ...{ revisionId, mention: place, position: first + index },
      ...{ role, agentId: agentId(agent), asPrinted },
    }));
  });
  await insertRows(tx, attributions, links);
}

/** The keys of the versions that mentions stand in. */
async function versionKeys(tx: Writer, mentions: readonly Mention[]) {
  const rows = await tx
    .select({ id: sourceVersions.id, slug: sources.slug, number: sourceVersions.number })
    .from(sourceVersions)
    .innerJoin(sources, eq(sources.id, sourceVersions.sourceId))
    .where(sql`${sources.slug} in ${inList(new Set(mentions.map(({ source }) => source)))}`);
  const ids = new Map(rows.map(({ id, slug, number }) => [`${slug} ${number}`, id]));
  return ({ source, version }: Mention): number => {
    const id = ids.get(`${source} ${version}`);
    if (id === undefined) throw new Error(`${source} has no version ${version}`);
    return id;
  };
}

/** The keys of the records that mentions stand in; null for a sentence. */
async function recordKeys(
  tx: Writer,
  mentions: readonly Mention[],
  versionOf: (mention: Mention) => number,
): Promise<(mention: Mention) => number | null> {
  const standing = mentions.filter(({ record }) => record !== undefined);
  const ids = new Map<string, number>();
  if (standing.length > 0) {
    const rows = await tx
      .select({ id: records.id, version: records.sourceVersionId, row: records.row })
      .from(records)
      .where(
        sql`${records.sourceVersionId} in ${inList(new Set(standing.map(versionOf)), "int")}
          and ${records.row} in ${inList(new Set(standing.map(({ record }) => record!)), "int")}`,
      );
    for (const { id, version, row } of rows) ids.set(`${version} ${row}`, id);
  }
  return (mention) => {
    if (mention.record === undefined) return null;
    const id = ids.get(`${versionOf(mention)} ${mention.record}`);
    if (id === undefined) throw new Error(`${mention.source} has no row ${mention.record}`);
    return id;
  };
}
