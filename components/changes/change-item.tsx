import { getTranslations } from "next-intl/server";
import type { HrefTo } from "@/domain/address";
import { type Change, fieldsChanged } from "@/domain/change";
import { headlineText } from "@/domain/claim-text";
import type { FigureWithMentions } from "@/domain/figure";
import type { Locale } from "@/domain/vocabulary";
import { claimWords } from "../figures/claim-words";
import { Words } from "../figures/words";
import { WasAndIs } from "./was-and-is";

type Props = { change: Change; locale: Locale; hrefTo: HrefTo };

/** One figure as one publish changed it: what kind of change, what differs, why, and the figure as it was. */
export async function ChangeItem({ change, locale, hrefTo }: Props) {
  const t = await getTranslations("changes");
  const { kind, before, after, reason } = change;
  return (
    <article className={`change change-${kind}`} data-figure-id={after.id}>
      <Headline figure={after} locale={locale} hrefTo={hrefTo} level="h4" />
      {kind !== "first" && before && kind !== "retraction" && (
        <WasAndIs before={before} after={after} locale={locale} />
      )}
      {reason && <p className="why">{t("reason", { reason })}</p>}
      {!(before && fieldsChanged(before, after).includes("sentence")) && (
        <Sentence figure={after} locale={locale} hrefTo={hrefTo} />
      )}
      <States change={change} locale={locale} hrefTo={hrefTo} />
    </article>
  );
}

type HeadlineProps = {
  figure: FigureWithMentions;
  locale: Locale;
  hrefTo: HrefTo;
  /** One below the heading it stands under. */
  level: "h3" | "h4";
};

/** What the figure claims, leading to its page. */
export function Headline({ figure, locale, hrefTo, level: Heading }: HeadlineProps) {
  return (
    <Heading className="change-headline">
      <span className="secondary">{figure.metric.name[locale]}</span>{" "}
      <a className="headline" href={hrefTo(`/figures/${figure.id}`)}>
        {headlineText(figure, locale, claimWords(locale, [figure]))}
      </a>
    </Heading>
  );
}

/** The sentence, or the row of a dataset, that the figure stands in, its number marked. */
export function Sentence({ figure: { anchor }, locale, hrefTo }: Omit<HeadlineProps, "level">) {
  return (
    <Words
      anchor={anchor}
      spans={[{ start: anchor.numberStart, end: anchor.numberEnd }]}
      locale={locale}
      hrefTo={hrefTo}
    />
  );
}

/** The figure's page right before and right after the change, each kept as it was for ever. */
async function States({ change: { before, after, revision }, locale }: Props) {
  if (before === null) return null;
  const t = await getTranslations("changes");
  const page = `/${locale}/figures/${after.id}`;
  return (
    <p className="secondary">
      <a href={`${page}?as_of=${revision - 1}`}>{t("stood")}</a>
      {" · "}
      <a href={`${page}?as_of=${revision}`}>{t("became")}</a>
      {" · "}
      <a href={page} data-unfreezes="">
        {t("stands")}
      </a>
    </p>
  );
}
