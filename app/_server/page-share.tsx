import { HeadTags } from "@/components/share/head-tags";
import { Share } from "@/components/share/share";
import { findMoment } from "@/db/queries/find-moment";
import { cite } from "@/domain/citation/cite";
import { embedCode, embedHeights } from "@/domain/embed";
import { isWhole, type Shared, shareLinks } from "@/domain/export/share-links";
import { reader } from "./database";
import type { PageRequest } from "./page-request";
import { siteAddress } from "./site-env";

type Props = {
  request: PageRequest;
  of: Shared;
  title: string;
  /** Name of the collection: it signs citations. */
  collection: string;
  /** Claims that keep who says so and how firmly, the most important first; what the page is where it has none. */
  said: readonly string[];
  /** The figure whose point is marked. */
  point?: string | undefined;
  /** How the page shows what it shows, as parameters of its address. */
  view?: Readonly<Record<string, string>>;
  /** The page of the chart on which the figure shared is a point. */
  onChart?: string;
};

/** More claims than these are no sentence to paste. */
const most = 4;

/** How the page at hand is given away: what networks are shown of it, and the part where readers take it from. */
export async function PageShare({ request, of, title, collection, said, point, view, onChart }: Props) {
  const { locale, query, revision, frozenAt } = request;
  const site = siteAddress();
  const shown = frozenAt === null ? { ...query, as_of: undefined } : query;
  const links = shareLinks(of, locale, { query: shown, revision, point, view });
  const published = frozenAt ?? (await findMoment(await reader(), revision));
  const citation = cite(
    {
      kind: isWhole(of) ? "collection" : of.list === "metrics" ? "chart" : "figure",
      key: isWhole(of) ? of.list : of.name,
      title,
      collection,
      revision,
      published: published?.toISOString().slice(0, 10) ?? null,
      url: site + links.frozen,
      lang: locale,
    },
    "apa",
  );
  const embed =
    isWhole(of) || links.embed === null ? null : embedCode(site + links.embed, title, embedHeights[of.list]);
  const claims = said.slice(0, most);
  return (
    <>
      <HeadTags
        {...{ locale, title, site }}
        text={claims.join(" ") || title}
        page={links.page}
        card={links.card}
        embeddable={embed !== null}
      />
      <Share
        {...{ links, site, revision, citation, embed }}
        isFrozen={frozenAt !== null}
        sentence={[...claims, site + links.page].join("\n")}
        onChart={onChart ?? null}
      />
    </>
  );
}
