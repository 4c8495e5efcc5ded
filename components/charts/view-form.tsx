import { getTranslations } from "next-intl/server";
import { type ChartView, type Hideable, hideable } from "@/domain/chart-view";
import type { Figure, Localized } from "@/domain/figure";
import type { FigureQuery } from "@/domain/figure-query";
import type { Locale } from "@/domain/vocabulary";

type Props = {
  /** Everything that could be in sight, what is hidden included. */
  figures: readonly Figure[];
  view: ChartView;
  query: FigureQuery;
  hasEvents: boolean;
  addressWith: (change: Readonly<Record<string, string | null>>) => string;
  locale: Locale;
};

const own = ["hide", "log", "facets", "events", "from", "to"];

/** What of a chart to show, and how: a plain form, so that it works before and without script. Folded until wanted. */
export async function ViewForm({ figures, view, query, hasEvents, addressWith, locale }: Props) {
  const t = await getTranslations("view");
  const rest = new URLSearchParams(
    addressWith(Object.fromEntries(own.map((name) => [name, null]))).split("?")[1] ?? "",
  );
  const box = (name: string, value: string, checked: boolean, label: string) => (
    <label key={value}>
      <input type="checkbox" name={name} value={value} defaultChecked={checked} /> {label}
    </label>
  );
  return (
    <details className="view-form" open={view.hide.length > 0 || view.log || view.facets || !view.events}>
      <summary>{t("title")}</summary>
      <form method="get">
        <div data-known="view form" hidden>
          {[...rest].map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
        </div>
        <fieldset>
          <legend>{t("how")}</legend>
          {box("log", "1", view.log, t("log"))}
          {box("facets", "1", view.facets, t("facets"))}
          {hasEvents && box("events", "0", !view.events, t("noEvents"))}
        </fieldset>
        {hideable.map((kind) => {
          const choices = choicesOf(figures, kind);
          if (choices.length < 2) return null;
          return (
            <fieldset key={kind}>
              <legend>{t(`hide.${kind}`)}</legend>
              {choices.map(([slug, name]) =>
                box(
                  "hide",
                  `${kind}:${slug}`,
                  view.hide.includes(`${kind}:${slug}`),
                  name?.[locale] ?? t(`none.${kind}`),
                ),
              )}
            </fieldset>
          );
        })}
        <fieldset>
          <legend>{t("window")}</legend>
          <label>
            {t("from")} <input type="date" name="from" defaultValue={query.from} />
          </label>
          <label>
            {t("to")} <input type="date" name="to" defaultValue={query.to} />
          </label>
        </fieldset>
        <p>
          <button type="submit">{t("apply")}</button>{" "}
          <a href={addressWith(Object.fromEntries(own.map((name) => [name, null])))}>{t("clear")}</a>
        </p>
      </form>
    </details>
  );
}

/** The claimants, subjects or places in view, by name; one without is among them as null. */
function choicesOf(figures: readonly Figure[], kind: Hideable): [string, Localized | null][] {
  const found = new Map(figures.map((figure) => [figure[kind]?.slug ?? "", figure[kind]?.name ?? null]));
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1));
}
