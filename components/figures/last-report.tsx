import { getTranslations } from "next-intl/server";
import type { Day, Figure } from "@/domain/figure";
import { daysSince, lastReport } from "@/domain/latest-figures";
import type { Locale } from "@/domain/vocabulary";
import { messagesOf } from "@/messages/messages";
import { Filled } from "../ui/filled";
import { DateWithBasis } from "./date-claim";

/** Fewer days are no silence worth a word. */
const longEnough = 14;

type Props = { figures: readonly Figure[]; today: Day; locale: Locale };

/** How long nothing has been reported: in days where the day is known, else by what is known of the date. */
export async function LastReport({ figures, today, locale }: Props) {
  const t = await getTranslations("home");
  const last = lastReport(figures);
  if (last === null || daysSince(last, today) < longEnough) return null;
  const exact = last.precision === "day" && last.basis !== "inferred";
  return (
    <p className="stale">
      {exact ? (
        t("sinceReport", { days: daysSince(last, today) })
      ) : (
        <Filled
          template={messagesOf(locale).home.lastReported}
          holes={{ date: <DateWithBasis claim={last} locale={locale} /> }}
        />
      )}
    </p>
  );
}
