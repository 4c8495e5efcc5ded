import type { Agent, DateClaim, Figure } from "./figure";
import { fill, formatQuantity, type Quantity, type QuantityWords } from "./format";
import { formatDate } from "./format-date";
import type { Locale, Modality } from "./vocabulary";

/** Templates of whole claims. */
export type ClaimWords = QuantityWords & {
  /** `{date}`, `{value}`, `{who}`: "13 Feb 2025: 500 km², claimed by Ukraine". */
  readonly claim: string;
  /** The same with `{about}`, used where a chart holds several subjects or places. */
  readonly claimAbout: string;
  /** `{name}`: "claimed by {name}". */
  readonly by: Readonly<Record<Modality, string>>;
  /** `{name}`, `{value}`, `{date}`: "{name} claims {value}, {date}". */
  readonly headline: Readonly<Record<Modality, string>>;
  /** `{value}`, `{date}`: for a figure nobody is named for. */
  readonly headlineUnattributed: string;
  /** `{about}`, `{text}`: "Ukraine: {text}". */
  readonly headlineAbout: string;
  readonly unattributed: string;
  /** Said after the attribution of a figure in the French conditional. */
  readonly hearsay: string;
  readonly dateUnknown: string;
  /** `{date}`: a date that is our own inference. */
  readonly dateInferred: string;
  /** Said of a figure without any number ("dozens"). */
  readonly noNumber: string;
  /** How an agent is called in running text, by slug ("l’Ukraine"); its plain name where absent. */
  readonly inSentence: Readonly<Record<string, string>>;
};

export type Claim = Quantity &
  Pick<Figure, "period" | "claimant" | "modality" | "hearsay" | "subject" | "place" | "reportedOn">;

export const agentInSentence = (
  agent: Agent,
  locale: Locale,
  words: Pick<ClaimWords, "inSentence">,
): string => words.inSentence[agent.slug] ?? agent.name[locale];

/** Who stands behind a claim: "claimed by Ukraine, hearsay". Never blank. */
export function attributionText(claim: Claim, locale: Locale, words: ClaimWords): string {
  const who = claim.claimant
    ? fill(words.by[claim.modality], { name: agentInSentence(claim.claimant, locale, words) })
    : words.unattributed;
  return claim.hearsay ? `${who}, ${words.hearsay}` : who;
}

/** When a claim holds, never letting our own inference pass for what the text says. */
function claimDate(period: DateClaim, locale: Locale, words: ClaimWords): string {
  const date = formatDate(period, locale);
  if (date === null) return words.dateUnknown;
  return period.basis === "inferred" ? fill(words.dateInferred, { date }) : date;
}

/** One claim in one line: "13 Feb 2025: 500 km², claimed by Ukraine". For labels that are heard. */
export function claimText(claim: Claim, locale: Locale, words: ClaimWords, about?: string | null): string {
  return fill(about ? words.claimAbout : words.claim, {
    about: about ?? "",
    date: claimDate(claim.period, locale, words),
    value: formatQuantity(claim, locale, words, { statistic: true }) ?? words.noNumber,
    who: attributionText(claim, locale, words),
  });
}

/**
 * A claim as a headline, never without whom it is about, who says so and on what terms:
 * "Ukraine: about 88 villages, according to the Russian Ministry of Defence, September 2024 (inferred)".
 */
export function headlineText(claim: Claim, locale: Locale, words: ClaimWords): string {
  const text = saidText(claim, locale, words);
  if (claim.subject) return fill(words.headlineAbout, { about: claim.subject.name[locale], text });
  return capitalised(text, locale);
}

/** The same without whom it is about, for the middle of a sentence: it begins as its template does. */
export function saidText(claim: Claim, locale: Locale, words: ClaimWords): string {
  const template = claim.claimant ? words.headline[claim.modality] : words.headlineUnattributed;
  const said = fill(template, {
    name: claim.claimant ? agentInSentence(claim.claimant, locale, words) : "",
    date: claimDate(claim.period, locale, words),
    value: formatQuantity(claim, locale, words, { statistic: true }) ?? words.noNumber,
  });
  return claim.hearsay ? `${said}, ${words.hearsay}` : said;
}

/** A text as the beginning of a sentence. */
export const capitalised = (text: string, locale: Locale): string =>
  text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
