import type { FigureInput } from "@/domain/inputs";
import type { Database } from "../client";
import { recordAgents } from "../mutations/record-agents";
import { recordMetrics } from "../mutations/record-metrics";
import { findMetric } from "../queries/list-metrics";
import { aMention, aSource, both, done, loader, on, published, storkFigure, type TestSource } from "./makers";
import { counted } from "./stork-sources";

/** More than a page has plots for. */
const watchers = 16;

const slug = "birds-counted";
const watcher = (n: number) => `watcher-${String(n).padStart(2, "0")}`;

/**
 * Publishes a metric on a running site with more claimants than a page draws, once however often it is asked. Each
 * speaks once, of a time of its own, so that nobody contradicts anybody.
 */
export async function plantCrowd({ db }: Database): Promise<void> {
  if ((await findMetric(db, slug)) !== null) return;
  const numbers = [...Array(watchers).keys()];
  const agents = numbers.map((n) => ({
    ...{ slug: watcher(n), name: both(`Watcher ${n}`), kind: "organisation" as const },
    ...{ inSentence: null, side: null, mark: null, aliases: [] },
  }));
  done(await recordAgents(db, loader, agents));
  done(
    await recordMetrics(db, loader, [
      {
        ...{
          slug,
          name: { fr: "Oiseaux comptés", en: "Birds counted" },
          definition: both("Birds that were seen"),
        },
        ...{ group: "supplies", kind: "event", unit: "village", allowedUnits: ["village"] },
        ...{ plausibleLow: "0", plausibleHigh: null, longestSilenceDays: null, position: 900 },
      },
    ]),
  );
  const source = await aSource(db, {
    slug: "crowd-report",
    publisher: "unnamed-outlet",
    published: on("1999-01-01"),
  });
  await published(db, ...numbers.map((n) => claim(source, n)));
}

function claim(source: TestSource, n: number): FigureInput {
  const day = on(`${1980 + n}-05-04`);
  const value = String(100 + ((n * 37) % 211));
  const attribution: FigureInput["mentions"][number]["attribution"] = [
    { role: "claimed_by", agent: watcher(n), asPrinted: null },
    { role: "published_by", agent: "unnamed-outlet", asPrinted: null },
  ];
  return storkFigure(source, {
    ...{ publicId: `cr0wd0${String(n).padStart(2, "0")}`, metric: slug, unit: "village", subject: "ukraine" },
    ...{ place: null, value, comparator: "=", cue: null, period: day, reportedOn: day },
    mentions: [aMention(source, counted, "un cinquième", { readsAs: value, attribution })],
  });
}
