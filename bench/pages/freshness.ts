import { setTimeout as pause } from "node:timers/promises";
import type { Database } from "@/db/client";
import { rounded } from "../shared/numbers";
import { ask } from "./ask";

/** Milliseconds after a publish that a page shows its revision: how long for each of so many publishes. */
export async function freshnessOf(page: string, { sql }: Database, publishes: number): Promise<number[]> {
  const found: number[] = [];
  for (let time = 0; time < publishes; time++) {
    await ask(page);
    await pause(Math.random() * 1000);
    const [row] = await sql.begin(async (tx) => {
      const [next] = await tx<{ revision: string }[]>`
        update collection set revision = revision + 1 returning revision::text`;
      await tx`insert into collection_revisions (number, summary, at) values (${next!.revision}, 'bench', now())`;
      return [next!]; // there is one collection
    });
    const committed = performance.now();
    while (!(await ask(page)).body.includes(`as_of=${row.revision}`)) await pause(10);
    found.push(rounded(performance.now() - committed));
  }
  return found;
}
