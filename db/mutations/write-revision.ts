import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import type { FigureInput, mentionInput } from "@/domain/inputs";
import type { ChangeKind } from "@/domain/vocabulary";
import { anchors, attributions, figureRevisions } from "../schema/figures";
import { records, sources, sourceVersions } from "../schema/sources";
import { dateColumns } from "./date-columns";
import { figuresById, idsBySlug } from "./ids";
import { Refused, type Writer } from "./mutation";

type Mention = z.output<typeof mentionInput>;
export type RevisionFacts = {
  readonly figureId: number;
  readonly number: number;
  readonly change: ChangeKind;
  readonly changeReason: string | null;
  readonly authorId: string;
};

/** Writes one state of a figure with its anchors and attributions; the database checks every word against the source. */
export async function writeRevision(tx: Writer, facts: RevisionFacts, input: FigureInput): Promise<number> {
  const {
    mentions,
    metric,
    subject,
    place,
    unit,
    period,
    reportedOn,
    supersedes,
    note,
    publicId: _,
    unattributed: __,
    ...rest
  } = input;
  const metricId = await idsBySlug(tx, "metrics", [metric], "metric");
  const unitId = await idsBySlug(tx, "units", [unit], "unit");
  const placeId = await idsBySlug(tx, "places", [place], "place");
  const spoken = mentions.flatMap((mention) => mention.attribution.map((link) => link.agent));
  const agentId = await idsBySlug(tx, "agents", [subject, ...spoken], "agent");
  const replaced = await figuresById(tx, supersedes === null ? [] : [supersedes], "supersedes");
  const [revision] = await tx
    .insert(figureRevisions)
    .values({
      ...rest,
      ...facts,
      metricId: metricId(metric),
      unitId: unitId(unit),
      placeId: place === null ? null : placeId(place),
      subjectId: subject === null ? null : agentId(subject),
      supersedesId: supersedes === null ? null : replaced(supersedes).id,
      unattributed: !mentions[0]!.attribution.some((link) => isClaim(link.role)), // at least one, by the schema
      noteFr: note?.fr ?? null,
      noteEn: note?.en ?? null,
      ...dateColumns("period", period),
      ...dateColumns("reported", reportedOn),
    })
    .returning({ id: figureRevisions.id });
  const revisionId = revision!.id;
  for (const [mention, input] of mentions.entries())
    await writeMention(tx, revisionId, mention, input, agentId);
  return revisionId;
}

const isClaim = (role: string) => role === "claimed_by" || role === "estimated_by";

async function writeMention(
  tx: Writer,
  revisionId: number,
  mention: number,
  input: Mention,
  agentId: (slug: string) => number,
) {
  const { source, version, record, attribution, ...anchor } = input;
  const sourceVersionId = await (version === undefined
    ? newestVersion(tx, source)
    : numberedVersion(tx, source, version));
  const recordId = record === undefined ? null : await recordAt(tx, sourceVersionId, record);
  await tx.insert(anchors).values({ ...anchor, revisionId, mention, sourceVersionId, recordId });
  const first = attribution.some((link) => isClaim(link.role)) ? 0 : 1; // position 0 belongs to a claimant alone
  const links = attribution.map(({ role, agent, asPrinted }, index) => ({
    revisionId,
    mention,
    position: first + index,
    role,
    agentId: agentId(agent),
    asPrinted,
  }));
  if (links.length > 0) await tx.insert(attributions).values(links);
}

/** The key of one version of a source; a number it does not have is refused. */
async function numberedVersion(tx: Writer, source: string, number: number): Promise<number> {
  const sourceId = await idsBySlug(tx, "sources", [source], "source");
  const [version] = await tx
    .select({ id: sourceVersions.id })
    .from(sourceVersions)
    .where(and(eq(sourceVersions.sourceId, sourceId(source)), eq(sourceVersions.number, number)));
  if (version === undefined) {
    const words = [`${source} has no version ${number}`];
    throw new Refused({ kind: "invalid", fields: { version: words } });
  }
  return version.id;
}

/** The key of a row of a dataset; one that it does not have is refused. */
async function recordAt(tx: Writer, sourceVersionId: number, row: number): Promise<number> {
  const [record] = await tx
    .select({ id: records.id })
    .from(records)
    .where(and(eq(records.sourceVersionId, sourceVersionId), eq(records.row, row)));
  if (record === undefined)
    throw new Refused({ kind: "invalid", fields: { record: [`the dataset has no row ${row}`] } });
  return record.id;
}

/** The key of the newest version of a source. */
export const newestVersion = (tx: Writer, source: string): Promise<number> => versionOf(tx, source);

/** The key of a version of a source, the newest unless `number` says which. */
async function versionOf(tx: Writer, source: string, number?: number): Promise<number> {
  const sourceId = await idsBySlug(tx, "sources", [source], "source");
  const [version] = await tx
    .select({ id: sourceVersions.id })
    .from(sourceVersions)
    .innerJoin(sources, eq(sources.id, sourceVersions.sourceId))
    .where(
      and(
        eq(sources.id, sourceId(source)),
        number === undefined ? undefined : eq(sourceVersions.number, number),
      ),
    )
    .orderBy(sql`${sourceVersions.number} desc`)
    .limit(1);
  if (version === undefined)
    throw new Refused({ kind: "invalid", fields: { version: [`${source} has no version ${number}`] } });
  return version.id;
}
