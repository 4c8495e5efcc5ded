import { findNames } from "@/domain/extract/lexicon-match";
import { findPlaces } from "@/domain/extract/place-names";
import type { Lexicon, Proposal } from "@/domain/extract/proposal";
import { draftOfProposal, type ProposalCard, type SuggestedDraft } from "@/domain/suggestion";
import type { Card, CardField, GuessNote, Speaker } from "./reading";

type Filled = { readonly card: Card; readonly guesses: Partial<Record<CardField, GuessNote>> };

/** A card filled in from what the reader proposed, as far as the text and the lexicon go; every guess says so. */
export function cardOfProposal(proposal: Proposal, source: ProposalCard, lexicon: Lexicon): Filled {
  const suggested = draftOfProposal(proposal, source, lexicon);
  const { mentions: _, rank, supersedes, note, unattributed = false, ...fields } = suggested.fields;
  const { claimant, ...guesses } = suggested.guesses;
  const place = placeOf(proposal, source.text, lexicon);
  return {
    card: { ...fields, place: place?.slug ?? null, attribution: chainOf(suggested), unattributed },
    guesses: { ...onCard(guesses), attribution: claimant, place: place?.guess },
  };
}

const onCard = ({ metric, subject, unit, modality, hearsay, period }: SuggestedDraft["guesses"]) => ({
  ...{ metric, subject, modality, period },
  unit: unit?.sure === 1 ? undefined : unit, // what is printed and allowed is no guess
  hearsay,
});

/** Who speaks, known or not, claims first; the publisher is of the source. */
function chainOf({ fields, unknownAgents }: SuggestedDraft): Speaker[] {
  const known = fields.mentions[0]!.attribution.filter(({ role }) => role !== "published_by");
  const unknown = unknownAgents.map(({ role, words }) => ({ role, agent: null, asPrinted: words }));
  const rank = ({ role }: Speaker) => (role === "relayed_by" ? 1 : 0);
  return [...known, ...unknown].sort((a, b) => rank(a) - rank(b));
}

/**
 * The place named nearest before the number in its sentence, else the first after it. A name that is an agent's too
 * ("Ukraine") mostly means the agent, and is passed over.
 */
function placeOf(
  { sentence, quantity, mask }: Proposal,
  text: string,
  { places, agents }: Lexicon,
): { slug: string; guess: GuessNote } | null {
  if (mask !== null) return null;
  const words = text.slice(sentence.start, sentence.end);
  const named = findPlaces(words, places).filter(
    ({ start, end }) => findNames(words.slice(start, end), agents).length === 0,
  );
  const at = quantity.number.start - sentence.start;
  const near = named.findLast(({ end }) => end <= at) ?? named[0];
  if (near === undefined) return null;
  const alone = named.every(({ slug }) => slug === near.slug);
  return {
    slug: near.slug,
    guess: alone
      ? { sure: 0.7, why: "the place its sentence names" }
      : { sure: 0.4, why: "one of the places its sentence names" },
  };
}
