import { desc, eq, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { ImportMap } from "@/domain/import/map";
import type { ImportRule } from "@/domain/import/rules";
import type { Reader } from "../client";
import { agents } from "../schema/agents";
import { metrics, units } from "../schema/metrics";
import { places } from "../schema/places";
import { sources, sourceVersions } from "../schema/sources";
import { inList } from "./json-list";

/** What a map says that the collection cannot follow: nothing of the table can be taken in before it is mended. */
export type MapProblem = {
  readonly rule: Extract<ImportRule, "unknown_in_map" | "text_in_map">;
  /** The key of the map, as a path: `lists.agents.3.side`. */
  readonly key: string;
  /** What stands there. */
  readonly says: string;
};

/**
 * Holds what a map names against the collection and the map's own lists. The check asks it, and so does the import in
 * the transaction that would write: neither refuses what the other lets pass.
 * @param standing whether rows of the table are to be kept as rows
 */
export async function findMapProblems(
  db: Reader,
  { dataset, lists = {} }: ImportMap,
  standing: boolean,
): Promise<MapProblem[]> {
  const known = {
    agents: await slugsIn(db, agents, agents.slug, namedAgents({ dataset, lists })),
    places: await slugsIn(db, places, places.slug, namedPlaces(lists)),
    units: await slugsIn(db, units, units.slug, namedUnits(lists)),
    metrics: await slugsIn(db, metrics, metrics.slug, slugsOf(lists.metrics)),
  };
  const problems: MapProblem[] = [];
  const ask = (list: keyof typeof known, key: string, slug: string | null) => {
    if (slug === null || known[list].has(slug) || lists[list]?.some((entry) => entry.slug === slug)) return;
    problems.push({ rule: "unknown_in_map", key, says: slug });
  };
  /** What is there already is left as it is: nothing it says otherwise is asked about. */
  const fresh = <T extends { slug: string }>(list: keyof typeof known, entries: readonly T[] = []) =>
    entries.flatMap((entry, index) =>
      known[list].has(entry.slug) ? [] : [{ entry, at: `lists.${list}.${index}` }],
    );
  for (const { entry, at } of fresh("agents", lists.agents)) ask("agents", `${at}.side`, entry.side);
  for (const { entry, at } of fresh("places", lists.places)) ask("places", `${at}.parent`, entry.parent);
  for (const { entry, at } of fresh("metrics", lists.metrics)) {
    ask("units", `${at}.unit`, entry.unit);
    for (const [index, unit] of entry.allowedUnits.entries())
      if (unit !== entry.unit) ask("units", `${at}.allowedUnits.${index}`, unit);
  }
  if (dataset === null) return problems;
  ask("agents", "dataset.publisher", dataset.publisher);
  if (standing && (await isText(db, dataset.slug)))
    problems.push({ rule: "text_in_map", key: "dataset.slug", says: dataset.slug });
  return problems;
}

type Lists = NonNullable<ImportMap["lists"]>;

const slugsOf = (entries: readonly { readonly slug: string }[] = []) => entries.map(({ slug }) => slug);

const namedAgents = ({ dataset, lists }: { dataset: ImportMap["dataset"]; lists: Lists }) => [
  ...(dataset === null ? [] : [dataset.publisher]),
  ...slugsOf(lists.agents),
  ...(lists.agents ?? []).flatMap(({ side }) => side ?? []),
];
const namedPlaces = ({ places: list }: Lists) => [
  ...slugsOf(list),
  ...(list ?? []).flatMap(({ parent }) => parent ?? []),
];
const namedUnits = ({ units: list, metrics: measured }: Lists) => [
  ...slugsOf(list),
  ...(measured ?? []).flatMap(({ unit, allowedUnits }) => [unit, ...allowedUnits]),
];

/** Those of the slugs that a list has. */
export async function slugsIn(
  db: Reader,
  table: PgTable,
  slug: PgColumn,
  wanted: readonly string[],
): Promise<Set<string>> {
  if (wanted.length === 0) return new Set();
  const rows = await db
    .select({ slug })
    .from(table)
    .where(sql`${slug} in ${inList(new Set(wanted))}`);
  return new Set(rows.map((row) => row.slug as string)); // slugs are texts
}

/** Whether the slug is that of a text: a source of which sentences are kept, and no rows. */
async function isText(db: Reader, slug: string): Promise<boolean> {
  const [newest] = await db
    .select({ extent: sourceVersions.extent })
    .from(sourceVersions)
    .innerJoin(sources, eq(sources.id, sourceVersions.sourceId))
    .where(eq(sources.slug, slug))
    .orderBy(desc(sourceVersions.number))
    .limit(1);
  return newest !== undefined && newest.extent !== "records";
}
