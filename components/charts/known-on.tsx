import { getTranslations } from "next-intl/server";
import type { Day } from "@/domain/figure";
import { fillPlural, formatDecimal } from "@/domain/format";
import { formatDay } from "@/domain/format-date";
import { placeOf, reportedBy } from "@/domain/known-on";
import type { Locale } from "@/domain/vocabulary";
import { messagesOf } from "@/messages/messages";
import { KnownOnSlider, type KnownStep } from "./known-on-slider";

type Props = {
  reports: {
    readonly days: readonly { readonly day: Day; readonly count: number }[];
    readonly total: number;
  };
  knownOn: Day | undefined;
  ghosts: boolean;
  /** The address of this page as it is, with these parameters in the place of its own; `null` takes one away. */
  addressWith: (change: Readonly<Record<string, string | null>>) => string;
  locale: Locale;
};

/** The slider has a stop for every day of report, up to so many; the box beside it takes any day. */
const MOST_STEPS = 400;

/** Takes a reader back to what had been reported by a day: by a date, by a slider over the reports, and by playing them. */
export async function KnownOn({ reports, knownOn, ghosts, addressWith, locale }: Props) {
  const { days, total } = reports;
  // One day of reports is no choice; but whoever came by an address with a day is told what it holds.
  if (days.length === 0 || (days.length === 1 && knownOn === undefined)) return null;
  const t = await getTranslations("knownOn");
  const steps = stepsOf(days);
  const day = knownOn ?? days.at(-1)!.day;
  const [first, last] = [days[0]!.day, days.at(-1)!.day];
  return (
    <section className="known-on" aria-labelledby="known-on-title">
      <h2 id="known-on-title">{t("title")}</h2>
      <p className="known-on-said" data-known="known-on-said">
        {fillPlural(messagesOf(locale).knownOn.said, reportedBy(days, day), locale, {
          date: formatDay(day, locale),
          total: formatDecimal(String(total), locale),
        })}
      </p>
      {steps.length > 1 && (
        <KnownOnSlider
          steps={steps.map(({ day, count }) => `${day} ${count}`).join()}
          total={total}
          place={Math.max(1, placeOf(steps, day))}
          kept={hiddenFields(addressWith({ known_on: null }))}
          locale={locale}
          words={messagesOf(locale).knownOn}
        />
      )}
      <form className="known-on-day" method="get">
        {hiddenFields(addressWith({ known_on: null })).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <label>
          {t("day")} <input type="date" name="known_on" min={first} max={last} defaultValue={day} />
        </label>
        <button type="submit">{t("show")}</button>
      </form>
      <p className="known-on-ways" data-known="known-on-ways">
        {knownOn !== undefined && <a href={addressWith({ known_on: null, ghosts: null })}>{t("all")}</a>}
        <a
          href={addressWith({ ghosts: ghosts ? null : "1" })}
          aria-current={ghosts ? "true" : undefined}
          rel="nofollow"
        >
          {t(ghosts ? "ghostsOff" : "ghostsOn")}
        </a>
      </p>
    </section>
  );
}

/** Every day of report, or the last of each of so many equal runs of them. Cumulative. */
function stepsOf(days: Props["reports"]["days"]): KnownStep[] {
  let sum = 0;
  const all = days.map(({ day, count }) => {
    sum += count;
    return { day, count: sum };
  });
  if (all.length <= MOST_STEPS) return all;
  const run = all.length / MOST_STEPS;
  return Array.from({ length: MOST_STEPS }, (_, n) => all[Math.ceil((n + 1) * run) - 1]!);
}

/** What a form must carry along so as to change one thing only. */
const hiddenFields = (address: string): [string, string][] => [
  ...new URLSearchParams(address.split("?")[1] ?? ""),
];
