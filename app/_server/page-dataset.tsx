import { JsonLd } from "@/components/site/json-ld";
import type { findCollection } from "@/db/queries/find-collection";
import { findMoment } from "@/db/queries/find-moment";
import { datasetJsonLd } from "@/domain/export/dataset-json-ld";
import type { Figure, Metric } from "@/domain/figure";
import { reader } from "./database";
import type { PageRequest } from "./page-request";
import { siteAddress } from "./site-env";

type Props = {
  request: PageRequest;
  collection: Awaited<ReturnType<typeof findCollection>>;
  figures: readonly Figure[];
  metrics: readonly Metric[];
  /** The one metric the page is of. */
  metric?: Metric;
};

/** The figures of a page as a dataset. A page with filters shows a part that has no name, so it is not told of. */
export async function PageDataset({ request, collection, figures, metrics, metric }: Props) {
  const { locale, query, revision } = request;
  const { as_of: _frozen, ...filters } = query;
  if (collection === null || figures.length === 0 || Object.keys(filters).length > 0) return null;
  const shown = new Set(figures.map((figure) => figure.metric.slug));
  const whole = { title: collection.title[locale], description: collection.description[locale] };
  const own = metric
    ? {
        title: metric.name[locale],
        description: metric.definition[locale],
        path: `/${locale}/metrics/${metric.slug}`,
        metric: metric.slug,
        partOf: whole,
      }
    : { ...whole, path: `/${locale}` };
  const data = datasetJsonLd({
    ...own,
    locale,
    revision,
    site: siteAddress(),
    published: await findMoment(await reader(), revision),
    metrics: metrics.filter(({ slug }) => shown.has(slug)),
    periods: figures.map(({ period }) => period),
  });
  return <JsonLd data={data} />;
}
