import type { Site } from "./accounts";
import { plant } from "./plant";

/** Publishes claims that contradict each other on a site where tests may; once, however often it is asked. */
export const plantRivals = (site: Site) => plant<null>("plantRivals", site);
