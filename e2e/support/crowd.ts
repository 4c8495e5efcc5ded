import type { Site } from "./accounts";
import { plant } from "./plant";

/** Publishes a metric with more claimants than a page draws on a site where tests may; once, however often it is asked. */
export const plantCrowd = (site: Site) => plant<null>("plantCrowd", site);
