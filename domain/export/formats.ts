import type { CitationStyle } from "../citation/cite";

/** Every form a table of figures leaves the site in, with its media type. */
export const tableFormats = {
  csv: "text/csv; charset=utf-8; header=present",
  tsv: "text/tab-separated-values; charset=utf-8",
  json: "application/json",
  ndjson: "application/x-ndjson; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  parquet: "application/vnd.apache.parquet",
} as const;

export type TableFormat = keyof typeof tableFormats;

export const tableFormatNames = Object.keys(tableFormats) as readonly TableFormat[]; // the keys of the literal above

export const isTableFormat = (name: string): name is TableFormat => Object.hasOwn(tableFormats, name);

/** The media type of each style of citation, as other programs know it. */
export const citationTypes: Readonly<Record<CitationStyle, string>> = {
  apa: "text/plain; charset=utf-8",
  chicago: "text/plain; charset=utf-8",
  bibtex: "application/x-bibtex; charset=utf-8",
  ris: "application/x-research-info-systems; charset=utf-8",
  "csl-json": "application/vnd.citationstyles.csl+json",
};

/** Raised whenever the same figures would be written differently: part of every ETag. */
export const exportVersion = 1;
