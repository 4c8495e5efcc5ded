import { textBody } from "@/app/_server/kept-bodies";
import { findFigure } from "@/db/queries/find-figure";
import { findExportRow } from "@/db/queries/stream-figures";
import { listShownStates } from "@/db/queries/stream-history";
import { figureJsonLd } from "@/domain/export/figure-json-ld";
import { readPlainRequest } from "@/domain/export/plain-request";
import { freeze, headOf, kept } from "./frozen";
import { badRequest, notFound } from "./problem";

/** `GET /api/v1/figures/{id}.json`: one figure with every sentence that states it and every state readers were shown. */
export async function figure(request: Request, id: string): Promise<Response> {
  const read = readPlainRequest(new URL(request.url).searchParams, ["as_of", "lang"]);
  if (!read.ok) return badRequest(read.refusal);
  const { as_of: asOf, lang = "en" } = read.value;
  const frozen = await freeze(asOf);
  if (frozen instanceof Response) return frozen;
  const { opened, revision, site } = frozen;
  const head = headOf(
    request,
    frozen,
    `figures/${id}.json?${lang}&${asOf ?? ""}`,
    "application/ld+json",
    false,
  );
  const answer = await kept(request, frozen, head, async () => {
    const found = await findFigure(opened.db, id, revision);
    const selection = { revision, site, lang: lang === "fr" ? "fr" : "en", asOf } as const;
    const row = found && (await findExportRow(opened.db, selection, id));
    if (found === null || row === null) return null;
    const states = await listShownStates(opened.db, id, revision);
    return textBody(
      `${JSON.stringify(figureJsonLd(found, row, states, { revision, site, asOf }), null, 1)}\n`,
    );
  });
  return answer ?? notFound();
}
