import { getTranslations } from "next-intl/server";
import type { ShareLinks } from "@/domain/export/share-links";
import { CopyField } from "./copy-field";
import { ShareTools } from "./share-tools";

export type ShareProps = {
  readonly links: ShareLinks;
  /** The address of the site, "" where it is not told: the browser then writes it in front of paths. */
  readonly site: string;
  readonly isFrozen: boolean;
  readonly revision: number;
  /** What is shared, in words that keep who says so and how firmly. */
  readonly sentence: string;
  readonly citation: string;
  /** HTML that embeds it; null where nothing can be embedded. */
  readonly embed: string | null;
  /** This point on the page of its chart; null where there is no such page. */
  readonly onChart: string | null;
};

/** Everything under which a view can be given away. Without script: links, and texts to select. */
export async function Share(props: ShareProps) {
  const { links, site, isFrozen, revision, sentence, citation, embed, onChart } = props;
  const t = await getTranslations("share");
  const words = { copy: t("copy"), copied: t("copied"), notCopied: t("notCopied") };
  return (
    <details className="section share" data-nosnippet="">
      <summary>{t("title")}</summary>
      <p>
        {isFrozen ? t("frozen", { revision }) : t("live")}{" "}
        <a
          href={isFrozen ? links.live : links.frozen}
          data-follows="link"
          data-unfreezes={isFrozen ? "" : undefined}
        >
          {isFrozen ? t("unfreeze") : t("freeze", { revision })}
        </a>
      </p>
      <CopyField
        id="share-link"
        label={t("link")}
        text={site + links.page}
        path={links.page}
        {...{ site, words }}
      />
      <CopyField
        id="share-said"
        label={t("sentence")}
        text={sentence}
        path={links.page}
        {...{ site, words }}
      />
      <CopyField
        id="share-cite"
        label={t("citation")}
        text={citation}
        path={links.frozen}
        {...{ site, words }}
      />
      {embed !== null && links.embed !== null && (
        <>
          <CopyField id="share-embed" label={t("embed")} text={embed} path="/embed/" {...{ site, words }} />
          <p className="secondary">{t("embedNote")}</p>
        </>
      )}
      <ul className="share-links">
        <li>
          <a href={links.card} data-follows="link" download="">
            {t("card")}
          </a>
        </li>
        {links.chart && (
          <li>
            <a href={links.chart} data-follows="link" download="">
              {t("chart")}
            </a>
          </li>
        )}
        {onChart && (
          <li>
            <a href={onChart}>{t("onChart")}</a>
          </li>
        )}
      </ul>
      <ShareTools
        picture={links.chart ?? links.card}
        link={links.page}
        sentence={sentence.split("\n")[0] ?? ""}
        words={{ ...words, copyImage: t("copyImage"), notCopied: t("notCopiedImage"), system: t("system") }}
      />
    </details>
  );
}
