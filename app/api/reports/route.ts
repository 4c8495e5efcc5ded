import { takeReports } from "../../_server/take-reports";

/** Where browsers say what the policy kept from a page; they read no answer. */
export async function POST(request: Request): Promise<Response> {
  return new Response(null, {
    status: await takeReports(request),
    headers: { "Cache-Control": "no-store" },
  });
}
