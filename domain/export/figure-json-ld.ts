import { addressesIn } from "../address";
import type { Anchor, FigureWithMentions } from "../figure";
import { recordCells } from "../record";

/** The terms: schema.org for claims, articles and datasets, the W3C Web Annotation vocabulary for where a sentence stands. */
const context = {
  "@vocab": "https://schema.org/",
  oa: "http://www.w3.org/ns/oa#",
} as const;

/** Of the compilation; quotations belong to their publishers. */
export const license = "https://creativecommons.org/licenses/by/4.0/";

type Row = Readonly<Record<string, string | number | boolean | null>>;

type Place = { readonly revision: number; readonly site: string; readonly asOf?: string | undefined };

/**
 * A figure as JSON-LD: a claim, who makes it, the sentences it stands in and how it was shown before. `row` is the same
 * figure as a row of a table.
 */
export const figureJsonLd = (
  figure: FigureWithMentions,
  row: Row,
  revisions: readonly unknown[],
  place: Place,
) => ({ ...claimJsonLd(figure, `${row.figure_url}`, place), figure: row, revisions });

/** What a search engine is told of a figure on its page at `url`: the claim, its claimant and the sentences it stands in. */
export function claimJsonLd(figure: FigureWithMentions, url: string, { revision, site, asOf }: Place) {
  const { claimant, reportedOn, mentions, note } = figure;
  return {
    "@context": context,
    "@type": "Claim",
    "@id": url,
    identifier: figure.id,
    version: figure.revision,
    inCollectionRevision: revision,
    text: figure.anchor.sentence,
    ...(figure.anchor.record === null ? { inLanguage: figure.anchor.sentenceLang } : {}),
    creativeWorkStatus: figure.status,
    ...(claimant === null
      ? {}
      : {
          author: {
            "@type": claimant.kind === "person" ? "Person" : "Organization",
            identifier: claimant.slug,
            name: claimant.name.en,
          },
        }),
    ...(reportedOn.start === null ? {} : { datePublished: reportedOn.start }),
    about: {
      "@type": "StatisticalVariable",
      identifier: figure.metric.slug,
      name: figure.metric.name.en,
      description: figure.metric.definition.en,
    },
    appearance: mentions.map((mention) =>
      appearance(mention, `${site}${addressesIn("en", asOf)(`/sources/${mention.sourceSlug}`)}`),
    ),
    ...(note === null ? {} : { abstract: note.en }),
    license,
  };
}

/** A sentence or a row where it stands: quoted, and by position in UTF-16 units of the text or the file. */
const appearance = (mention: Anchor, url: string) => ({
  ...standing(mention, url),
  "oa:hasSelector": [
    {
      "@type": "oa:TextQuoteSelector",
      "oa:exact": mention.sentence,
      "oa:prefix": mention.prefix,
      "oa:suffix": mention.suffix,
    },
    { "@type": "oa:TextPositionSelector", "oa:start": mention.sentenceStart, "oa:end": mention.sentenceEnd },
  ],
  number: {
    start: mention.numberStart,
    end: mention.numberEnd,
    text: mention.sentence.slice(mention.numberStart, mention.numberEnd),
  },
  attribution: mention.attribution.map(({ role, agent, asPrinted }) => ({
    role,
    agent: agent.slug,
    asPrinted,
  })),
});

/** A text says what language it is in; a dataset, where it is published, which row it is and what its columns are. */
function standing({ sourceSlug, sourceTitle, sentenceLang, record }: Anchor, page: string) {
  const named = { identifier: sourceSlug, name: sourceTitle, url: page };
  if (record === null) return { "@type": "CreativeWork", ...named, inLanguage: sentenceLang };
  const columns = recordCells(record.header).map(({ text }) => text);
  return {
    "@type": "Dataset",
    ...named,
    ...(record.url === null ? {} : { sameAs: record.url }),
    version: record.version,
    row: record.row,
    columns,
  };
}
