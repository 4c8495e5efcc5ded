import { getTranslations } from "next-intl/server";
import { changePercent } from "@/domain/change-percent";
import type { Figure } from "@/domain/figure";
import { formatDecimal, formatQuantity } from "@/domain/format";
import type { FigureCheck } from "@/domain/source";
import type { Locale } from "@/domain/vocabulary";
import { messagesOf } from "@/messages/messages";
import type { ChartWords } from "../charts/chart-words";
import { Filled } from "../ui/filled";

type Props = { checks: readonly FigureCheck[]; figure: Figure; locale: Locale; words: ChartWords };

/** What a text says of the distance between two figures, beside what the two figures give. */
export async function FigureChecks({ checks, figure, locale, words }: Props) {
  if (checks.length === 0) return null;
  const t = await getTranslations("figure");
  const percent = (value: string) => `${formatDecimal(value, locale)}${locale === "fr" ? "\u202f" : ""}%`;
  const value = (amount: string) =>
    formatQuantity({ ...figure, value: amount, comparator: "=" }, locale, words) ?? amount;
  return (
    <section className="checks">
      <h2>{t("checks")}</h2>
      {checks.map((check) => (
        <p key={check.words}>
          <Filled
            template={messagesOf(locale).figure.check}
            holes={{
              words: <span lang={check.lang}>{check.words}</span>,
              stated: percent(check.statedChangePercent),
              from: value(check.from.value),
              to: value(check.to.value),
              computed: percent(changePercent(check.from.value, check.to.value)),
            }}
          />
        </p>
      ))}
    </section>
  );
}
