import { getTranslations } from "next-intl/server";
import { addressesIn } from "@/domain/address";
import type { CompareQuery } from "@/domain/compare-query";
import type { FigureQuery } from "@/domain/figure-query";
import { type Locale, modalities } from "@/domain/vocabulary";
import type { FilterChoices } from "../figures/figure-filters";
import { type Option, withChosen } from "../figures/with-chosen";

type Props = { query: FigureQuery; compare: CompareQuery; choices: FilterChoices; locale: Locale };
type Named = { readonly slug: string; readonly name: Readonly<Record<Locale, string>> };

/** Whom to hold against whom, about what and when, as a plain form: it writes the address, before and without script. */
export async function CompareForm({ query, compare, choices, locale }: Props) {
  const t = await getTranslations();
  const more = ["subject", "place", "via", "modality", "from", "to", "known_on"] as const;
  const either = {
    none: t("compare.anyone"),
    options: named(choices.claimants, locale),
    known: named(choices.speakers, locale),
  };
  return (
    <form className="filters" method="get" action={`/${locale}/compare`}>
      <div className="filter-grid">
        <Choice
          name="metric"
          label={t("compare.metric")}
          value={query.metric}
          none={t("figures.any")}
          options={named(choices.metrics, locale)}
        />
        <Choice name="a" label={t("compare.a")} value={compare.a} {...either} />
        <Choice name="b" label={t("compare.b")} value={compare.b} {...either} />
      </div>
      <details open={more.some((name) => query[name] !== undefined)}>
        <summary>{t("compare.more")}</summary>
        <div className="filter-grid">
          {(
            [
              ["subject", choices.subjects],
              ["place", choices.places],
              ["via", choices.speakers],
            ] as const
          ).map(([name, things]) => (
            <Choice
              key={name}
              name={name}
              label={t(`figures.${name}`)}
              value={query[name]}
              none={t("figures.any")}
              options={named(things, locale)}
            />
          ))}
          <Choice
            name="modality"
            label={t("figures.modality")}
            value={query.modality}
            none={t("figures.any")}
            options={modalities.map((one) => [one, t(`modality.${one}`)])}
          />
          <Box name="from" label={t("figures.from")} value={query.from} />
          <Box name="to" label={t("figures.to")} value={query.to} />
          <Box name="known_on" label={t("figures.known_on")} value={query.known_on} />
        </div>
      </details>
      {(["as_of", "comparator", "q"] as const).map(
        (name) => query[name] && <input key={name} type="hidden" name={name} value={query[name]} />,
      )}
      {compare.by !== "ratio" && <input type="hidden" name="by" value={compare.by} />}
      <p className="rival-actions">
        <button type="submit">{t("compare.compare")}</button>{" "}
        <a href={addressesIn(locale, query.as_of)("/compare")}>{t("compare.clear")}</a>
      </p>
    </form>
  );
}

const named = (things: readonly Named[], locale: Locale): Option[] =>
  things.map(({ slug, name }) => [slug, name[locale]]);

type ChoiceProps = {
  name: string;
  label: string;
  value: string | null | undefined;
  none: string;
  options: readonly Option[];
  known?: readonly Option[];
};

function Choice({ name, label, value, none, options, known }: ChoiceProps) {
  return (
    <p>
      <label htmlFor={`compare-${name}`}>{label}</label>
      <select id={`compare-${name}`} name={name} defaultValue={value ?? ""}>
        <option value="">{none}</option>
        {withChosen(options, value, known).map(([slug, text]) => (
          <option key={slug} value={slug}>
            {text}
          </option>
        ))}
      </select>
    </p>
  );
}

function Box({ name, label, value }: { name: string; label: string; value: string | undefined }) {
  return (
    <p>
      <label htmlFor={`compare-${name}`}>{label}</label>
      <input id={`compare-${name}`} name={name} type="date" defaultValue={value} />
    </p>
  );
}
