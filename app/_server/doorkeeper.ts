import { noteClients } from "./client";
import { guardEntrance } from "./entrance";
import { keepPages } from "./keep-pages";
import { errorFacts, log } from "./log";
import { watchLoop } from "./metrics/process";
import { countRequests } from "./metrics/requests";
import { metricsToken } from "./metrics/token";
import { noteRefusals } from "./note-refusals";
import { secret } from "./secret";
import { takeFormerSessions } from "./signed-session";
import { drawingsPerMinute, secondStepRequired, siteUrl } from "./site-env";
import { stopWhenTold } from "./stop";
import { noteAnswers } from "./stopping";
import { noteRequests } from "./this-request";

/** Readies what every answer needs, before the first: who asks, by which name it is logged, and the count of it. The process ends where a setting cannot be read. */
export function readyTheDoor(): void {
  try {
    siteUrl();
    secondStepRequired();
    metricsToken();
    drawingsPerMinute();
    guardEntrance();
    noteRequests();
    noteClients();
    noteAnswers();
    noteRefusals();
    stopWhenTold();
    countRequests();
    takeFormerSessions();
    keepPages();
    watchLoop();
    secret();
  } catch (error) {
    log("error", "the site cannot start", errorFacts(error));
    process.exit(1);
  }
}
