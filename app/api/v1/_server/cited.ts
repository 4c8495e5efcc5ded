import { claimWords } from "@/components/figures/claim-words";
import { findFigure } from "@/db/queries/find-figure";
import { findMetric } from "@/db/queries/list-metrics";
import type { Cited } from "@/domain/citation/cite";
import { claimText } from "@/domain/claim-text";
import type { Locale } from "@/domain/vocabulary";
import type { Frozen } from "./frozen";

/** Where the site is: as told, or as this visitor came. A citation without an address leads nowhere. */
export const addressOfSite = (frozen: Frozen, request: Request): string =>
  frozen.site || new URL(request.url).origin;

const base = ({ standing, revision }: Frozen, lang: Locale) => ({
  collection: standing.title[lang],
  revision,
  published: standing.at?.toISOString().slice(0, 10) ?? null,
  lang,
});

export const citedCollection = (frozen: Frozen, site: string, lang: Locale): Cited => ({
  ...base(frozen, lang),
  kind: "collection",
  key: frozen.standing.slug,
  title: frozen.standing.title[lang],
  url: `${site}/${lang}/figures?as_of=${frozen.revision}`,
});

/** What is cited by an address; null where there is no such thing. */
export async function findCited(
  frozen: Frozen,
  site: string,
  lang: Locale,
  of: readonly string[],
): Promise<Cited | null> {
  const [list, name, ...rest] = of;
  if (rest.length > 0) return null;
  if (list === "collection" && name === undefined) return citedCollection(frozen, site, lang);
  if (name === undefined || !/^[a-z0-9-]{1,80}$/.test(name)) return null;
  const { opened, revision, standing } = frozen;
  const key = `${standing.slug}-${name}`;
  if (list === "metrics") {
    const metric = await findMetric(opened.db, name);
    if (metric === null) return null;
    return {
      ...base(frozen, lang),
      kind: "chart",
      key,
      title: metric.name[lang],
      url: `${site}/${lang}/metrics/${name}?as_of=${revision}`,
    };
  }
  const figure = list === "figures" ? await findFigure(opened.db, name, revision) : null;
  if (figure === null) return null;
  const title = claimText(figure, lang, claimWords(lang, [figure]), figure.metric.name[lang]);
  return {
    ...base(frozen, lang),
    kind: "figure",
    key,
    title,
    url: `${site}/${lang}/figures/${name}?as_of=${revision}`,
  };
}
