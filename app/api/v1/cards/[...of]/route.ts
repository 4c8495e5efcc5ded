import { cardPicture } from "../../_server/card";
import { notFound } from "../../_server/problem";
import { preflight } from "../../_server/public-headers";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ of: string[] }> };

/** A page as a card: `cards/collection.png`, `cards/metrics/territory-held.png`, `cards/figures/5ef6srf2.png`. */
async function answer(request: Request, { params }: Context): Promise<Response> {
  const [, list, name] =
    /^(?:(metrics|figures)\/)?([a-z0-9-]{1,80})\.png$/.exec((await params).of.join("/")) ?? [];
  if (name === undefined) return notFound();
  if (list === undefined)
    return name === "collection" ? cardPicture(request, { list: "collection" }) : notFound();
  return cardPicture(request, { list: list === "metrics" ? "metrics" : "figures", name });
}

export { answer as GET, answer as HEAD, preflight as OPTIONS };
