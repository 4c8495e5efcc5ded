import { eq, inArray, like, or, sql } from "drizzle-orm";
import { articleInput, canonicalUrl, defaultLicenceNote, slugOfTitle } from "@/domain/article";
import { sources, sourceVersions } from "../schema/sources";
import { dateColumns } from "./date-columns";
import { idsBySlug } from "./ids";
import { mutation, Refused, type Writer } from "./mutation";
import { sha256Of, writeSourceVersion } from "./write-source-version";

/**
 * Records an article whole: a source under a slug made from its title, its text as version 1, and what was read in it
 * as suggestions. Readers see none of it until a figure of it is published. Refused as `exists` where the same
 * address or the very same text is there already.
 *
 * @returns the slug, and how many suggestions wait
 */
export const recordArticle = mutation(
  "record",
  "record_article",
  articleInput,
  async (tx, { card, ...read }, editor) => {
    // Two who paste the same article queue up here; nobody who only looks, or only points at a source, waits.
    await tx.execute(sql`lock table ${sources} in share row exclusive mode`);
    const url = card.url === null ? null : canonicalUrl(card.url);
    const known = await knownSource(tx, [url, card.url], sha256Of(read.text));
    if (known !== null) throw new Refused({ kind: "exists", slug: known });
    const { publisher, licenceNote, published, ...rest } = card;
    const agentId = await idsBySlug(tx, "agents", [publisher], "publisher");
    const note = licenceNote ?? defaultLicenceNote;
    const slug = await freeSlug(tx, slugOfTitle(card.title));
    const [source] = await tx
      .insert(sources)
      .values({
        ...rest,
        slug,
        url,
        publisherId: agentId(publisher),
        licenceNoteFr: note.fr,
        licenceNoteEn: note.en,
        ...dateColumns("published", published),
      })
      .returning({ id: sources.id });
    await writeSourceVersion(tx, { sourceId: source!.id, number: 1, authorId: editor.id }, read);
    const suggestions = read.proposals.length;
    const after = { ...card, url, version: 1, sha256: sha256Of(read.text), suggestions };
    return { value: { slug, suggestions }, entity: `source:${slug}`, after };
  },
);

/** The slug of a source at one of these addresses, or with this very text; null where there is none. */
async function knownSource(
  tx: Writer,
  urls: readonly (string | null)[],
  sha256: string,
): Promise<string | null> {
  const addresses = urls.filter((url) => url !== null);
  const [known] = await tx
    .select({ slug: sources.slug })
    .from(sources)
    .innerJoin(sourceVersions, eq(sourceVersions.sourceId, sources.id))
    .where(
      or(
        eq(sourceVersions.sha256, sha256),
        addresses.length > 0 ? inArray(sources.url, addresses) : undefined,
      ),
    )
    .orderBy(sources.id)
    .limit(1);
  return known?.slug ?? null;
}

/** The slug itself, or with the first number that makes it one of its own: "storks", "storks-2". */
async function freeSlug(tx: Writer, slug: string): Promise<string> {
  const taken = await tx
    .select({ slug: sources.slug })
    .from(sources)
    .where(like(sources.slug, `${slug}%`));
  const slugs = new Set(taken.map((row) => row.slug));
  if (!slugs.has(slug)) return slug;
  let number = 2;
  while (slugs.has(`${slug}-${number}`)) number++;
  return `${slug}-${number}`;
}
