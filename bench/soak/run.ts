import { fail, report } from "@/bin/report";
import { runKills } from "@/db/testing/kills";
import { makeFolder } from "./folder";
import { countFsyncs } from "./fsyncs";

/**
 * `npm run -s bench:soak -- [CYCLES]`: 500 kills unless said otherwise, and the fsync calls of the database. Ends with
 * 1 where a promise was broken; the folder is then kept to be looked at.
 */
async function main(): Promise<void> {
  const cycles = Number(process.argv[2] ?? 500);
  if (!Number.isInteger(cycles) || cycles < 1) throw new Error("npm run -s bench:soak -- [CYCLES]");
  const fsyncs = await countFsyncs();
  report(fsyncs.words);
  const folder = await makeFolder();
  report(`killing ${cycles} times in ${folder.dataDir}`);
  const { acknowledged, broken, back, ...kills } = await runKills(folder.dataDir, {
    cycles,
    longestWait: 1000,
    lookEvery: 1,
    progress(so) {
      if (so.cycles % 10 === 0 || so.broken.length > 0)
        report(`${so.cycles} kills, ${so.acknowledged.length} acknowledged, ${so.broken.length} broken`);
    },
  });
  const waits = [...back].sort((a, b) => a - b).map(Math.round);
  const at = (part: number) => waits[Math.min(waits.length - 1, Math.floor(waits.length * part))];
  const answeredAfter = { median: at(0.5), p95: at(0.95), worst: waits.at(-1) };
  const summary = { ...kills, acknowledged: acknowledged.length, broken, answeredAfter, fsyncs };
  process.stdout.write(`${JSON.stringify(summary, null, 2)}\n`);
  const bad = broken.length > 0 || fsyncs.enough === false;
  if (!bad) await folder.remove();
  process.exit(bad ? 1 : 0);
}

main().catch(fail);
