import { type ChartView, hideable } from "@/domain/chart-view";
import type { Figure } from "@/domain/figure";
import { type FigureQuery, type FilterName, filterNames, unattributed } from "@/domain/figure-query";
import { fill } from "@/domain/format";
import { formatDay } from "@/domain/format-date";
import type { Locale } from "@/domain/vocabulary";
import { messagesOf } from "@/messages/messages";

/** Said elsewhere, or no choice of what is shown. */
const silent: readonly FilterName[] = ["metric", "as_of", "sort"];

/** The filters of a view in words, for what has no page around it: "Shown: Who says so: Ukraine". "" for none. */
export function filterWords(query: FigureQuery, locale: Locale, figures: readonly Figure[]): string {
  const { figures: names, share } = messagesOf(locale);
  const said = filterNames
    .filter((name) => !silent.includes(name) && query[name] !== undefined)
    .map((name) => {
      const label = names[name as keyof typeof names] as string; // every filter has one, tested
      return fill(share.filter, { name: label, value: valueWords(name, query[name]!, locale, figures) });
    });
  return said.length === 0 ? "" : fill(share.shown, { filters: said.join(" · ") });
}

function valueWords(name: FilterName, value: string, locale: Locale, figures: readonly Figure[]): string {
  const words = messagesOf(locale);
  switch (name) {
    case "from":
    case "to":
    case "known_on":
      return formatDay(value, locale);
    case "claimant":
      if (value === unattributed) return words.figures.unattributed;
      return namedIn(
        figures.map(({ claimant }) => claimant),
        value,
        locale,
      );
    case "via":
      return namedIn(
        figures.flatMap(({ attribution }) => attribution.map(({ agent }) => agent)),
        value,
        locale,
      );
    case "source":
      return figures.find(({ anchor }) => anchor.sourceSlug === value)?.anchor.sourceTitle ?? value;
    case "subject":
      return namedIn(
        figures.map(({ subject }) => subject),
        value,
        locale,
      );
    case "place":
      return namedIn(
        figures.map(({ place }) => place),
        value,
        locale,
      );
    case "modality":
      return words.modality[value as keyof typeof words.modality] ?? value;
    case "comparator":
      return words.comparator[value as keyof typeof words.comparator] ?? value;
    case "status":
      return words.status[value as keyof typeof words.status] ?? value;
    default:
      return value;
  }
}

/** The same, and what is out of sight by choice: nobody is to take a part for the whole. `figures` hold that, too. */
export function shownWords(
  query: FigureQuery,
  { hide }: Pick<ChartView, "hide">,
  locale: Locale,
  figures: readonly Figure[],
): string {
  const { share, view } = messagesOf(locale);
  const nobody = hide.includes("claimant:") ? [share.without.nobody] : [];
  const without = hideable.flatMap((kind) => {
    const slugs = hide.filter((one) => one.startsWith(`${kind}:`)).map((one) => one.slice(kind.length + 1));
    const all = figures.map((figure) => figure[kind]);
    const names = slugs
      .filter((slug) => slug !== "" || kind !== "claimant")
      .map((slug) => (slug === "" ? view.none[kind] : namedIn(all, slug, locale)));
    return names.length === 0 ? [] : [fill(share.without[kind], { names: names.join(", ") })];
  });
  return [filterWords(query, locale, figures), ...without, ...nobody].filter((part) => part !== "").join(" ");
}

type Named = { readonly slug: string; readonly name: Readonly<Record<Locale, string>> } | null;

/** The name of what the filter keeps, as the figures kept have it; its slug where they have none. */
const namedIn = (all: readonly Named[], slug: string, locale: Locale): string =>
  all.find((one) => one?.slug === slug)?.name[locale] ?? slug;
