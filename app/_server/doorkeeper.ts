import { secret } from "./auth";
import { noteClients } from "./client";
import { guardEntrance } from "./entrance";
import { errorFacts, log } from "./log";
import { siteUrl } from "./site-env";

/** Readies what signing in needs, before the first answer. The process ends where a setting cannot be read. */
export function readyTheDoor(): void {
  try {
    siteUrl();
    guardEntrance();
    noteClients();
    secret();
  } catch (error) {
    log("error", "the site cannot start", errorFacts(error));
    process.exit(1);
  }
}
