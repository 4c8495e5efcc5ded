import { readingPreflight } from "../api/v1/_server/public-headers";
import { changesFeed } from "./_server/changes-feed";

export const dynamic = "force-dynamic";

export { changesFeed as GET, changesFeed as HEAD, readingPreflight as OPTIONS };
