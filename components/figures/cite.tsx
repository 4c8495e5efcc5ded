import { getTranslations } from "next-intl/server";
import type { Anchor, Figure } from "@/domain/figure";
import type { Locale } from "@/domain/vocabulary";
import { messagesOf } from "@/messages/messages";
import { Filled } from "../ui/filled";

type Props = { figure: Figure; anchor: Anchor; locale: Locale; revision: number };

/** A citation that keeps the sentence, and the address under which this very state can be opened again. */
export async function Cite({ figure, anchor, locale, revision }: Props) {
  const t = await getTranslations("figure");
  const address = `/${locale}/figures/${figure.id}?as_of=${revision}`;
  const { sentence, sentenceLang: lang, sourceTitle } = anchor;
  return (
    <section className="cite">
      <h2>{t("cite")}</h2>
      <p className="citation" data-copy={t("copy")} data-copied={t("copied")}>
        <Filled
          template={messagesOf(locale).figure.citeText}
          holes={{
            sentence: <span lang={lang}>{sentence}</span>,
            source: <span lang={lang}>{sourceTitle}</span>,
            id: figure.id,
            revision,
          }}
        />{" "}
        <a href={address}>{t("permalink")}</a>
      </p>
    </section>
  );
}
