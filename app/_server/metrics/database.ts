import { setTimeout as pause } from "node:timers/promises";
import { currentRevision } from "@/db/queries/current-revision";
import { database } from "../database";
import { errorFacts, log } from "../log";
import { type Family, family } from "./exposition";

/** Whoever collects metrics waits no longer than this for a database that does not answer, in milliseconds. */
const patience = 2000;

/** Whether the database answers, how soon, and at which revision the collection stands. */
export async function databaseFamilies(): Promise<Family[]> {
  const began = performance.now();
  try {
    const opened = await withinPatience(database());
    const revision = await withinPatience(currentRevision(opened.db));
    const seconds = (performance.now() - began) / 1000;
    const { open, most } = opened.connections();
    return [
      up(1),
      family("gauge", "verbatim_database_info", "Which database it is.", [[{ engine: opened.engine }, 1]]),
      family(
        "gauge",
        "verbatim_database_answer_seconds",
        "How long a question of one row took just now, the wait for a connection included.",
        [[{}, seconds]],
      ),
      family(
        "gauge",
        "verbatim_database_connections",
        "Shared connections: open, and how many there may be.",
        [
          [{ state: "open" }, open],
          [{ state: "most" }, most],
        ],
      ),
      family("gauge", "verbatim_collection_revision", "Newest revision of the collection.", [[{}, revision]]),
    ];
  } catch (error) {
    log("error", "metrics: the database does not answer", errorFacts(error));
    return [up(0)];
  }
}

const up = (is: 0 | 1) =>
  family("gauge", "verbatim_database_up", "Whether the database answers.", [[{}, is]]);

async function withinPatience<T>(work: Promise<T>): Promise<T> {
  const timer = new AbortController();
  const late = pause(patience, undefined, { signal: timer.signal, ref: false }).then(() => {
    throw new Error(`no answer in ${patience} ms`);
  });
  late.catch(() => {}); // cut short below once the answer is there
  try {
    return await Promise.race([work, late]);
  } finally {
    timer.abort();
  }
}
