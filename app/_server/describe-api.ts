import type { Reader } from "@/db/client";
import { findSample } from "@/db/queries/find-sample";
import type { Standing } from "@/db/queries/stream-standing";
import { type OpenApiDocument, openApiDocument } from "@/domain/export/openapi";
import type { Locale } from "@/domain/vocabulary";
import { describedIn } from "@/messages/api-words";
import { messagesOf } from "@/messages/messages";
import { siteUrl } from "./site-env";

/** The description of the API, in a language: what `/api/v1/openapi.json` gives and the page shows. */
export async function describeApi(
  db: Reader,
  standing: Standing | null,
  revision: number,
  lang: Locale,
): Promise<OpenApiDocument> {
  const { name, motto } = messagesOf(lang).site;
  const about = {
    title: standing?.title[lang] ?? name,
    description: standing?.description[lang] ?? motto,
    site: siteUrl()?.href.replace(/\/$/, "") ?? "",
    sample: await findSample(db, revision),
  };
  return describedIn(openApiDocument(about), lang);
}
