import type { Localized, Unit } from "@/domain/figure";
import { formatQuantity } from "@/domain/format";
import { formatDate } from "@/domain/format-date";
import { inQuotes } from "@/domain/in-quotes";
import type { DateClaimInput, FigureInput } from "@/domain/inputs";
import type { Language, Locale } from "@/domain/vocabulary";
import { type DeskMessages, deskMessagesOf } from "@/messages/desk";
import { messagesOf } from "@/messages/messages";
import { type ReadingWords, readingWords } from "../reading/reading-words";
import { plainNumber } from "./plain-number";

export type Field = Exclude<keyof FigureInput, "publicId">;

export type SourceName = {
  readonly title: string;
  readonly lang: Language;
  readonly url: string | null;
  /** The names of the columns of a dataset, by the number of its version. */
  readonly headers: Readonly<Record<number, string>>;
};

/** What the slugs of figures stand for. */
export type Names = {
  readonly metrics: Readonly<Record<string, Localized>>;
  readonly agents: Readonly<Record<string, Localized>>;
  readonly places: Readonly<Record<string, Localized>>;
  readonly units: Readonly<Record<string, Unit>>;
  readonly sources: Readonly<Record<string, SourceName>>;
};

/** What it takes to tell a figure in words: the language, the words of the closed lists, and the names. */
export type Telling = {
  readonly locale: Locale;
  readonly reading: ReadingWords;
  readonly history: DeskMessages["history"];
  readonly ranks: Readonly<Record<FigureInput["rank"], string>>;
  readonly names: Names;
};

export const tellingIn = (locale: Locale, names: Names): Telling => ({
  locale,
  reading: readingWords(locale),
  history: deskMessagesOf(locale).history,
  ranks: messagesOf(locale).rank,
  names,
});

/** A name in the language of the desk; the slug itself where nothing has that name any more. */
export const nameIn = (names: Readonly<Record<string, Localized>>, slug: string, locale: Locale): string =>
  names[slug]?.[locale] ?? slug;

/** The value of a figure with its bound and unit: "about 500 km²"; null where it has no number. */
export function quantityOf(figure: FigureInput, { locale, reading, names }: Telling): string | null {
  const { value, low, high, comparator, statistic, per, unit: slug } = figure;
  const plain = { slug, name: { fr: slug, en: slug }, symbol: { fr: slug, en: slug } };
  const unit = names.units[slug] ?? plain;
  const quantity = { value, low, high, comparator, statistic, per, unit };
  return formatQuantity(quantity, locale, reading.quantity, { statistic: true });
}

/** A figure in one line: what is measured, and how much. */
export function headlineOf(figure: FigureInput, telling: Telling): string {
  const { history, locale, names } = telling;
  const colon = locale === "fr" ? "\u00a0: " : ": ";
  const metric = nameIn(names.metrics, figure.metric, locale);
  return `${metric}${colon}${quantityOf(figure, telling) ?? history.noNumber}`;
}

export function fieldLabel(field: Field, { reading, history }: Telling): string {
  if (field === "rank" || field === "supersedes" || field === "note" || field === "mentions")
    return history.field[field];
  return reading.field[field];
}

/** What a field of a figure says; an empty one is a dash, never nothing. */
export function fieldWords(field: Field, figure: FigureInput, telling: Telling): string {
  const { locale, reading, history, ranks, names } = telling;
  switch (field) {
    case "metric":
      return nameIn(names.metrics, figure.metric, locale);
    case "subject":
      return figure.subject === null ? none : nameIn(names.agents, figure.subject, locale);
    case "place":
      return figure.place === null ? none : nameIn(names.places, figure.place, locale);
    case "unit":
      return names.units[figure.unit]?.name[locale] ?? figure.unit;
    case "comparator":
      return reading.comparator[figure.comparator];
    case "statistic":
      return reading.statistic[figure.statistic];
    case "per":
      return figure.per === null ? none : reading.pers[figure.per];
    case "modality":
      return reading.modality[figure.modality];
    case "rank":
      return ranks[figure.rank];
    case "hearsay":
    case "unattributed":
      return figure[field] ? history.yes : history.no;
    case "period":
    case "reportedOn":
      return dateWords(figure[field], telling);
    case "note":
      return figure.note?.[locale] ?? none;
    case "mentions":
      return figure.mentions.map((mention) => mentionWords(mention, telling)).join(" · ");
    case "value":
    case "low":
    case "high":
      return plainNumber(figure[field], locale) ?? none;
    case "cue":
    case "supersedes":
      return figure[field] ?? none;
  }
}

const none = "–";

function dateWords(claim: DateClaimInput, { locale, reading }: Telling): string {
  const date = formatDate(claim, locale, "long");
  const basis = reading.bases[claim.basis];
  const told = date === null ? none : basis === "" ? date : `${date} (${basis})`;
  return claim.reasoning === null ? told : `${told}. ${claim.reasoning[locale]}`;
}

/** One mention: the number as printed, and who says so in that sentence. */
export function mentionWords(mention: FigureInput["mentions"][number], telling: Telling): string {
  const said = speakersOf(mention, telling);
  const bound = telling.reading.comparator[mention.comparator];
  const words = [inQuotes(mention.numberText, telling.locale), bound, mention.cue, said];
  return [...new Set(words)].filter(Boolean).join(", "); // a cue may be the very word for its bound
}

/** Who says so, in order: "claimed by Ukraine, published by the Gazette". */
export function speakersOf({ attribution }: FigureInput["mentions"][number], telling: Telling): string {
  const { locale, reading, names } = telling;
  return attribution
    .map(({ role, agent, asPrinted }) => {
      const said = `${reading.roles[role]} ${nameIn(names.agents, agent, locale)}`;
      return asPrinted === null ? said : `${said} (${asPrinted})`;
    })
    .join(", ");
}
