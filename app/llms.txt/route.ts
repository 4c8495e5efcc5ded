import { listMetrics } from "@/db/queries/list-metrics";
import { plainIndex } from "@/domain/plain-index";
import { freeze, headOf, whole } from "../api/v1/_server/frozen";
import { readingPreflight } from "../api/v1/_server/public-headers";

export const dynamic = "force-dynamic";

/** `GET /llms.txt`: what the data is and how to take it away, in plain words. */
async function answer(request: Request): Promise<Response> {
  const frozen = await freeze(undefined);
  if (frozen instanceof Response) return frozen;
  const { standing, revision, site, opened } = frozen;
  const head = headOf(request, frozen, "llms.txt", "text/plain; charset=utf-8", false);
  const metrics = await listMetrics(opened.db);
  const [title, description] = [standing.title.en, standing.description.en];
  return whole(request, head, plainIndex({ title, description, site, revision, metrics }));
}

export { answer as GET, answer as HEAD, readingPreflight as OPTIONS };
