import type { Modality } from "../vocabulary";
import { around, clauseAt } from "./clause";
import { conditionalOf } from "./conditional";
import { keepLast } from "./keep-last";
import { fold as foldAny } from "./lexicon-match";
import type { Guess, ReadingLanguage } from "./proposal";

type Cue = { readonly modality: Modality; readonly words: Readonly<Record<ReadingLanguage, RegExp>> };

const word = (source: string) => new RegExp(`(?<![\\p{L}-])(?:${source})(?![\\p{L}-])`, "gu");

/** Nouns for what is only to come when somebody announces it. */
const toCome = {
  fr: "production|livraison|commande|fourniture|construction|creation|suppression|envoi|ouverture|achat|embauche|deploiement",
  en: "production|delivery|purchase|order|plans?|construction|creation|shipment|opening|deployment|hiring",
};

/** Words that say how a claimant stands behind a number, in the clause of the number. */
const cues: readonly Cue[] = [
  {
    modality: "denied",
    words: {
      fr: word("dement(?:i|ent|ait|ant)?|nie(?:nt|r)?|niait|niant|refute(?:nt)?|a conteste|conteste(?:nt)?"),
      en: word("den(?:y|ies|ied|ying)|refut(?:es?|ed)|disput(?:es?|ed)"),
    },
  },
  {
    modality: "announced",
    words: {
      fr: word(
        `(?:va|vont|allait|allaient) \\p{L}+(?:er|ir|re)|(?!opera|camera|chimera)\\p{L}{2,}(?:er|ir|iendr|endr|ordr|vr|ttr|aitr)(?:a|ont)|(?:se|au|fe|i)r(?:a|ont)|prevoi(?:t|ent|ait)|prevue?s?|promet(?:tent)?|promis|s'engage(?:nt|ait)? a|s'est engagee? a|s'apprete(?:nt)? a|entend(?:ent)? (?:\\p{L}+ )?\\p{L}+(?:er|ir|oir|re)|compte(?:nt)? (?!sur)\\p{L}+(?:er|ir|oir|re)|d'ici|annonc\\p{L}+ (?:la|l'|une?|le|des) ?(?:\\p{L}+ )?(?:${toCome.fr})`,
      ),
      en: word(
        `will|would|shall|plans? to|planned|is to|are to|due to (?:be |start|begin|arrive|receive|deliver|get)|pledg(?:ed|es|ing)|promis(?:ed|es|ing)|vow(?:ed|s)|intends? to|set to|announc(?:ed|es?) (?:the |a |an )?(?:\\p{L}+ )?(?:${toCome.en})`,
      ),
    },
  },
  {
    modality: "estimated",
    words: {
      fr: word(
        "estim(?:e|ent|ait|aient|ant|es|ee|ees|ation|ations|er)|evalu(?:e|ent|ait|es|ee|ees|ation|ations)|(?:se )?chiffr(?:e|ent|ait|es|ee|ees|ant) (?:(?:le |la |les |ses |leurs |l')?\\p{L}+ ){0,4}(?:a|au)",
      ),
      en: word(
        "estimat(?:e|es|ed|ing)|assess(?:es|ed|ment)?|believed to|thought to|reckons?|calculat(?:es|ed)|put(?:s|ting)? (?:(?!back|out|up|down|off|on)\\p{L}+ ){0,5}at",
      ),
    },
  },
  {
    modality: "confirmed",
    words: {
      fr: word("confirm(?:e|ent|ait|es|ee|ees|ant)|verifie(?:s|es|e)?|atteste(?:s|nt|es)?"),
      en: word("confirm(?:s|ed|ing)?|verified"),
    },
  },
];

const fold = keepLast(foldAny);

/** What takes a cue back: "non confirmé", "could not be verified". */
const takenBack =
  /(?:\bnon |\bpas (?:ete |encore )*|\bn'\p{L}+ pas (?:ete )?|\bnot (?:be |been )*|\bunable to |\bnever |\bpeu |\bne )$/u;

/**
 * How the claimant stands behind a number, and whether it is hearsay: the French conditional that passes on what one
 * does not vouch for ("auraient subi"), the English "reportedly".
 *
 * Without a cue a figure is claimed. Hearsay nobody is named for is estimated at most, as in the seeds.
 *
 * @param numberOffset where the number starts in the sentence
 */
export function guessModality(
  sentenceText: string,
  numberOffset: number,
  language: ReadingLanguage,
): { modality: Guess<Modality>; hearsay: Guess<boolean> } {
  const { words, from } = around(sentenceText, numberOffset);
  const folded = fold(words);
  const { start, end } = clauseAt(folded, numberOffset - from, language);
  const clause = folded.slice(start, end);
  const sense =
    language === "fr" ? frenchSense(words.slice(start, end), clause, folded) : englishSense(clause);
  return {
    modality: modalityOf(clause, numberOffset - from - start, language, sense),
    hearsay: { value: sense.is === "hearsay", sure: sense.sure, why: sense.why },
  };
}

/** What the mood of a clause's verb says of its number. */
type Sense = {
  readonly is: "hearsay" | "possibility" | "future" | "plain";
  readonly sure: number;
  readonly why: string;
};

function modalityOf(
  clause: string,
  number: number,
  language: ReadingLanguage,
  sense: Sense,
): Guess<Modality> {
  const found = cues.flatMap(({ modality, words }) =>
    Array.from(clause.matchAll(words[language]), ({ index, 0: words }) => ({
      modality,
      index,
      words,
    })).filter(({ index }) => !takenBack.test(clause.slice(Math.max(0, index - 20), index))),
  );
  const before = found.filter(({ index }) => index < number);
  const denial = before.find(({ modality }) => modality === "denied");
  const cue = denial ?? latest(before) ?? found.find(({ modality }) => modality !== "denied");
  if (cue)
    return {
      value: cue.modality,
      sure: cue === found.at(-1) || before.length > 0 ? 0.8 : 0.6,
      why: cue.words,
    };
  if (sense.is === "future") return { value: "announced", sure: 0.6, why: sense.why };
  if (sense.is === "hearsay" && !saysSomebody.test(clause))
    return { value: "estimated", sure: 0.5, why: "hearsay with no claim" };
  return { value: "claimed", sure: 0.7, why: "no word says otherwise" };
}

const latest = <T extends { readonly index: number }>(found: readonly T[]): T | undefined =>
  found.reduce<T | undefined>((last, one) => (last && last.index > one.index ? last : one), undefined);

const saysSomebody =
  /\b(?:affirm|declar|annonc|assur|indiqu|revendiqu|soutien|pretend|accus)\p{L}*|\bdi(?:t|sent)\b|(?<!(?:is|are|was|were) )\b(?:claims?|claimed|says?|said|insists?)\b/u;

/**
 * Which conditionals are hearsay is a choice about what may be charted, so it is written down here:
 * - "auraient perdu", "seraient déployés", "compterait": the press's way not to vouch: hearsay.
 * - "pourrait", "devrait", "aurait pu": a possibility or a plan, of which nobody reports that it is so: not hearsay.
 * - "si … , il perdrait": a thought experiment: not hearsay.
 * - "a annoncé qu'elle produirait": the future seen from the past: not hearsay.
 */
function frenchSense(clause: string, folded: string, whole: string): Sense {
  const conditional = conditionalOf(clause.toLowerCase());
  if (!conditional) return { is: "plain", sure: 0.9, why: "no conditional" };
  const { kind, words } = conditional;
  if (/\bsi |\bs'ils? /.test(whole)) return { is: "possibility", sure: 0.6, why: "conditional after si" };
  if (kind === "modal") return { is: "possibility", sure: 0.7, why: `${words}: a possibility` };
  const reported = /(?:\ba|\bont|\bavait|\bavaient) \p{L}+e? (?:\p{L}+ )?qu(?:e |')/u.test(folded);
  if (reported && kind === "present")
    return { is: "future", sure: 0.7, why: `${words}: the future seen from the past` };
  return { is: "hearsay", sure: reported ? 0.6 : 0.85, why: words };
}

const reportedly =
  /\b(?:reportedly|allegedly|purportedly|supposedly|(?:is|are|was|were) (?:said|reported|rumou?red|alleged) to)\b/;

function englishSense(clause: string): Sense {
  const match = reportedly.exec(clause);
  return match
    ? { is: "hearsay", sure: 0.85, why: match[0] }
    : { is: "plain", sure: 0.9, why: "no word of hearsay" };
}
