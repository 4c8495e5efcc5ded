import { type CitationStyle, citationStyles, cite } from "@/domain/citation/cite";
import { readPlainRequest } from "@/domain/export/plain-request";
import { addressOfSite, findCited } from "../../_server/cited";
import { freeze, headOf, whole } from "../../_server/frozen";
import { badRequest, notFound } from "../../_server/problem";
import { preflight } from "../../_server/public-headers";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ of: string[] }> };

/** How to cite the whole, a chart or a figure, frozen at the revision shown. */
async function answer(request: Request, { params }: Context): Promise<Response> {
  const read = readPlainRequest(new URL(request.url).searchParams, ["as_of", "lang", "style"]);
  if (!read.ok) return badRequest(read.refusal);
  const { as_of, style } = read.value;
  const lang = read.value.lang === "fr" ? "fr" : "en";
  const frozen = await freeze(as_of);
  if (frozen instanceof Response) return frozen;
  const { of } = await params;
  const cited = await findCited(frozen, addressOfSite(frozen, request), lang, of);
  if (cited === null) return notFound();
  const all = Object.fromEntries(citationStyles.map((one) => [one, cite(cited, one)]));
  const text =
    style === undefined ? `${JSON.stringify(all, null, 1)}\n` : `${cite(cited, style as CitationStyle)}\n`; // read above
  const type = style === undefined || style === "csl-json" ? "application/json" : "text/plain; charset=utf-8";
  return whole(request, headOf(request, frozen, text, type, false), text);
}

export { answer as GET, answer as HEAD, preflight as OPTIONS };
