import { getTranslations } from "next-intl/server";
import type { Anchor } from "@/domain/figure";
import { hostOf } from "@/domain/host-of";
import type { Reach } from "@/domain/passage-around";
import { textFragmentUrl } from "@/domain/text-fragment";
import type { Locale } from "@/domain/vocabulary";
import { messagesOf } from "@/messages/messages";
import { Filled } from "../ui/filled";

type Props = { anchor: Anchor; reach: Reach; locale: Locale };

/** Below a sentence: what stands around it in the passage, and the way to it in the original and in its archived copy. */
export async function InReach({ anchor, reach, locale }: Props) {
  const t = await getTranslations("around");
  if (anchor.record !== null) return null; // a row leads to its table by itself
  const { before, after, url, archivedUrl } = reach;
  const atSentence = url === null ? null : textFragmentUrl(url, anchor);
  return (
    <div className="in-reach">
      {(before ?? after) !== null && (
        <details>
          <summary>{t("passage")}</summary>
          <blockquote lang={anchor.sentenceLang}>
            <p>
              {before !== null && `${before} `}
              <strong>{anchor.sentence}</strong>
              {after !== null && ` ${after}`}
            </p>
          </blockquote>
        </details>
      )}
      {url !== null && atSentence !== null && (
        <p className="secondary">
          <a href={atSentence} rel="noopener external">
            {t("original")}
          </a>{" "}
          <Filled
            template={messagesOf(locale).around.originalNote}
            holes={{
              link: (
                <a href={url} rel="noopener external">
                  {hostOf(url)}
                </a>
              ),
            }}
          />
        </p>
      )}
      {archivedUrl !== null && (
        <p className="secondary">
          <a href={archivedUrl} rel="noopener external">
            {t("archived")}
          </a>
        </p>
      )}
    </div>
  );
}
