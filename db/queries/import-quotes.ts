import { eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { canonicalUrl, slugOfTitle } from "@/domain/article";
import { reportClaim } from "@/domain/import/figure-of-content";
import type { CellProblem, RowContent } from "@/domain/import/row";
import type { DateClaimInput } from "@/domain/inputs";
import type { Language } from "@/domain/vocabulary";
import type { Reader } from "../client";
import { agents } from "../schema/agents";
import { sources } from "../schema/sources";

/** The text that a quote is from; `card` says what is to be recorded where the collection does not have it yet. */
export type QuotedSource = {
  readonly slug: string;
  readonly lang: Language;
  readonly url: string | null;
  readonly publisher: string;
  readonly card: NewSource | null;
};

export type NewSource = {
  readonly slug: string;
  readonly title: string;
  readonly titlePrinted: boolean;
  readonly publisher: string;
  readonly url: string | null;
  readonly lang: Language;
  readonly published: DateClaimInput;
};

const heirs = alias(agents, "publisher_heirs");

/**
 * Finds the texts that rows quote: by address, however it is decorated, or else by title and publisher. What is not
 * there yet is given a slug of its own, the same for every row that quotes it.
 */
export class QuotedSources {
  readonly #byAddress = new Map<string, QuotedSource>();
  readonly #byTitle = new Map<string, QuotedSource>();
  readonly #slugs = new Set<string>();

  /** @param reserved the slug that the dataset itself has, or is about to have */
  static async open(db: Reader, reserved: string | null): Promise<QuotedSources> {
    const rows = await db
      .select({
        slug: sources.slug,
        title: sources.title,
        url: sources.url,
        lang: sources.lang,
        publisher: agents.slug,
        heir: heirs.slug,
      })
      .from(sources)
      .innerJoin(agents, eq(agents.id, sources.publisherId))
      .leftJoin(heirs, eq(heirs.id, agents.mergedIntoId))
      .orderBy(sources.id);
    const found = new QuotedSources();
    if (reserved !== null) found.#slugs.add(reserved);
    for (const { title, heir, ...source } of rows) {
      found.#add({ ...source, card: null }, title, source.publisher);
      if (heir !== null) found.#add({ ...source, card: null }, title, heir);
    }
    return found;
  }

  /**
   * The text that a row quotes; null where the row names none.
   * @param lang of the row, or else of its dataset
   */
  of(content: RowContent, lang: Language): QuotedSource | CellProblem | null {
    const url = webAddress(content.source_url ?? null);
    const { source_title: title = null, publisher = null } = content;
    const known =
      url !== null
        ? this.#byAddress.get(canonicalUrl(url))
        : title !== null && publisher !== null
          ? this.#byTitle.get(titleOf(title, publisher))
          : undefined;
    if (known !== undefined) return known;
    if (url === null && title === null) return null;
    if (publisher === null) return { rule: "field_missing", column: null, cell: "publisher" };
    const named = title ?? new URL(url!).hostname; // one of both is there
    const slug = this.#freeSlug(slugOfTitle(named));
    const published = reportClaim({ reported_on: content.source_published_on ?? null });
    const language = (content.sentence_lang as Language | null | undefined) ?? lang; // a word of the closed list
    const card = {
      slug,
      title: named,
      titlePrinted: title !== null,
      publisher,
      url,
      lang: language,
      published,
    };
    const source = { slug, lang: language, url, publisher, card };
    this.#add(source, named, publisher);
    return source;
  }

  #add(source: QuotedSource, title: string, publisher: string): void {
    this.#slugs.add(source.slug);
    const address = source.url === null ? null : canonicalUrl(source.url);
    if (address !== null && !this.#byAddress.has(address)) this.#byAddress.set(address, source);
    if (!this.#byTitle.has(titleOf(title, publisher))) this.#byTitle.set(titleOf(title, publisher), source);
  }

  #freeSlug(slug: string): string {
    if (!this.#slugs.has(slug)) return slug;
    let number = 2;
    while (this.#slugs.has(`${slug}-${number}`)) number++;
    return `${slug}-${number}`;
  }
}

const titleOf = (title: string, publisher: string) => `${publisher}\n${title}`;

const webAddress = (words: string | null): string | null =>
  words !== null && /^https?:\/\//i.test(words) && URL.canParse(words) ? words : null;
