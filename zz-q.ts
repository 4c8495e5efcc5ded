import { readFileSync } from "node:fs";
import { openDatabase } from "@/db/client";
import { listChartFigures, pageOutline, cardOutline } from "@/db/queries/list-chart-figures";
const db = await openDatabase({ databaseUrl: readFileSync("/tmp/explore-pg.url","utf8"), dataDir: "" });
for (const [q,o] of [[{metric:"dense"},pageOutline],[{metric:"dense"},pageOutline],[{metric:"daily-1"},pageOutline],[{},cardOutline],[{},cardOutline]] as const) {
  const t = performance.now();
  const m = await listChartFigures(db.db, q, 1, o);
  console.log(Math.round(performance.now()-t), "ms", [...m].slice(0,2).map(([k,v])=>[k,v.figures.length,JSON.stringify(v.population)]), [...m.values()].reduce((s,v)=>s+v.figures.length,0));
}
await db.close();
