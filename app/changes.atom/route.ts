import { preflight } from "../api/v1/_server/public-headers";
import { changesFeed } from "./_server/changes-feed";

export const dynamic = "force-dynamic";

export const OPTIONS = () => preflight(["GET", "HEAD", "OPTIONS"]);

export { changesFeed as GET, changesFeed as HEAD };
