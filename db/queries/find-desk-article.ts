import { desc, eq } from "drizzle-orm";
import type { DateClaim } from "@/domain/figure";
import type { Language } from "@/domain/vocabulary";
import type { Reader } from "../client";
import { agents } from "../schema/agents";
import { sources, sourceVersions } from "../schema/sources";
import { reasoning } from "./figure-rows";
import { localized } from "./reference";

/** A source with the newest of its texts, whole: for editors only. */
export type DeskArticle = {
  readonly slug: string;
  readonly title: string;
  readonly publisher: { readonly slug: string; readonly name: { readonly fr: string; readonly en: string } };
  readonly published: DateClaim;
  readonly language: Language;
  /** The number of the version, and its text: what all offsets count in. */
  readonly version: number;
  readonly text: string;
};

/** What the reading view shows of a source; null where there is no such source. */
export async function findDeskArticle(db: Reader, slug: string): Promise<DeskArticle | null> {
  const [row] = await db
    .select({ source: sources, publisher: agents, version: sourceVersions })
    .from(sources)
    .innerJoin(agents, eq(agents.id, sources.publisherId))
    .innerJoin(sourceVersions, eq(sourceVersions.sourceId, sources.id))
    .where(eq(sources.slug, slug))
    .orderBy(desc(sourceVersions.number))
    .limit(1);
  if (row === undefined) return null;
  const { source, publisher, version } = row;
  return {
    slug,
    title: source.title,
    publisher: { slug: publisher.slug, name: localized(publisher) },
    published: {
      start: source.publishedStart,
      end: source.publishedEnd,
      precision: source.publishedPrecision,
      basis: source.publishedBasis,
      reasoning: reasoning(source.publishedReasoningFr, source.publishedReasoningEn),
    },
    language: source.lang,
    version: version.number,
    text: version.text,
  };
}
