import { newestRevision } from "@/app/_server/database";
import { errorFacts, log } from "@/app/_server/log";

export const dynamic = "force-dynamic";

/** 200 with the newest revision, by which a cache before us knows whether its pages still stand, when the database answers, 503 when it does not. */
export async function GET(): Promise<Response> {
  try {
    const revision = await newestRevision();
    const headers = { "Cache-Control": "no-store", "X-Revision": String(revision) };
    return Response.json({ status: "ok", revision }, { headers });
  } catch (error) {
    log("error", "health check failed", errorFacts(error));
    return Response.json(
      { status: "unavailable" },
      { status: 503, headers: { "Cache-Control": "no-store" } },
    );
  }
}
