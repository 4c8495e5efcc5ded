import { readingPreflight } from "../api/v1/_server/public-headers";
import { index } from "../sitemaps/_server/sitemaps";

export const dynamic = "force-dynamic";

export { index as GET, index as HEAD, readingPreflight as OPTIONS };
