import { type ExportColumn, figureExportColumns } from "./columns";

const types = {
  text: "string",
  word: "string",
  decimal: "number",
  integer: "integer",
  boolean: "boolean",
  date: "date",
} as const;

const field = ({ name, type, description, optional, words }: ExportColumn) => ({
  name,
  type: types[type],
  description,
  constraints: {
    ...(optional ? {} : { required: true }),
    ...(name === "figure_id" ? { unique: true } : {}),
    ...(words === undefined ? {} : { enum: [...words] }),
  },
});

/** The key of each list and what in a figure refers to it. */
const keys = {
  metrics: { key: "metric_id", from: ["metric"] },
  agents: { key: "agent_id", from: ["subject", "publisher"] },
  sources: { key: "source_id", from: ["source_id"] },
} as const;
export type ListResource = {
  readonly name: keyof typeof keys;
  readonly columns: readonly string[];
  readonly path: string;
};

export type PackageFacts = {
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  readonly revision: number;
  readonly site: string;
  readonly request: string;
  readonly citation: string;
  readonly figuresPath: string;
  readonly lists: readonly ListResource[];
};

const tabular = {
  profile: "tabular-data-resource",
  type: "table",
  scheme: "http",
  format: "csv",
  mediatype: "text/csv",
  encoding: "utf-8",
} as const;
const dialect = { delimiter: ",", lineTerminator: "\n", quoteChar: '"', doubleQuote: true, header: true };

function listResource({ name, columns, path }: ListResource) {
  const fields = columns.map((column) => ({
    name: column,
    type:
      column === "longest_silence_days"
        ? "integer"
        : /^published_(start|end)$/.test(column)
          ? "date"
          : "string",
    ...(column === keys[name].key ? { constraints: { required: true, unique: true } } : {}),
  }));
  return {
    name,
    path,
    ...resource(path),
    schema: { fields, primaryKey: [keys[name].key], missingValues: [""] },
    dialect,
  };
}

/** A file of the archive has no scheme. */
function resource(path: string) {
  const { scheme, ...rest } = tabular;
  return /^https?:/.test(path) ? { ...rest, scheme } : rest;
}

/** The descriptor of the tables: a Data Package by version 2 of the specification that version 1 can read too. */
export function dataPackage(facts: PackageFacts) {
  const { slug, title, description, revision, site, request, citation, figuresPath, lists } = facts;
  const foreignKeys = lists.flatMap(({ name }) =>
    keys[name].from.map((column) => ({
      fields: [column],
      reference: { resource: name, fields: [keys[name].key] },
    })),
  );
  const schema = {
    fields: figureExportColumns.map(field),
    primaryKey: ["figure_id"],
    foreignKeys,
    missingValues: [""],
  };
  return {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    profile: "data-package",
    name: slug,
    title,
    description,
    version: `1.0.${revision}`,
    ...(site === "" ? {} : { homepage: site }),
    licenses: [
      {
        name: "CC-BY-4.0",
        title: "Creative Commons Attribution 4.0, for the compilation; quotations belong to their publishers",
        path: "https://creativecommons.org/licenses/by/4.0/",
      },
    ],
    contributors: [{ title, role: "author", roles: ["author"] }],
    citation,
    query: request,
    revision,
    resources: [
      { name: "figures", path: figuresPath, ...resource(figuresPath), schema, dialect },
      ...lists.map(listResource),
    ],
  };
}

/** What a person who opens the archive reads first. */
export const packageReadme = (
  { title, description, revision, site, request, citation }: PackageFacts,
  count: number,
): string =>
  `# ${title}

${description}

- Rows: ${count}
- Revision of the collection: ${revision}
- Filters: ${request === "" ? "none" : `\`${request}\``}
- The same state for ever: ${site}/api/v1/datapackage.zip?${withRevision(request, revision)}

## Files

- \`data/figures.csv\`: one row per claim, with the exact sentence it was taken from. Where \`sentence_lang\` is empty there
  is no sentence: \`sentence\` is the row of a dataset that the figure stands in, its cells as RFC 4180 writes them
- \`data/metrics.csv\`, \`data/agents.csv\`, \`data/sources.csv\`: what the slugs stand for
- \`datapackage.json\`: types and keys of every column (Frictionless Data Package)
- \`CITATION.txt\`, \`LICENSE.md\`

Values are decimals as stated: read them as such. An empty cell is nothing known, not zero. A text that a spreadsheet
would take for a formula has one apostrophe before it; take one away where a cell begins with apostrophes followed by
= + - @, a tab or a line break.

## Cite as

${citation}
`;

export const packageLicence = `# Licence

The compilation (the choice of figures, their coding, the dates, the attributions) is offered under the Creative Commons
Attribution 4.0 International licence: https://creativecommons.org/licenses/by/4.0/

The sentences are short quotations, each with its source. They belong to their publishers, and no licence to them is given here.
`;

export function withRevision(request: string, revision: number): string {
  const params = new URLSearchParams(request);
  params.set("as_of", String(revision));
  return params.toString();
}
