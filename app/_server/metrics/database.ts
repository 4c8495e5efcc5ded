import { withinPatience } from "@/db/away";
import { currentRevision } from "@/db/queries/current-revision";
import { database, replicas } from "../database";
import { errorFacts, log } from "../log";
import { type Family, family } from "./exposition";

/** Whoever collects metrics waits no longer than this for a database that does not answer, in milliseconds. */
const patience = 2000;

/** Whether the database answers, how soon, and at which revision the collection stands. */
export async function databaseFamilies(): Promise<Family[]> {
  return [...(await primaryFamilies()), ...(await replicaFamilies())];
}

async function primaryFamilies(): Promise<Family[]> {
  const began = performance.now();
  try {
    const opened = await withinPatience(database(), patience);
    const revision = await withinPatience(currentRevision(opened.db), patience);
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

async function replicaFamilies(): Promise<Family[]> {
  const { all, asked } = (await replicas()).count();
  if (all === 0) return [];
  const says = "Replicas: asked at the moment, and how many there are; one that lags or is away is left out.";
  return [
    family("gauge", "verbatim_database_replicas", says, [
      [{ state: "asked" }, asked],
      [{ state: "all" }, all],
    ]),
  ];
}
