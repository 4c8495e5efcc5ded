import { setTimeout as pause } from "node:timers/promises";
import type { TransactionSql } from "postgres";
import type { Database } from "@/db/client";
import { openEnd } from "@/db/schema/publications";
import { rounded } from "../shared/numbers";
import { ask } from "./ask";

/** Publishes nothing: all that is said of the collection must be made anew, but for what figures are drawn as. @returns the new revision */
export const publishNothing = ({ sql }: Database): Promise<string> => sql.begin(raised);

async function raised(tx: TransactionSql): Promise<string> {
  const [next] = await tx<{ revision: string }[]>`
    update collection set revision = revision + 1 returning revision::text`;
  const { revision } = next!; // there is one collection
  await tx`insert into collection_revisions (number, summary, at) values (${revision}, 'bench', now())`;
  return revision;
}

/**
 * Publishes a figure of every metric once more, as after a correction: nothing that was made of all figures of a metric
 * holds any more, and one of them is new.
 */
export async function publishEverywhere(database: Database): Promise<void> {
  await database.sql.begin(async (tx) => {
    const revision = await raised(tx);
    // What is invented has no text that readers may see.
    await tx`alter table publications disable trigger publication_is_sound`;
    await tx`with ended as (
        update publications set known_to_rev = ${revision} where id in (
          select (select publication_id from publication_keys one
            where one.metric_id = metrics.id and one.known_to_rev = ${openEnd}
            order by one.figure_id desc limit 1) from metrics)
        returning figure_id, revision_id)
      insert into publications (figure_id, revision_id, status, route, known_from_rev)
      select figure_id, revision_id, 'published', 'seed', ${revision} from ended`;
    await tx`alter table publications enable trigger publication_is_sound`;
  });
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
