import { invalidFilters } from "@/domain/export/export-request";
import { readPlainRequest } from "@/domain/export/plain-request";
import { type FigureQuery, readFigureQuery, writeFigureQuery } from "@/domain/figure-query";
import type { Locale } from "@/domain/vocabulary";
import { drawCollectionCard, drawFigureCard, drawMetricCard } from "./draw-cards";
import { drawPng } from "./draw-png";
import { type Frozen, freeze, headOf, kept, notModified } from "./frozen";
import { badRequest, notFound } from "./problem";

/** What a card is of. */
export type CardOf =
  | { readonly list: "collection" }
  | { readonly list: "metrics" | "figures"; readonly name: string };

/** What a card is drawn from: the state of the page that is shared. */
export type CardRequest = {
  readonly frozen: Frozen;
  readonly query: FigureQuery;
  readonly lang: Locale;
  /** The figure whose point is marked. */
  readonly point: string | undefined;
};

const own = ["lang", "point"] as const;

/** `GET /api/v1/cards/….png`: a page as it is shared, 1200 × 630, with the same filters at the same revision. */
export async function cardPicture(request: Request, of: CardOf): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const reading = readFigureQuery(searchParams, own);
  const read = readPlainRequest(
    new URLSearchParams(own.flatMap((name) => searchParams.getAll(name).map((value) => [name, value]))),
    own,
  );
  const invalid = [...invalidFilters(reading, own), ...(read.ok ? [] : read.refusal)];
  if (invalid.length > 0 || !read.ok) return badRequest(invalid);
  const { query } = reading;
  const frozen = await freeze(query.as_of);
  if (frozen instanceof Response) return frozen;
  const { lang, point } = read.value;
  const asked = { frozen, query, lang: lang === "fr" ? "fr" : "en", point } as const;
  const name = of.list === "collection" ? "collection" : `${of.list}/${of.name}`;
  const filters = writeFigureQuery({ ...query, as_of: undefined });
  const head = headOf(
    request,
    frozen,
    `cards/${name}.png?${filters}&${asked.lang}&${point ?? ""}`,
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

function draw(of: CardOf, asked: CardRequest): Promise<string | null> {
  if (of.list === "collection") return drawCollectionCard(asked);
  return of.list === "metrics" ? drawMetricCard(asked, of.name) : drawFigureCard(asked, of.name);
}
