import { invalidFilters } from "@/domain/export/export-request";
import type { OptionName } from "@/domain/export/options";
import { readOwnOf } from "@/domain/export/plain-request";
import { type FigureQuery, readFigureQuery } from "@/domain/figure-query";
import type { Locale } from "@/domain/vocabulary";
import { type Frozen, freeze } from "./frozen";
import { badRequest } from "./problem";

/** What a picture is drawn from: the state of the page that it shows. */
export type PictureRequest = {
  readonly frozen: Frozen;
  readonly query: FigureQuery;
  readonly lang: Locale;
  /** The figure whose point is marked. */
  readonly point: string | undefined;
};

type Options = Readonly<Partial<Record<OptionName, string>>>;

/** Reads the address of a picture: filters, and options of its own. @returns the refusal where it cannot be read */
export async function readPicture(
  request: Request,
  own: readonly OptionName[],
): Promise<Response | { readonly asked: PictureRequest; readonly options: Options }> {
  const { searchParams } = new URL(request.url);
  const reading = readFigureQuery(searchParams, own);
  const read = readOwnOf(searchParams, own);
  const invalid = [...invalidFilters(reading, own), ...(read.ok ? [] : read.refusal)];
  if (invalid.length > 0 || !read.ok) return badRequest(invalid);
  const { query } = reading;
  const frozen = await freeze(query.as_of);
  if (frozen instanceof Response) return frozen;
  const { lang, point } = read.value;
  return { asked: { frozen, query, lang: lang === "fr" ? "fr" : "en", point }, options: read.value };
}
