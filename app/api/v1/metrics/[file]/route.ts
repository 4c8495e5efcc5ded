import { chart } from "../../_server/chart";
import { notFound } from "../../_server/problem";
import { preflight } from "../../_server/public-headers";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ file: string }> };

/** The chart of a metric: `metrics/territory-held.svg`, or `.png`. */
async function answer(request: Request, { params }: Context): Promise<Response> {
  const [, slug, format] = /^([a-z0-9-]{1,80})\.(svg|png)$/.exec((await params).file) ?? [];
  return slug === undefined ? notFound() : chart(request, slug, format === "png" ? "png" : "svg");
}

export { answer as GET, answer as HEAD, preflight as OPTIONS };
