import type { Comparator } from "@/domain/vocabulary";
import type { Quantity, ReadingLanguage, Span } from "../proposal";
import { cuesAfter, cuesBefore, signs } from "./cues";
import type { Found } from "./found";
import { after, before, type Line } from "./line";

export type Qualified = Pick<Quantity, "comparator" | "cue">;

type Cue = { readonly words: string; readonly comparator: Comparator };

/** The cues of a language by their last word, longest first, so that each number looks at a few only. */
function indexed(table: (typeof cuesBefore)[ReadingLanguage]): ReadonlyMap<string, readonly Cue[]> {
  const index = new Map<string, Cue[]>();
  for (const [comparator, phrases] of Object.entries(table) as [Comparator, readonly string[]][])
    for (const phrase of phrases)
      for (const words of phrase.endsWith(" de") ? [phrase, `${phrase.slice(0, -2)}d'`] : [phrase]) {
        const last = /[a-z.]+'?$/.exec(words)?.[0] ?? words;
        index.set(last, [...(index.get(last) ?? []), { words, comparator }]);
      }
  for (const cues of index.values()) cues.sort((a, b) => b.words.length - a.words.length);
  return index;
}
const byLastWord = { fr: indexed(cuesBefore.fr), en: indexed(cuesBefore.en) };

/** What may stand between a cue and its number. */
const filler =
  /(?:(?<![a-z'])(?:les|des|de|du|aux|le|la|l'|d'|un|une|the|a|an|of|total of|un total de|moyenne de|nombre de|us|another|additional|encore|que|the figure of)[ ]?|[$€£(+] ?)$/;

/** Reads what bounds or hedges a number: words before, words after it or after its unit, signs. */
export function qualify(line: Line, found: Found, unit: Span | null): Qualified {
  const told = cueBefore(line, found) ?? cueAfter(line, found.end) ?? (unit && cueAfter(line, unit.end));
  const rough: Comparator = found.form === "collective" && found.value === null ? "~" : "=";
  if (found.form === "range") return { comparator: "range", cue: told?.cue ?? boundWord(line, found) };
  return told ?? { comparator: rough, cue: null };
}

function cueBefore(line: Line, found: Found): Qualified | null {
  let at = found.start;
  let hedge: Qualified | null = null;
  for (let step = 0; step < 5; step += 1) {
    const left = before(line, at).trimEnd();
    const end = at - (before(line, at).length - left.length);
    const cue = matchingCue(left, line.language) ?? signCue(left);
    if (cue !== null && isComparison(line, at, found, cue)) return hedge;
    if (cue !== null && isOverPlace(line, found, left, cue)) return hedge;
    if (cue !== null) {
      const start = end - cue.words.length;
      const read = splitCue(line, start, end, cue);
      if (cue.comparator !== "~") return read;
      hedge ??= read; // "au moins quelque 300": the bound outweighs the hedge
      at = start;
      continue;
    }
    const skip = filler.exec(before(line, at));
    if (skip === null) break;
    at -= skip[0].length;
  }
  return hedge;
}

function matchingCue(left: string, language: ReadingLanguage): Cue | null {
  const last = /[a-z.]+'?$/.exec(left)?.[0];
  const cues = (last && byLastWord[language].get(last)) || [];
  const cue = cues.find(
    ({ words }) => left.endsWith(words) && !/[a-z-]/.test(left[left.length - words.length - 1] ?? ""),
  );
  return cue && !isNoCue(left, cue) ? cue : null;
}

/** The same words with another meaning: "control over 500 km²", "near 3 villages". */
function isNoCue(left: string, { words }: Cue): boolean {
  const lead = left.slice(0, left.length - words.length);
  if (words === "over" || words === "above" || words === "below" || words === "under")
    return /\b(?:control|power|sovereignty|victory|authority|took|taken|take|flew|flying|fly|dispute|war|down|shot down|handed|hand|turned|fired|overs?|responsibility|put|come|came|remain|remained|placed) $/.test(
      lead,
    );
  if (words === "plus de" || words === "plus d'")
    return /\bde $/.test(lead) && /\b(?:fois|%) de $/.test(lead);
  return words === "only" && /\bnot $/.test(lead);
}

/** "fewer than the 150,000 called up": beside a number already known, and no bound; but "more than the 500 mark". */
const isComparison = (line: Line, at: number, found: Found, { words }: Cue) =>
  /^(?:more than|fewer than|less than|greater than|lower than|plus que)$/.test(words) &&
  /(?:^|[ ])(?:the|les) (?:the |les )?$/.test(line.folded.slice(Math.max(0, at - 1), found.start)) &&
  !/^ ?(?:[a-z]+ )?(?:mark|threshold|barre|seuil)\b/.test(after(line, found.end)) &&
  !/\b(?:ne |n')[^.;,]{1,40}$/.test(before(line, at));

const places =
  /^ (?:[a-z]+ )?(?:regions?|oblasts?|provinces?|districts?|departements|countries|pays|states|cities|villes|towns|territoires|territories|raions|cantons|comtes|counties)\b/;
const inTheAir =
  /\b(?:drones?|missiles?|jets?|aircraft|rockets?|uavs?|down(?:ed)?|intercept[a-z]*|destroy[a-z]*|flew|flying|overhead)\b/;

/** "downed 97 over six regions": where it happened, not how many regions there are at least. */
function isOverPlace(line: Line, found: Found, left: string, { words }: Cue): boolean {
  if (!/^(?:over|above|au-dessus de)$/.test(words) || !places.test(after(line, found.end))) return false;
  return words === "au-dessus de" || found.form === "words" || inTheAir.test(left);
}

function signCue(left: string): Cue | null {
  for (const [pattern, comparator] of signs) {
    const found = pattern.exec(left);
    if (found) return { words: found[0], comparator };
  }
  return null;
}

/** "ne contrôle plus que 500", "ne … que": the cue begins at its "ne". */
function splitCue(line: Line, start: number, end: number, cue: Cue): Qualified {
  const words = line.text.slice(start, end);
  if (cue.words !== "plus que") return { comparator: cue.comparator, cue: { start, end, words } };
  const ne = /\b(?:ne|n')(?: |(?<='))(?=[^.;,]{1,40}$)(?!.*\bne )/.exec(
    line.folded.slice(Math.max(0, start - 45), start),
  );
  if (ne === null) return { comparator: ">", cue: { start, end, words } };
  const from = Math.max(0, start - 45) + ne.index;
  return {
    comparator: cue.comparator,
    cue: { start: from, end, words: `${line.text.slice(from, from + 2)} … ${words}` },
  };
}

function cueAfter(line: Line, end: number): Qualified | null {
  const right = after(line, end);
  if (/^ ?\+(?![\d ]*\d)/.test(right)) {
    const at = end + right.indexOf("+");
    return { comparator: ">=", cue: { start: at, end: at + 1, words: "+" } };
  }
  const lead = /^,? ?\(?/.exec(right)?.[0].length ?? 0;
  for (const [comparator, phrases] of Object.entries(cuesAfter[line.language]) as [Comparator, string[]][])
    for (const phrase of phrases) {
      if (!right.startsWith(phrase, lead) || /^[a-z]/.test(right.slice(lead + phrase.length))) continue;
      if (
        /^ (?:de |d')?(?:\d|un |une |one |two |deux |trois |three |dix |ten |dozen|[a-z]*aine)/.test(
          right.slice(lead + phrase.length),
        )
      )
        continue;
      const start = end + lead;
      const stop = start + phrase.length;
      return { comparator, cue: { start, end: stop, words: line.text.slice(start, stop) } };
    }
  return null;
}

/** "entre" and "between" as the cue of a range. */
function boundWord(line: Line, found: Found): Qualified["cue"] {
  const left = before(line, found.start);
  const word = /\b(?:entre|between) (?:les |the )?$/.exec(left);
  if (word === null) return null;
  const start = found.start - left.length + word.index;
  const end = start + (word[0].startsWith("entre") ? 5 : 7);
  return { start, end, words: line.text.slice(start, end) };
}
