import { eq } from "drizzle-orm";
import type { DateClaim, Localized } from "@/domain/figure";
import type { Extent, Language } from "@/domain/vocabulary";
import type { Reader } from "../client";
import { agents } from "../schema/agents";
import { editors } from "../schema/editors";
import { sources } from "../schema/sources";
import { reasoning } from "./figure-rows";
import { findNewestVersion } from "./find-newest-version";
import { standingAgent } from "./heirs";
import { localized } from "./reference";

/** A source with its newest text whole: for editors, never for readers. */
export type Article = {
  readonly slug: string;
  readonly title: string;
  readonly titlePrinted: boolean;
  readonly publisher: { readonly slug: string; readonly name: Localized };
  readonly author: string | null;
  readonly url: string | null;
  readonly archivedUrl: string | null;
  readonly published: DateClaim;
  readonly lang: Language;
  readonly licenceNote: Localized;
  readonly rowVersion: number;
  readonly createdAt: Date;
  /** The newest version: offsets of its suggestions count in this text. */
  readonly version: {
    readonly number: number;
    readonly extent: Extent;
    readonly text: string;
    readonly sha256: string;
    readonly author: string;
    readonly createdAt: Date;
  };
};

/** A source as editors know it; null where there is none. */
export async function findArticle(db: Reader, slug: string): Promise<Article | null> {
  const [row] = await db
    .select({ source: sources, publisher: agents })
    .from(sources)
    .innerJoin(agents, eq(agents.id, standingAgent(sources.publisherId)))
    .where(eq(sources.slug, slug));
  const version = await findNewestVersion(db, slug);
  if (row === undefined || version === null) return null;
  const [author] = await db
    .select({ name: editors.name })
    .from(editors)
    .where(eq(editors.id, version.authorId));
  const { source, publisher } = row;
  const { title, titlePrinted, url, archivedUrl, lang, rowVersion, createdAt } = source;
  const { number, extent, text, sha256 } = version;
  return {
    ...{ slug, title, titlePrinted, author: source.author, url, archivedUrl, lang, rowVersion, createdAt },
    publisher: { slug: publisher.slug, name: localized(publisher) },
    published: {
      start: source.publishedStart,
      end: source.publishedEnd,
      precision: source.publishedPrecision,
      basis: source.publishedBasis,
      reasoning: reasoning(source.publishedReasoningFr, source.publishedReasoningEn),
    },
    licenceNote: { fr: source.licenceNoteFr, en: source.licenceNoteEn },
    version: { number, extent, text, sha256, author: author!.name, createdAt: version.createdAt },
  };
}
