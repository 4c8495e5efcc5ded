import { notFound } from "../../api/v1/_server/problem";
import { readingPreflight } from "../../api/v1/_server/public-headers";
import { embed } from "../_server/embed";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ of: string[] }> };

/** A chart (`/embed/territory-held`) or a figure (`/embed/figures/5ef6srf2`) for another site's page. */
async function answer(request: Request, { params }: Context): Promise<Response> {
  const [, figures, name] = /^(figures\/)?([a-z0-9-]{1,80})$/.exec((await params).of.join("/")) ?? [];
  if (name === undefined) return notFound();
  return embed(request, { list: figures === undefined ? "metrics" : "figures", name });
}

export { answer as GET, answer as HEAD, readingPreflight as OPTIONS };
