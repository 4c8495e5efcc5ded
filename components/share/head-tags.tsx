import type { Locale } from "@/domain/vocabulary";
import { locales } from "@/domain/vocabulary";
import { messagesOf } from "@/messages/messages";

type Props = {
  locale: Locale;
  title: string;
  text: string;
  /** The address of the site, "" where it is not told. */
  site: string;
  page: string;
  card: string;
  embeddable: boolean;
};

/**
 * What the page says where its address is shared, with its state: networks read the address they are given. React lifts
 * these into the head. Pictures and addresses are whole or nothing, so they are left out where the site has no name.
 */
export function HeadTags({ locale, title, text, site, page, card, embeddable }: Props) {
  const description = text.replace(/\s+/g, " ").slice(0, 300);
  const others = locales.filter((one) => one !== locale);
  const language = { fr: "fr_FR", en: "en_GB" } as const;
  const oembed = `${site}/oembed?url=${encodeURIComponent(`${site}${page}`)}`;
  return (
    <>
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:type" content="article" />
      <meta property="og:site_name" content={messagesOf(locale).site.name} />
      <meta property="og:locale" content={language[locale]} />
      {others.map((one) => (
        <meta key={one} property="og:locale:alternate" content={language[one]} />
      ))}
      <meta name="twitter:card" content={site === "" ? "summary" : "summary_large_image"} />
      {site !== "" && (
        <>
          <meta property="og:url" content={`${site}${page}`} />
          <meta property="og:image" content={`${site}${card}`} />
          <meta property="og:image:type" content="image/png" />
          <meta property="og:image:width" content="1200" />
          <meta property="og:image:height" content="630" />
          <meta property="og:image:alt" content={description} />
          <meta name="twitter:image:alt" content={description} />
        </>
      )}
      {embeddable && site !== "" && (
        <>
          <link rel="alternate" type="application/json+oembed" href={`${oembed}&format=json`} title={title} />
          <link rel="alternate" type="text/xml+oembed" href={`${oembed}&format=xml`} title={title} />
        </>
      )}
    </>
  );
}
