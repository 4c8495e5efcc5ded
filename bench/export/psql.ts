import { spawn } from "node:child_process";
import type { Database } from "@/db/client";
import { noFilters } from "@/db/queries/read-filters";
import { copyCsv } from "@/db/queries/stream-formats";
import { withLiterals } from "@/db/queries/stream-literals";
import { exportRows } from "@/db/queries/stream-rows";

/**
 * Seconds that psql takes by COPY, which its `\copy` is, to write the rows of a CSV download to nowhere. Without
 * compiling of queries (jit), which makes this one slower and which downloads do without too. @throws without a psql
 */
export async function psql(url: string, { db }: Database): Promise<number> {
  const selection = { query: {}, revision: 1, lang: "en", site: "", filters: noFilters } as const;
  const rows = withLiterals(exportRows(db, selection).toSQL());
  const statement = copyCsv(rows, { delimiter: ",", guard: true, decimalComma: false });
  const began = performance.now();
  const code = await new Promise<number | null>((resolve, reject) => {
    const child = spawn("psql", ["-X", "-q", url, "-c", statement], {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, PGOPTIONS: "-c jit=off -c max_parallel_workers_per_gather=0" },
    });
    child.once("error", reject);
    child.once("exit", resolve);
  });
  if (code !== 0) throw new Error(`psql ended with ${code}`);
  return (performance.now() - began) / 1000;
}
