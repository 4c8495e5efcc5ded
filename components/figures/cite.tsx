import { getTranslations } from "next-intl/server";
import type { Anchor, Figure } from "@/domain/figure";
import type { Locale } from "@/domain/vocabulary";
import { messagesOf } from "@/messages/messages";
import { Filled } from "../ui/filled";
import { cellsText } from "./cells-text";

type Props = { figure: Figure; anchor: Anchor; locale: Locale; revision: number };

/** A citation that keeps the sentence or the row, and the address under which this very state can be opened again. */
export async function Cite({ figure, anchor, locale, revision }: Props) {
  const t = await getTranslations("figure");
  const address = `/${locale}/figures/${figure.id}?as_of=${revision}`;
  const { sentence, sentenceLang: lang, sourceTitle, record } = anchor;
  const { citeText, citeRow } = messagesOf(locale).figure;
  const holes = { source: <span lang={lang}>{sourceTitle}</span>, id: figure.id, revision };
  return (
    <section className="cite">
      <h2>{t("cite")}</h2>
      <p className="citation" data-copy={t("copy")} data-copied={t("copied")}>
        {record === null ? (
          <Filled template={citeText} holes={{ ...holes, sentence: <span lang={lang}>{sentence}</span> }} />
        ) : (
          <Filled
            template={citeRow}
            holes={{ ...holes, row: record.row, cells: cellsText(anchor, locale) }}
          />
        )}{" "}
        <a href={address}>{t("permalink")}</a>
      </p>
    </section>
  );
}
