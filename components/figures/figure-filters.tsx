import { getTranslations } from "next-intl/server";
import type { HrefTo } from "@/domain/address";
import type { Agent, Metric, Place } from "@/domain/figure";
import { type FigureColumn, figureColumns, fixedColumn } from "@/domain/figure-columns";
import { defaultSort, type FigureQuery, sortKeys, unattributed } from "@/domain/figure-query";
import { comparators, type Locale, modalities } from "@/domain/vocabulary";
import { type Option, withChosen } from "./with-chosen";

/** What there is to choose from. */
export type FilterChoices = {
  readonly metrics: readonly Metric[];
  readonly claimants: readonly Agent[];
  /** Everyone in a chain of attribution. */
  readonly speakers: readonly Agent[];
  readonly subjects: readonly Agent[];
  readonly places: readonly Place[];
};

type Props = {
  query: FigureQuery;
  columns: readonly FigureColumn[];
  choices: FilterChoices;
  locale: Locale;
  hrefTo: HrefTo;
};

/** The filters of the table as a plain form: it writes the address, so it works before and without script. */
export async function FigureFilters({ query, columns, choices, locale, hrefTo }: Props) {
  const t = await getTranslations();
  const named = (things: readonly { slug: string; name: Record<Locale, string> }[]): Option[] =>
    things.map((thing) => [thing.slug, thing.name[locale]]);
  const open = Object.keys(query).some((name) => name !== "sort" && name !== "q");
  return (
    <form className="filters" method="get" action={`/${locale}/figures`}>
      <p className="search">
        <label htmlFor="q">{t("figures.search")}</label>
        <input id="q" name="q" type="search" maxLength={200} defaultValue={query.q} />
        <button type="submit">{t("figures.apply")}</button>
      </p>
      <details open={open}>
        <summary>{t("figures.filters")}</summary>
        <div className="filter-grid">
          <Select name="metric" value={query.metric} options={named(choices.metrics)} />
          <Select
            name="claimant"
            value={query.claimant}
            options={[...named(choices.claimants), [unattributed, t("figures.unattributed")]]}
            known={named(choices.speakers)}
          />
          <Select name="via" value={query.via} options={named(choices.speakers)} />
          <Select name="subject" value={query.subject} options={named(choices.subjects)} />
          <Select name="place" value={query.place} options={named(choices.places)} />
          <Select
            name="modality"
            value={query.modality}
            options={modalities.map((one) => [one, t(`modality.${one}`)])}
          />
          <Select
            name="comparator"
            value={query.comparator}
            options={comparators.map((one) => [one, t(`comparator.${one}`)])}
          />
          <DayBox name="from" value={query.from} />
          <DayBox name="to" value={query.to} />
          <DayBox name="known_on" value={query.known_on} />
        </div>
        {query.source && <input type="hidden" name="source" value={query.source} />}
        {query.as_of && <input type="hidden" name="as_of" value={query.as_of} />}
        {query.status && <input type="hidden" name="status" value={query.status} />}
        <SortBox sort={query.sort ?? defaultSort} />
        <fieldset>
          <legend>{t("figures.columns")}</legend>
          {figureColumns
            .filter((column) => column !== fixedColumn)
            .map((column) => (
              <label key={column}>
                <input
                  type="checkbox"
                  name="columns"
                  value={column}
                  defaultChecked={columns.includes(column)}
                />{" "}
                {t(`figures.column.${column}`)}
              </label>
            ))}
        </fieldset>
        <p>
          <button type="submit">{t("figures.apply")}</button>{" "}
          <a href={hrefTo(`/figures`)}>{t("figures.clear")}</a>
        </p>
      </details>
    </form>
  );
}

type SelectProps = {
  name: "metric" | "claimant" | "via" | "subject" | "place" | "modality" | "comparator";
  value: string | undefined;
  options: readonly Option[];
  /** Names of what may be asked for beside them. */
  known?: readonly Option[];
};

async function Select({ name, value, options, known }: SelectProps) {
  const t = await getTranslations("figures");
  return (
    <p>
      <label htmlFor={name}>{t(name)}</label>
      <select id={name} name={name} defaultValue={value ?? ""}>
        <option value="">{t("any")}</option>
        {withChosen(options, value, known).map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </p>
  );
}

async function DayBox({ name, value }: { name: "from" | "to" | "known_on"; value: string | undefined }) {
  const t = await getTranslations("figures");
  return (
    <p>
      <label htmlFor={name}>{t(name)}</label>
      <input id={name} name={name} type="date" defaultValue={value} />
    </p>
  );
}

async function SortBox({ sort }: { sort: string }) {
  const t = await getTranslations("figures");
  return (
    <p>
      <label htmlFor="sort">{t("sort")}</label>
      <select id="sort" name="sort" defaultValue={sort}>
        {sortKeys.flatMap((key) => [
          <option key={`-${key}`} value={`-${key}`}>
            {t(`column.${key}`)}, {t("descending")}
          </option>,
          <option key={key} value={key}>
            {t(`column.${key}`)}, {t("ascending")}
          </option>,
        ])}
      </select>
    </p>
  );
}
