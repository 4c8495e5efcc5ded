import { demonymStem } from "./claimants/agent-key";
import { around, clauseAt } from "./clause";
import { keepLast } from "./keep-last";
import { fold as foldAny, type Token, tokensOf as tokensOfAny } from "./lexicon-match";
import type { ClaimantLink, Guess, Lexicon, Quantity } from "./proposal";

/** A side named in a sentence: by an agent of its camp, or by the adjective or people of its head. */
type Mention = {
  readonly side: string;
  readonly start: number;
  readonly end: number;
  readonly leads: boolean;
};

const fold = keepLast(foldAny);
const tokensOf = keepLast((text: string) => tokensOfAny(text));

/**
 * The side a value is about: who holds, lost or launched, never merely who says so. Null wherever the words leave a
 * doubt: the side of the claimant is taken only where they speak of themselves.
 *
 * @param sentenceStart where the sentence starts in the text the quantity was read from
 */
export function guessSubject(
  sentenceText: string,
  quantity: Quantity,
  claimants: readonly ClaimantLink[],
  lexicon: Lexicon,
  sentenceStart = 0,
): Guess<string> | null {
  const offset = quantity.number.start - sentenceStart;
  if (offset < 0 || offset > sentenceText.length) return null;
  const { words, from } = around(sentenceText, offset);
  const at = offset - from;
  const folded = fold(words);
  const clause = clauseAt(folded, at, "any");
  const claimant = claimants[0];
  const speaker = claimant ? sideOf(claimant.agent, lexicon) : null;
  const said = claimant ? folded.indexOf(foldAny(claimant.words)) : -1;
  const saidEnd = said === -1 ? -1 : said + claimant!.words.length;
  const mentions = mentionsIn(words, lexicon).filter(
    ({ start, end }) => start >= clause.start && end <= clause.end && (start >= saidEnd || end <= said),
  );
  const before = folded.slice(Math.max(clause.start, saidEnd <= at ? saidEnd : 0), at);
  return (
    underControl(folded, at, clause.end, mentions) ??
    led(
      folded,
      at,
      mentions.filter(({ end }) => end <= at && end >= (saidEnd <= at ? saidEnd : 0)),
    ) ??
    themselves(before, speaker, saidEnd !== -1 && saidEnd <= at) ??
    ofTheCounted(folded, quantity, sentenceStart + from, mentions, before)
  );
}

const sideOf = (agent: string | null, { agents }: Lexicon) =>
  agents.find(({ slug }) => slug === agent)?.side ?? null;

/** "88 villages étaient sous contrôle ukrainien", "500 km² held by Ukraine". */
function underControl(
  folded: string,
  at: number,
  end: number,
  mentions: readonly Mention[],
): Guess<string> | null {
  const holder = mentions.find(({ start }) => {
    const before = folded.slice(Math.max(0, start - 40), start);
    return (
      start > at &&
      start <= end &&
      /(?:sous (?:le )?controle (?:de |des |du |de la |de l')?|under |(?:tenus?|tenues?|controlee?s?|occupee?s?|conquise?s?|held|controlled|occupied) (?:par|by) (?:la |le |les |l'|the )?(?:forces |armee |troupes )?)$/.test(
        before,
      )
    );
  });
  return holder ? { value: holder.side, sure: 0.75, why: "named as who holds it" } : null;
}

/** What one does to the other: the number is then about those it is done to, who are rarely named. */
const harms =
  /\b(?:tue|tues|tuee?s?|blesse|detrui|abattu|elimine|neutralise|inflige|killed|wounded|destroyed|shot down|downed|inflicted|eliminated)/;
const counts = /\b(?:intercept|abattu|shot down|downed|detruit|destroyed)/;

/** The side that leads the clause: "les Russes auraient rassemblé", "la Russie occupe". */
function led(folded: string, at: number, mentions: readonly Mention[]): Guess<string> | null {
  const leader = mentions.findLast(({ leads }) => leads);
  if (!leader) return null;
  const doing = folded.slice(leader.end, at);
  if (harms.test(doing) && !counts.test(doing)) return null;
  return { value: leader.side, sure: 0.7, why: "the clause is about them" };
}

const reflexive =
  /\b(?:avoir|etre|controler|tenir|detenir|occuper|nous|notre|nos|ses|leurs?|il|elle|ils|elles|it|its|they|their|we|our|us)\b/;
const others = /\b(?:l'ennemi|ennemi|adversaire|enemy|enemies)\b/;

/** "dit contrôler", "said it had", "Nous avons": who speaks speaks of themselves. */
function themselves(before: string, side: string | null, speaksFirst: boolean): Guess<string> | null {
  if (side === null || others.test(before)) return null;
  if (!reflexive.test(before)) return null;
  if (!speaksFirst && !/\b(?:nous|notre|nos|we|our)\b/.test(before)) return null;
  return { value: side, sure: 0.7, why: "who says it says it of themselves" };
}

/** "une attaque de 343 drones ukrainiens", "6 000 drones pour l'Ukraine", where nobody leads the clause. */
function ofTheCounted(
  folded: string,
  { unit, number }: Quantity,
  start: number,
  mentions: readonly Mention[],
  before: string,
): Guess<string> | null {
  const end = (unit?.end ?? number.end) - start;
  if (harms.test(before)) return null;
  const next = mentions.find((one) => one.start >= end && one.start - end <= 40);
  if (!next) return null;
  const between = folded.slice(end, next.start);
  if (/^ $/.test(between)) return { value: next.side, sure: 0.6, why: "what is counted is theirs" };
  if (/^[^,;.]* (?:pour|for) (?:l'|la |le |les |the )?$/.test(between))
    return { value: next.side, sure: 0.55, why: "it is for them" };
  return null;
}

function mentionsIn(text: string, lexicon: Lexicon): Mention[] {
  const tokens = tokensOf(text);
  const stems = sideStems(lexicon);
  return tokens.flatMap((token, index) => {
    const side = stems.get(token.word) ?? stems.get(demonymStem(token.word));
    if (!side) return [];
    return [{ side, start: token.start, end: token.end, leads: leads(tokens, index) }];
  });
}

/** Whether the words around a name make it who acts: at the head of its phrase, no object, before a verb. */
function leads(tokens: readonly Token[], index: number): boolean {
  const word = (at: number) => tokens[at]?.word ?? "";
  let first = index;
  while (/^(?:force|forces|armee|troupes|troops|army|militaires?|military)$/.test(word(first - 1))) first--;
  while (/^(?:l'|la|le|les|the)$/.test(word(first - 1))) first--;
  let next = index + 1;
  while (/^(?:force|forces|troops|army|military|officials)$/.test(word(next))) next++;
  if (
    !/^(?:|,|;|:|«|“|que|qu'|that|ou|alors|tandis|mais|and|et|while|but|said|says|claims|claimed|where)$/.test(
      word(first - 1),
    )
  )
    return false;
  return !/^(?:,|;|\.|:|de|of|)$/.test(word(next)) && !/^'s$/.test(word(next));
}

const tables = new WeakMap<Lexicon, ReadonlyMap<string, string>>();

/** Single words that mean a side: the names of its head agent, and their stems, which its adjectives share. */
function sideStems(lexicon: Lexicon): ReadonlyMap<string, string> {
  const known = tables.get(lexicon);
  if (known) return known;
  const table = new Map<string, string>();
  for (const { slug, side, names } of lexicon.agents) {
    if (side !== slug) continue;
    for (const name of names) {
      const words = tokensOfAny(name).filter(({ word }) => /^\p{L}{3}/u.test(word));
      if (words.length !== 1) continue;
      table.set(words[0]!.word, slug);
      table.set(demonymStem(words[0]!.word), slug);
    }
  }
  tables.set(lexicon, table);
  return table;
}
