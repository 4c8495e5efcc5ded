import { cite } from "@/domain/citation/cite";
import { citationTypes } from "@/domain/export/formats";
import { citationStyles } from "@/domain/export/options";
import { readPlainRequest } from "@/domain/export/plain-request";
import { addressOfSite, findCited } from "./cited";
import { freeze, headOf, whole } from "./frozen";
import { badRequest, notFound } from "./problem";

/** `GET /api/v1/citations/…`: how to cite the whole, a chart or a figure, frozen at the revision shown. */
export async function citation(request: Request, of: readonly string[]): Promise<Response> {
  const read = readPlainRequest(new URL(request.url).searchParams, ["as_of", "lang", "style"]);
  if (!read.ok) return badRequest(read.refusal);
  const { as_of } = read.value;
  const style = citationStyles.find((one) => one === read.value.style);
  const lang = read.value.lang === "fr" ? "fr" : "en";
  const frozen = await freeze(as_of);
  if (frozen instanceof Response) return frozen;
  const cited = await findCited(frozen, addressOfSite(frozen, request), lang, of);
  if (cited === null) return notFound();
  const all = Object.fromEntries(citationStyles.map((one) => [one, cite(cited, one)]));
  const text = style === undefined ? `${JSON.stringify(all, null, 1)}\n` : `${all[style]}\n`;
  const type = style === undefined ? "application/json" : citationTypes[style];
  return whole(request, headOf(request, frozen, text, type, false), text);
}
