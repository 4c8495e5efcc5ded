import { getTranslations } from "next-intl/server";
import type { DateClaim } from "@/domain/figure";
import { formatDate } from "@/domain/format-date";
import type { Locale } from "@/domain/vocabulary";

type Props = { claim: DateClaim; locale: Locale };

/** The machine's form of a date, no more precise than it is known. */
export function dateTimeOf({ start, precision }: DateClaim): string | undefined {
  if (start === null) return undefined;
  return {
    day: start,
    month: start.slice(0, 7),
    year: start.slice(0, 4),
    season: undefined,
    unknown: undefined,
  }[precision];
}

/** A date, and how we know it wherever the text does not say it outright. */
export async function DateWithBasis({ claim, locale }: Props) {
  const t = await getTranslations();
  const text = formatDate(claim, locale, "long");
  return (
    <>
      {text === null ? t("figure.dateUnknown") : <time dateTime={dateTimeOf(claim)}>{text}</time>}
      {claim.basis !== "stated" && text !== null && (
        <span className={`basis basis-${claim.basis}`}> ({t(`basis.${claim.basis}`)})</span>
      )}
    </>
  );
}

/** The same with its basis spelt out and the reasoning behind it. */
export async function DateExplained({ claim, locale }: Props) {
  const t = await getTranslations();
  const text = formatDate(claim, locale, "long");
  return (
    <>
      {text !== null && <time dateTime={dateTimeOf(claim)}>{text}</time>}
      <span className={`basis basis-${claim.basis}`}> {t(`basisLong.${claim.basis}`)}</span>
      {claim.reasoning && <p className="reasoning">{claim.reasoning[locale]}</p>}
    </>
  );
}
