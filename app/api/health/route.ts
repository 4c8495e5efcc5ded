import { newestRevision } from "@/app/_server/database";
import { errorFacts, log } from "@/app/_server/log";
import { isStopping } from "@/app/_server/stopping";

export const dynamic = "force-dynamic";

/** 200 with the newest revision, by which a cache before us knows whether its pages still stand, when a database answers, 503 when none does or the site is stopping. */
export async function GET(): Promise<Response> {
  if (isStopping()) return unavailable("stopping");
  try {
    const revision = await newestRevision();
    const headers = { "Cache-Control": "no-store", "X-Revision": String(revision) };
    return Response.json({ status: "ok", revision }, { headers });
  } catch (error) {
    log("error", "health check failed", errorFacts(error));
    return unavailable("unavailable");
  }
}

const unavailable = (status: "stopping" | "unavailable") =>
  Response.json({ status }, { status: 503, headers: { "Cache-Control": "no-store", "Retry-After": "5" } });
