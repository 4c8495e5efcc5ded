import { fail, report } from "@/bin/report";
import { makeFolder } from "./folder";
import { countFsyncs } from "./fsyncs";
import { runKills } from "./kills";

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
  const kills = await runKills(
    folder.dataDir,
    cycles,
    Math.random,
    ({ cycles: done, acknowledged, lost }) => {
      if (done % 10 === 0 || lost.length > 0)
        report(`${done} kills, ${acknowledged} acknowledged, ${lost.length} wrong`);
    },
  );
  const back = [...kills.back].sort((a, b) => a - b).map(Math.round);
  const at = (part: number) => back[Math.min(back.length - 1, Math.floor(back.length * part))];
  const summary = { ...kills, back: { median: at(0.5), p95: at(0.95), worst: back.at(-1) }, fsyncs };
  process.stdout.write(`${JSON.stringify(summary, null, 2)}\n`);
  const broken = kills.lost.length > 0 || fsyncs.enough === false;
  if (!broken) await folder.remove();
  process.exit(broken ? 1 : 0);
}

main().catch(fail);
