import type { Localized, Metric } from "./figure";

type About = {
  readonly title: string;
  readonly description: string;
  /** The address of the site, "" where it is not told: addresses are then paths. */
  readonly site: string;
  readonly revision: number;
  readonly metrics: readonly (Pick<Metric, "slug" | "definition"> & { readonly name: Localized })[];
};

const line = (text: string) => text.replace(/\s+/g, " ").trim();
/** Text that stands in brackets of Markdown. */
const label = (text: string) => line(text).replace(/[[\]\\]/g, "\\$&");

/** What the data is and where it is to be had, in Markdown, for readers that are programs (`/llms.txt`). */
export function plainIndex({ title, description, site, revision, metrics }: About): string {
  const link = (name: string, path: string, says: string) =>
    `- [${label(name)}](${site}${path}): ${line(says)}`;
  return [
    `# ${line(title)}`,
    "",
    `> ${line(description)}`,
    "",
    "Each figure is one claim: a value as a text reports it, with the exact sentence it stands in, who claims it, who relayed it, how firmly, and for which dates. A claim is not a fact established by this site: name the claimant and keep the hedge (“about”, “at least”) when you repeat one, and link to its page.",
    "",
    `The data stands at revision ${revision}. With \`as_of=${revision}\` every address answers the same for ever, whatever is corrected later.`,
    "",
    "## Data",
    "",
    link(
      "Figures as JSON",
      "/api/v1/figures.json",
      "every figure with its sentence; filters metric, claimant, subject, place, from, to, known_on, as_of, q",
    ),
    link("Figures as CSV", "/api/v1/figures.csv", "the same rows; also ndjson, tsv, xlsx and parquet"),
    link(
      "One figure",
      "/api/v1/figures/{id}.json",
      "JSON-LD, with every sentence that states it and every state it had",
    ),
    link("Data package", "/api/v1/datapackage.zip", "all tables with metadata, licence and citation"),
    link("OpenAPI", "/api/v1/openapi.json", "every address, parameter and answer"),
    link("Changes", "/changes.atom", "revisions, corrections and retractions as an Atom feed"),
    link(
      "Citations",
      "/api/v1/citations/collection",
      "how to cite the whole; also metrics/{slug} and figures/{id}",
    ),
    "",
    "## Charts",
    "",
    ...metrics.map(({ slug, name, definition }) => link(name.en, `/en/metrics/${slug}`, definition.en)),
    "",
    "## Reading",
    "",
    link("Method", "/en/method", "what a figure is, how it is dated and attributed"),
    link("Sources", "/en/sources", "the texts the figures were taken from"),
    link("En français", "/fr", "every page is there in French too"),
    "",
    "## Rights",
    "",
    "The compilation is CC BY 4.0. The sentences are short quotations that belong to their publishers.",
    "",
  ].join("\n");
}
