import type { ClaimantLink, Guess, PeriodReading, Proposal } from "@/domain/extract/proposal";
import type { DateClaim, Localized } from "@/domain/figure";
import type { DateBasis } from "@/domain/vocabulary";
import type { Card, CardField, GuessNote, Speaker } from "./reading";
import type { World } from "./world";

/** Below it a guess at who speaks is worse than none: the box stays empty. */
const leastSure = 0.5;

type Filled = { readonly card: Card; readonly guesses: Partial<Record<CardField, GuessNote>> };

/**
 * A card filled in from what the reader proposed. What the collection does not know, or offers no more, is left out;
 * every box that is not read off the page word for word is a guess.
 *
 * @param published when the text was published: what a figure is reported on
 */
export function cardOfProposal(proposal: Proposal, published: DateClaim, world: World): Filled {
  const { quantity, metric, subject, modality, hearsay } = proposal;
  const known = world.metrics.find(({ slug }) => slug === metric?.value);
  const about = world.agents.find(({ slug }) => slug === subject?.value);
  const unit = unitOf(proposal, known?.allowedUnits ?? null, world);
  const claimants = claimantsOf(proposal.claimants, world);
  const { value, low, high, comparator, cue, statistic, per } = quantity;
  const card: Card = {
    ...{ value, low, high, comparator, statistic, per },
    cue: cue?.words ?? null,
    unit: unit?.slug ?? null,
    metric: known?.slug ?? null,
    subject: about?.slug ?? null,
    place: null,
    attribution: claimants?.chain ?? [],
    unattributed: claimants === null,
    modality: modality.value,
    hearsay: hearsay.value,
    period: proposal.period ? periodClaim(proposal.period.value) : inferred(published, undatedWhy),
    reportedOn: published,
  };
  const guesses: Filled["guesses"] = {
    metric: known && noted(metric),
    unit: unit?.guess,
    subject: about && noted(subject),
    attribution: claimants?.guess ?? { sure: leastSure, why: "the sentence names nobody who says so" },
    modality: noted(modality),
    hearsay: hearsay.value ? noted(hearsay) : undefined,
    period: noted(proposal.period) ?? { sure: 0.3, why: "no words date it: the day of the report" },
    comparator: comparator === "=" ? undefined : { sure: 0.9, why: cue?.words ?? "the words bound it" },
  };
  return { card, guesses };
}

const noted = (guess: Guess<unknown> | null): GuessNote | undefined =>
  guess === null ? undefined : { sure: guess.sure, why: guess.why };

type UnitFound = { readonly slug: string; readonly guess?: GuessNote };

/** The unit printed, where the collection has it; else the only one the metric allows. */
function unitOf({ quantity }: Proposal, allowed: readonly string[] | null, world: World): UnitFound | null {
  const printed = world.units.find(({ slug }) => slug === quantity.unit?.slug);
  if (printed !== undefined) return { slug: printed.slug };
  if (allowed?.length !== 1) return null;
  return { slug: allowed[0]!, guess: { sure: 0.6, why: "the only unit of the metric" } };
}

function claimantsOf(
  guess: Guess<readonly ClaimantLink[]> | null,
  world: World,
): { chain: Speaker[]; guess: GuessNote } | null {
  if (guess === null || guess.sure < leastSure || guess.value.length === 0) return null;
  const known = new Set(world.agents.map(({ slug }) => slug));
  const chain = guess.value.map(({ role, agent, words }) => ({
    role,
    agent: agent !== null && known.has(agent) ? agent : null,
    asPrinted: words,
  }));
  return { chain, guess: { sure: guess.sure, why: guess.why } };
}

function periodClaim({ start, end, precision, words }: PeriodReading): DateClaim {
  if (words === null) return { start, end, precision, basis: "inferred", reasoning: undatedWhy };
  const basis: DateBasis = /\b\d{4}\b/.test(words.words) ? "stated" : "computed";
  const reasoning = basis === "stated" ? null : workedOut(words.words);
  return { start, end, precision, basis, reasoning };
}

const inferred = (claim: DateClaim, reasoning: Localized): DateClaim =>
  claim.start === null ? claim : { ...claim, basis: "inferred", reasoning };

const undatedWhy: Localized = {
  fr: "La phrase ne dit pas quand\u00a0: le jour du rapport.",
  en: "The sentence does not say when: the day of the report.",
};

const workedOut = (words: string): Localized => ({
  fr: `D’après «\u00a0${words}\u00a0» et le jour du rapport.`,
  en: `Worked out from “${words}” and the day of the report.`,
});
