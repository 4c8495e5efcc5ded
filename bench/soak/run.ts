import { fail, report } from "@/bin/report";
import { runKills } from "@/db/testing/kills";
import type { Fault } from "./fault";
import { makeFolder } from "./folder";
import { countFsyncs } from "./fsyncs";
import { fillDisks } from "./full-disk";
import { raceToOpen } from "./races";
import { openReadOnly } from "./read-only-disk";

const usage = "npm run -s bench:soak -- [KILLS [RACES]]";

/**
 * `npm run -s bench:soak`: full and read-only disks, 50 races to open and 500 kills unless said otherwise, and the
 * fsync calls of the database. Ends with 1 where a promise was broken; the folder of the kills is then kept to be
 * looked at. What could not be tried here is said, and counts for nothing.
 */
async function main(): Promise<void> {
  const [cycles = 500, races = 50] = process.argv.slice(2).map(Number);
  if (![cycles, races].every((number) => Number.isInteger(number) && number >= 0)) throw new Error(usage);
  const faults = await playFaults(races);
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
  const summary = { ...kills, acknowledged: acknowledged.length, broken, answeredAfter, faults };
  process.stdout.write(`${JSON.stringify(summary, null, 2)}\n`);
  const bad = broken.length > 0 || faults.some(({ kept }) => kept === false);
  if (broken.length === 0) await folder.remove();
  process.exit(bad ? 1 : 0);
}

async function playFaults(races: number): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const play of [countFsyncs, fillDisks, openReadOnly, () => raceToOpen(races)]) {
    for (const fault of [await play()].flat()) {
      report(`${fault.kept === false ? "BROKEN " : ""}${fault.name}: ${fault.words}`);
      faults.push(fault);
    }
  }
  return faults;
}

main().catch(fail);
