import { getTranslations } from "next-intl/server";
import type { HrefTo } from "@/domain/address";
import { claimText } from "@/domain/claim-text";
import type { Figure } from "@/domain/figure";
import type { Locale } from "@/domain/vocabulary";
import { messagesOf } from "@/messages/messages";
import { claimWords } from "../figures/claim-words";
import { Words } from "../figures/words";
import { ObjectionForm } from "./objection-form";
import type { ObjectionAction } from "./objection-state";

type Props = {
  figure: Figure;
  /** Null once it was sent. */
  action: ObjectionAction | null;
  locale: Locale;
  hrefTo: HrefTo;
};

/** The figure and its sentence, and below them what a reader reads there instead. */
export async function ObjectionPage({ figure, action, locale, hrefTo }: Props) {
  const t = await getTranslations("objection");
  const { anchor } = figure;
  const { about, abouts, shouldSay, shouldSayHint, words, email, emailHint, trap, submit } =
    messagesOf(locale).objection;
  const back = <a href={hrefTo(`/figures/${figure.id}`)}>{t("back")}</a>;
  return (
    <div className="objection">
      <header className="page-head">
        <h1>{t("title")}</h1>
        {action !== null && <p>{t("what")}</p>}
      </header>
      {action === null && (
        <p role="status">
          <strong>{t("sent")}</strong> {t("sentWhat")} {back}
        </p>
      )}
      <section aria-label={t("figure")}>
        <p className="headline">
          {claimText(figure, locale, claimWords(locale, [figure]), figure.metric.name[locale])}
        </p>
        <Words
          anchor={anchor}
          spans={[{ start: anchor.numberStart, end: anchor.numberEnd }]}
          locale={locale}
          hrefTo={hrefTo}
        />
      </section>
      {action !== null && (
        <>
          <ObjectionForm
            action={action}
            words={{ about, abouts, shouldSay, shouldSayHint, words, email, emailHint, trap, submit }}
          />
          <p>{back}</p>
        </>
      )}
    </div>
  );
}
