import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Site } from "./accounts";

/** Publishes claims that contradict each other on a site where tests may; once, however often it is asked. */
export async function plantRivals(site: Site): Promise<void> {
  await promisify(execFile)(process.execPath, ["--import", "tsx", "db/testing/plant-rivals.ts"], {
    env: { ...process.env, ...site.env },
  });
}
