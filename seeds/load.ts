import type { Database, Db } from "@/db/client";
import { describeCollection } from "@/db/mutations/describe-collection";
import { publishFigures } from "@/db/mutations/publish-figures";
import { recordAgents } from "@/db/mutations/record-agents";
import { recordEvents } from "@/db/mutations/record-events";
import { recordFigure } from "@/db/mutations/record-figure";
import { recordFigureChecks } from "@/db/mutations/record-figure-checks";
import { recordMetrics, recordUnits } from "@/db/mutations/record-metrics";
import { recordPlaces } from "@/db/mutations/record-places";
import { recordSource } from "@/db/mutations/record-source";
import { reviseFigure } from "@/db/mutations/revise-figure";
import { currentRevision } from "@/db/queries/current-revision";
import { findFigure } from "@/db/queries/find-figure";
import { listSeedStates, loadedSeedsSha256 } from "@/db/queries/list-seed-states";
import type { Editor } from "@/domain/permission";
import type { Refusal, Result } from "@/domain/result";
import { sameFigure } from "./same-figure";
import type { SeedCollection } from "./seed-collection";

const loader: Editor = { id: "seeds", role: "system" };

/** What a load did, by figure id. */
export type SeedReport = {
  readonly added: readonly string[];
  readonly corrected: readonly string[];
  /** Revised by an editor since: the seeds leave them alone. */
  readonly leftAlone: readonly string[];
};

/**
 * Brings the database up to what the seeds say, all or nothing, in one transaction and one revision of the
 * collection. Loading the same seeds again changes nothing; a changed seed becomes a correction of its figure.
 * Call it inside `withSetupLock`.
 *
 * @returns null where these very seeds are loaded already
 */
export async function loadSeeds(
  { db }: Pick<Database, "db">,
  seeds: SeedCollection,
): Promise<SeedReport | null> {
  if ((await loadedSeedsSha256(db)) === seeds.collection.seedsSha256) return null;
  return db.transaction(async (tx) => {
    await recordDescriptions(tx, seeds);
    const report = await recordFigures(tx, seeds);
    const publicIds = [...report.added, ...report.corrected];
    if (publicIds.length > 0) {
      const summary = `Seeds: ${report.added.length} figures added, ${report.corrected.length} corrected`;
      done("publish", await publishFigures(tx, loader, { publicIds, route: "seed", summary }));
    }
    if (seeds.checks.length > 0) done("checks", await recordFigureChecks(tx, loader, seeds.checks));
    return report;
  });
}

async function recordDescriptions(tx: Db, seeds: SeedCollection): Promise<void> {
  done("collection", await describeCollection(tx, loader, seeds.collection));
  done("units", await recordUnits(tx, loader, seeds.units));
  done("agents", await recordAgents(tx, loader, seeds.agents));
  done("places", await recordPlaces(tx, loader, seeds.places));
  done("metrics", await recordMetrics(tx, loader, seeds.metrics));
  for (const source of seeds.sources) done(source.slug, await recordSource(tx, loader, source));
  if (seeds.events.length > 0) done("events", await recordEvents(tx, loader, seeds.events));
}

async function recordFigures(tx: Db, seeds: SeedCollection): Promise<SeedReport> {
  const revision = await currentRevision(tx);
  const states = new Map((await listSeedStates(tx)).map((state) => [state.publicId, state]));
  const added: string[] = [];
  const corrected: string[] = [];
  const leftAlone: string[] = [];
  for (const seed of seeds.figures) {
    const { publicId } = seed;
    const state = states.get(publicId);
    if (state === undefined) {
      done(publicId, await recordFigure(tx, loader, seed));
      added.push(publicId);
      continue;
    }
    const shown = await findFigure(tx, publicId, revision);
    if (shown !== null && sameFigure(shown, seed)) continue;
    if (state.authorId !== loader.id) {
      leftAlone.push(publicId);
      continue;
    }
    const { rowVersion } = state;
    const why = { change: "correction", changeReason: "Corrected in the seed files" } as const;
    done(publicId, await reviseFigure(tx, loader, { ...seed, ...why, rowVersion }));
    corrected.push(publicId);
  }
  return { added, corrected, leftAlone };
}

/** A refused seed stops the load: half a collection would be a false statement. */
function done<T>(what: string, result: Result<T, Refusal>): T {
  if (result.ok) return result.value;
  const { refusal } = result;
  const why = refusal.kind === "invalid" ? JSON.stringify(refusal.fields) : refusal.kind;
  throw new Error(`The seeds were refused at ${what}: ${why}. Nothing was loaded.`);
}
