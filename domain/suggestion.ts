import type { ClaimantLink, Guess, Lexicon, Proposal, Span } from "./extract/proposal";
import type { DateClaimInput, FigureInput } from "./inputs";
import { draftPeriod } from "./suggestion-period";
import type { AttributionRole, Language } from "./vocabulary";

/** The source a proposal was read in, as far as a figure needs it. */
export type ProposalCard = {
  readonly slug: string;
  /** The number of the version whose text it is. */
  readonly version: number;
  readonly text: string;
  readonly lang: Language;
  /** The agent that published it, by slug. */
  readonly publisher: string;
  readonly published: DateClaimInput;
};

/** A figure without its public id: whoever records it gives it one. */
export type FigureDraft = Omit<FigureInput, "publicId">;

/** How sure a field is, from 0 to 1, and why: what the desk marks as a guess. */
export type FieldGuess = Pick<Guess<unknown>, "sure" | "why">;

export type SuggestedDraft = {
  /** The figure, ready to be recorded; null as long as a field is missing. */
  readonly draft: FigureDraft | null;
  /** The same with what could be filled in; `metric` and `unit` are null where they are missing. */
  readonly fields: Omit<FigureDraft, "metric" | "unit"> & {
    readonly metric: string | null;
    readonly unit: string | null;
  };
  /** What the editor must fill in: "metric", "unit", "claimant". */
  readonly missing: readonly ("metric" | "unit" | "claimant")[];
  /** Those who speak by words that mean no agent we know: to choose one for, or to make one of. */
  readonly unknownAgents: readonly { readonly role: AttributionRole; readonly words: string }[];
  readonly guesses: Readonly<Partial<Record<keyof FigureInput | "claimant", FieldGuess>>>;
};

/** Turns a proposal into the draft of a figure, every field filled as far as the text and the lexicon go. */
export function draftOfProposal(proposal: Proposal, card: ProposalCard, lexicon: Lexicon): SuggestedDraft {
  const { quantity, metric, subject, modality, hearsay, claimants } = proposal;
  const { value, low, high, comparator, statistic, per } = quantity;
  const speakers = (claimants?.value ?? []).filter(({ role }) => role !== "published_by");
  const unknownAgents = speakers.flatMap(({ role, agent, words }) =>
    agent === null ? [{ role, words }] : [],
  );
  const names = speakers.some(isClaim);
  const unit = unitOf(proposal, lexicon);
  const period = draftPeriod(proposal, card);
  const fields = {
    metric: metric?.value ?? null,
    subject: subject?.value ?? null,
    place: null,
    ...{ value, low, high, comparator, statistic, per },
    unit: unit?.value ?? null,
    cue: quantity.cue?.words ?? null,
    modality: modality.value,
    hearsay: hearsay.value,
    period: period.value,
    reportedOn: card.published,
    rank: "normal" as const,
    supersedes: null,
    note: null,
    ...(names ? {} : { unattributed: true }),
    mentions: [mentionOf(proposal, card, speakers)],
  };
  const missing = [
    ...(fields.metric === null ? (["metric"] as const) : []),
    ...(fields.unit === null ? (["unit"] as const) : []),
    ...(unknownAgents.some(isClaim) ? (["claimant"] as const) : []),
  ];
  const { metric: named, unit: counted } = fields;
  const complete = missing.length === 0 && named !== null && counted !== null;
  return {
    draft: complete ? { ...fields, metric: named, unit: counted } : null,
    fields,
    missing,
    unknownAgents,
    guesses: {
      ...guessOf("metric", metric),
      ...guessOf("subject", subject),
      ...guessOf("unit", unit),
      ...guessOf("modality", modality),
      ...guessOf("hearsay", hearsay),
      ...guessOf("period", period),
      claimant: names && claimants ? sureness(claimants) : { sure: 0, why: "the text names nobody" },
    },
  };
}

const isClaim = ({ role }: { role: AttributionRole }) => role === "claimed_by" || role === "estimated_by";

const sureness = ({ sure, why }: FieldGuess): FieldGuess => ({ sure, why });

const guessOf = (field: string, guess: FieldGuess | null) =>
  guess === null ? {} : { [field]: sureness(guess) };

/** The unit as read where the metric allows it, else the metric's own: "1 400" of what is measured in km². */
function unitOf({ quantity, metric }: Proposal, lexicon: Lexicon): Guess<string> | null {
  const read = quantity.unit?.slug ?? null;
  const measured = lexicon.metrics.find(({ slug }) => slug === metric?.value);
  if (measured === undefined) return read === null ? null : { value: read, sure: 0.9, why: "as printed" };
  if (read !== null && measured.allowedUnits.includes(read))
    return { value: read, sure: 1, why: "as printed, and the metric allows it" };
  const [own] = measured.allowedUnits;
  return own === undefined ? null : { value: own, sure: 0.5, why: "the unit of the metric" };
}

/** How many characters on either side of a sentence its anchor keeps. */
const contextLength = 32;

function mentionOf(
  { sentence, quantity }: Proposal,
  { slug, version, text, publisher }: ProposalCard,
  speakers: readonly ClaimantLink[],
): FigureInput["mentions"][number] {
  const { number, value, comparator, cue } = quantity;
  const [start, end] = [sentence.start, sentence.end];
  return {
    source: slug,
    version,
    sentenceStart: start,
    sentenceEnd: end,
    sentence: slice(text, sentence),
    prefix: slice(text, { start: wholeStart(text, Math.max(0, start - contextLength)), end: start }),
    suffix: slice(text, { start: end, end: wholeEnd(text, Math.min(text.length, end + contextLength)) }),
    numberStart: number.start - start,
    numberEnd: number.end - start,
    numberText: slice(text, number),
    readsAs: value,
    comparator,
    cue: cue?.words ?? null,
    attribution: attributionOf(speakers, publisher),
  };
}

/** Who claims, who passes it on, who prints it; those we do not know are left out until they are chosen. */
function attributionOf(speakers: readonly ClaimantLink[], publisher: string) {
  const known = speakers.flatMap(({ role, agent, words }) =>
    agent === null ? [] : [{ role, agent, asPrinted: words }],
  );
  const claims = known.filter(isClaim).slice(0, 1); // position 0 belongs to one claimant
  const others = known.filter((link) => !isClaim(link));
  return [...claims, ...others, { role: "published_by" as const, agent: publisher, asPrinted: null }];
}

const slice = (text: string, { start, end }: Span) => text.slice(start, end);

/** A character beyond U+FFFF is two units: context never starts or ends between them. */
const wholeStart = (text: string, at: number) => (splits(text, at) ? at + 1 : at);
const wholeEnd = (text: string, at: number) => (splits(text, at) ? at - 1 : at);
const splits = (text: string, at: number) =>
  at > 0 && at < text.length && /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));
