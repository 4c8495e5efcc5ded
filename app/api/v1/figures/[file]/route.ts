import { figure } from "../../_server/figure";
import { notFound } from "../../_server/problem";
import { preflight } from "../../_server/public-headers";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ file: string }> };

/** One figure: `figures/5ef6srf2.json`. */
async function answer(request: Request, { params }: Context): Promise<Response> {
  const [, id] = /^([0-9a-z]{8})\.json$/.exec((await params).file) ?? [];
  return id === undefined ? notFound() : figure(request, id);
}

export { answer as GET, answer as HEAD, preflight as OPTIONS };
