import { setTimeout as pause } from "node:timers/promises";
import type { Database } from "@/db/client";
import { rounded } from "../shared/numbers";
import { ask } from "./ask";

/** Publishes nothing: all that is said of the collection must be made anew, but for what figures are drawn as. @returns the new revision */
export const publishNothing = ({ sql }: Database): Promise<string> =>
  sql.begin(async (tx) => {
    const [next] = await tx<{ revision: string }[]>`
      update collection set revision = revision + 1 returning revision::text`;
    const { revision } = next!; // there is one collection
    await tx`insert into collection_revisions (number, summary, at) values (${revision}, 'bench', now())`;
    return revision;
  });

/** Publishes as if it changed a figure of every metric: nothing that was made of figures holds any more. */
export async function publishEverywhere(database: Database): Promise<void> {
  const revision = await publishNothing(database);
  await database.sql`insert into metric_publishes (metric_id, from_rev) select id, ${revision} from metrics`;
}

/** Milliseconds after a publish that a page shows its revision: how long for each of so many publishes. */
export async function freshnessOf(page: string, database: Database, publishes: number): Promise<number[]> {
  const found: number[] = [];
  for (let time = 0; time < publishes; time++) {
    await ask(page);
    await pause(Math.random() * 1000);
    const revision = await publishNothing(database);
    const committed = performance.now();
    while (!(await ask(page)).body.includes(`as_of=${revision}`)) await pause(10);
    found.push(rounded(performance.now() - committed));
  }
  return found;
}
