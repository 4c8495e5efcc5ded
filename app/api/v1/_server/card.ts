import { writeFigureQuery } from "@/domain/figure-query";
import { drawCollectionCard, drawFigureCard, drawMetricCard } from "./draw-cards";
import { drawPng } from "./draw-png";
import { headOf, kept, notModified } from "./frozen";
import { notFound } from "./problem";
import { type PictureRequest, readPicture } from "./read-picture";

/** What a card is of. */
export type CardOf =
  | { readonly list: "collection" }
  | { readonly list: "metrics" | "figures"; readonly name: string };

/** `GET /api/v1/cards/….png`: a page as it is shared, 1200 × 630, with the same filters at the same revision. */
export async function cardPicture(request: Request, of: CardOf): Promise<Response> {
  const read = await readPicture(request, ["lang", "point"]);
  if (read instanceof Response) return read;
  const { asked } = read;
  const { frozen, query, lang, point } = asked;
  const name = of.list === "collection" ? "collection" : `${of.list}/${of.name}`;
  const filters = writeFigureQuery({ ...query, as_of: undefined });
  const head = headOf(
    request,
    frozen,
    `cards/${name}.png?${filters}&${lang}&${point ?? ""}`,
    "image/png",
    false,
  );
  if (head.unchanged) return notModified(head);
  head.headers["Content-Disposition"] =
    `inline; filename="${name.replace("/", "-")}-r${frozen.revision}.png"`;
  const picture = await kept(request, frozen, head, async () => {
    const svg = await draw(of, asked);
    return svg === null ? null : { bytes: await drawPng(svg, 1) };
  });
  return picture ?? notFound();
}

function draw(of: CardOf, asked: PictureRequest): Promise<string | null> {
  if (of.list === "collection") return drawCollectionCard(asked);
  return of.list === "metrics" ? drawMetricCard(asked, of.name) : drawFigureCard(asked, of.name);
}
