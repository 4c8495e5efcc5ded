import { robots } from "@/domain/sitemap";
import { siteAddress } from "../_server/site-env";

export const dynamic = "force-dynamic";

/** `GET /robots.txt` */
export function GET(): Response {
  return new Response(robots(siteAddress()), {
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "public, max-age=3600" },
  });
}
