import type { Editor } from "@/domain/permission";
import type { Refusal, Result } from "@/domain/result";
import type { Db } from "../client";
import { describeCollection } from "../mutations/describe-collection";
import { recordAgents } from "../mutations/record-agents";
import { recordMetrics, recordUnits } from "../mutations/record-metrics";
import { recordPlaces } from "../mutations/record-places";
import type { CollectionSettings } from "../schema/collection";
import { editors } from "../schema/editors";

/**
 * An invented collection for the tests: the storks of the Example Ministry. Everything is written through the
 * mutations, and the texts hold characters of two UTF-16 units before and after what is quoted.
 */

export const loader: Editor = { id: "seeds", role: "system" };
export const writer: Editor = { id: "ana", role: "editor" };
export const reviewer: Editor = { id: "rui", role: "reviewer" };
export const admin: Editor = { id: "ada", role: "admin" };

/** The value of a write that must succeed. */
export function done<T>(result: Result<T, Refusal>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

export const both = (words: string) => ({ fr: words, en: words });

export const storkCollection = (settings: CollectionSettings = {}) => ({
  slug: "storks",
  title: both("Storks"),
  description: both("Storks of the Example Ministry"),
  settings,
  seedsSha256: null,
});

/** Who speaks, where, and what is counted; and an editor of each role. */
export const aCollection = (db: Db, settings: CollectionSettings = {}): Promise<void> =>
  db.transaction((tx) => describeStorks(tx, settings));

async function describeStorks(db: Db, settings: CollectionSettings): Promise<void> {
  done(await describeCollection(db, loader, storkCollection(settings)));
  await db
    .insert(editors)
    .values([writer, reviewer, admin].map((editor) => ({ ...editor, name: editor.id })));
  const units = [
    { slug: "bird", name: both("birds"), symbol: both("birds") },
    { slug: "percent", name: both("per cent"), symbol: both("%") },
  ];
  done(await recordUnits(db, loader, units));
  const agent = { inSentence: null, side: null, mark: null, aliases: [] };
  const agents = [
    { ...agent, slug: "example-ministry", name: both("Example Ministry"), kind: "government_body", mark: 0 },
    { ...agent, slug: "stork-watch", name: both("Stork Watch"), kind: "organisation", mark: 1 },
    { ...agent, slug: "example-gazette", name: both("Example Gazette"), kind: "outlet" },
    { ...agent, slug: "white-storks", name: both("white storks"), kind: "unnamed_group" },
  ] as const;
  done(
    await recordAgents(
      db,
      loader,
      [...agents].map((one) => ({ ...one, aliases: [] })),
    ),
  );
  const places = [
    { slug: "example-marsh", name: both("Example Marsh"), kind: "region", parent: "example-land" },
    { slug: "example-land", name: both("Example Land"), kind: "country", parent: null },
  ] as const;
  done(await recordPlaces(db, loader, [...places]));
  const metric = { group: "supplies", plausibleLow: "0", plausibleHigh: null, position: 1 } as const;
  const storks = {
    ...metric,
    unit: "bird",
    allowedUnits: ["bird"],
    definition: both("Storks that were seen"),
  };
  const metrics = [
    { ...storks, slug: "storks-nesting", name: both("Storks"), kind: "stock", longestSilenceDays: 30 },
    { ...storks, slug: "storks-gone", name: both("Gone"), kind: "flow", longestSilenceDays: null },
    {
      ...metric,
      slug: "share-of-chicks",
      name: both("Chicks"),
      definition: both("Chicks among the storks"),
      kind: "share",
      unit: "percent",
      allowedUnits: ["percent"],
      longestSilenceDays: 30,
    },
  ] as const;
  done(
    await recordMetrics(
      db,
      loader,
      metrics.map((one) => ({ ...one, allowedUnits: [...one.allowedUnits] })),
    ),
  );
}
