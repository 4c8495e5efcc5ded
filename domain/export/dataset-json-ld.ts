import type { DateClaim, Metric } from "../figure";
import type { Locale } from "../vocabulary";
import { license } from "./figure-json-ld";
import { type TableFormat, tableFormats } from "./formats";

type Dataset = {
  readonly locale: Locale;
  readonly title: string;
  readonly description: string;
  /** The address of the site, "" where it is not told: addresses are then paths. */
  readonly site: string;
  /** The page, as a path with its language. */
  readonly path: string;
  /** The collection, where this is a part of it. */
  readonly partOf?: { readonly title: string; readonly description: string };
  /** The one metric whose figures these are. */
  readonly metric?: string;
  readonly revision: number;
  readonly published: Date | null;
  readonly metrics: readonly Pick<Metric, "slug" | "name" | "definition" | "unit">[];
  readonly periods: readonly DateClaim[];
};

const offered = ["csv", "json", "ndjson", "xlsx", "parquet"] as const satisfies readonly TableFormat[];

/** The figures of a page as a schema.org Dataset: what is measured, over which time, on which terms, in which files. */
export function datasetJsonLd(about: Dataset) {
  const { locale, title, description, site, path, metric, revision, published, metrics, partOf } = about;
  const filter = metric === undefined ? "" : `metric=${encodeURIComponent(metric)}&`;
  const coverage = coverageOf(about.periods);
  return {
    "@context": "https://schema.org",
    "@type": "Dataset",
    "@id": `${site}${path}`,
    url: `${site}${path}`,
    name: title,
    description,
    inLanguage: locale,
    license,
    isAccessibleForFree: true,
    version: String(revision),
    ...(published === null ? {} : { dateModified: published.toISOString() }),
    ...(coverage === null ? {} : { temporalCoverage: coverage }),
    ...(partOf === undefined
      ? {}
      : {
          isPartOf: {
            "@type": "Dataset",
            url: `${site}/${locale}`,
            name: partOf.title,
            description: partOf.description,
            license,
          },
        }),
    variableMeasured: metrics.map(({ slug, name, definition, unit }) => ({
      "@type": "PropertyValue",
      propertyID: slug,
      name: name[locale],
      description: definition[locale],
      unitText: unit.name[locale],
    })),
    distribution: offered.map((format) => ({
      "@type": "DataDownload",
      encodingFormat: tableFormats[format].split(";")[0],
      contentUrl: `${site}/api/v1/figures.${format}?${filter}as_of=${revision}&lang=${locale}`,
    })),
  };
}

/** From the first day any value holds to the last, as an interval of ISO 8601; null where no day is known. */
function coverageOf(periods: readonly DateClaim[]): string | null {
  const starts = periods.flatMap(({ start }) => start ?? []).sort();
  const ends = periods.flatMap(({ end, start }) => end ?? start ?? []).sort();
  const [first, last] = [starts[0], ends.at(-1)];
  return first === undefined || last === undefined ? null : `${first}/${last}`;
}
