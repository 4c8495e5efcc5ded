import { around, clauseAt } from "./clause";
import { keepLast } from "./keep-last";
import { fold as foldAny, tokensOf } from "./lexicon-match";
import type { Guess, Lexicon, LexiconMetric, Quantity } from "./proposal";

/** How far the best metric must be ahead of the second, and how much must speak for it at all. */
const leastLead = 1.15;
const leastScore = 0.8;

/**
 * What a number measures, from the collection's own words: among the metrics its unit allows, the one whose name and
 * definition share the most telling words with the sentence, nearer words counting more. Null where the unit is none
 * the collection knows, where nothing in the sentence speaks for a metric, or where two are alike.
 *
 * @param sentenceStart where the sentence starts in the text the quantity was read from
 */
export function guessMetric(
  sentenceText: string,
  quantity: Quantity,
  lexicon: Lexicon,
  sentenceStart = 0,
): Guess<string> | null {
  const unit = quantity.unit?.slug;
  const allowed = lexicon.metrics.filter(({ allowedUnits }) => unit && allowedUnits.includes(unit));
  if (allowed.length === 0) return null;
  const { words, from } = around(sentenceText, quantity.number.start - sentenceStart);
  const sentence = weighWords(words, quantity, sentenceStart + from, lexicon);
  const ranked = allowed
    .map((metric) => ({ metric, ...scoreOf(metric, sentence, quantity, tellingOf(lexicon)) }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = ranked;
  if (!best || best.shared.length === 0 || best.score < leastScore) return null;
  if (second && best.score < second.score * leastLead) return null;
  const lead = second && second.score > 0 ? 1 - second.score / best.score : 1;
  return {
    value: best.metric.slug,
    sure: Math.min(0.95, 0.5 + 0.4 * lead),
    why: `it says ${best.shared.join(", ")}`,
  };
}

const ending = /(?:ements?|ations?|aisons?|aient|ait|ants?|ent|ing|ed|er|ees?|es|e|s)$/;
const small = new Set(
  `le la les un une des du de au aux et ou en dans par pour sur que qui dont ne pas plus ce cet cette ces son sa ses
  est sont ete avoir etre ont the of and or in on by for to from that this with has have been was were are its their
  nor not any one said say dit selon according`.split(/\s+/),
);

/** A word less its endings: "interceptés", "intercepted" and "intercepter" are one. */
function stemOf(word: string): string {
  let stem = word;
  for (
    let next = stem.replace(ending, "");
    next !== stem && next.length >= 4;
    next = stem.replace(ending, "")
  )
    stem = next;
  return stem;
}

const stemsOf = (words: string) =>
  tokensOf(words)
    .filter(({ word }) => /^\p{L}{3}/u.test(word) && !small.has(word))
    .map(({ word, start, end }) => ({ stem: stemOf(word), start, end }));

const fold = keepLast(foldAny);
const stemsOfWords = keepLast(stemsOf);

/** The stems of a unit's own names, which tell no metric of that unit from another. */
const unitStems = new WeakMap<Lexicon, Map<string, ReadonlySet<string>>>();
function stemsOfUnit(slug: string, lexicon: Lexicon): ReadonlySet<string> {
  const known = unitStems.get(lexicon) ?? new Map<string, ReadonlySet<string>>();
  unitStems.set(lexicon, known);
  const names = () => lexicon.units.filter((unit) => unit.slug === slug).flatMap((unit) => unit.names);
  const stems =
    known.get(slug) ??
    new Set(
      names()
        .flatMap(stemsOf)
        .map(({ stem }) => stem),
    );
  known.set(slug, stems);
  return stems;
}

/** The stems of a sentence, each by how near the number it stands: half as much after it, a quarter past its clause. */
function weighWords(text: string, { number, unit }: Quantity, start: number, lexicon: Lexicon) {
  const folded = fold(text);
  const at = number.start - start;
  const known = at >= 0 && at < text.length;
  const clause = known ? clauseAt(folded, at, "any") : { start: 0, end: text.length };
  const units = stemsOfUnit(unit?.slug ?? "", lexicon);
  const printed = new Set(stemsOf(unit?.words ?? "").map(({ stem }) => stem));
  const weights = new Map<string, number>();
  for (const { stem, ...token } of stemsOfWords(text)) {
    if (units.has(stem) || printed.has(stem)) continue;
    const far = Math.abs(token.start - at) / 60;
    const inside = token.start >= clause.start && token.end <= clause.end;
    const weight = known ? ((inside ? 1 : 0.25) * (token.start > at ? 0.6 : 1)) / (1 + far) : 0.5;
    weights.set(stem, Math.max(weights.get(stem) ?? 0, weight));
  }
  return weights;
}

type MetricWords = { readonly name: ReadonlySet<string>; readonly definition: ReadonlySet<string> };

/** What a definition says does not count speaks for another metric: those sentences are left out. */
const excludes = /\bne (?:compte|sont|s)|\bn'|\bni\b|\bnot\b|\bnor\b|\bpas\b/;

function metricWords({ words }: LexiconMetric): MetricWords {
  const stems = (texts: readonly string[]) => new Set(texts.flatMap(stemsOf).map(({ stem }) => stem));
  const [names, definitions] = [words.slice(0, 2), words.slice(2)];
  const counts = definitions
    .flatMap((text) => foldAny(text).split(/[.:;]\s/))
    .filter((part) => !excludes.test(part));
  return { name: stems(names), definition: stems(counts) };
}

/** The words of every metric, and how telling each stem is: one that all metrics share tells nothing. */
type Telling = {
  readonly words: ReadonlyMap<LexiconMetric, MetricWords>;
  readonly weight: (stem: string) => number;
};
const tellings = new WeakMap<Lexicon, Telling>();

function tellingOf(lexicon: Lexicon): Telling {
  const known = tellings.get(lexicon);
  if (known) return known;
  const words = new Map(lexicon.metrics.map((metric) => [metric, metricWords(metric)]));
  const spread = new Map<string, number>();
  for (const { name, definition } of words.values())
    for (const stem of new Set([...name, ...definition])) spread.set(stem, (spread.get(stem) ?? 0) + 1);
  const telling = {
    words,
    weight: (stem: string) => Math.log2(1 + lexicon.metrics.length / (spread.get(stem) ?? 1)),
  };
  tellings.set(lexicon, telling);
  return telling;
}

function scoreOf(
  metric: LexiconMetric,
  sentence: ReadonlyMap<string, number>,
  quantity: Quantity,
  { words, weight }: Telling,
) {
  const { name, definition } = words.get(metric)!;
  const shared: string[] = [];
  let score = 0;
  for (const [stem, near] of sentence) {
    const worth = name.has(stem) ? 2 : definition.has(stem) ? 1 : 0;
    if (worth > 0) shared.push(stem);
    score += worth * near * weight(stem);
  }
  return { score: score * agreement(metric, quantity), shared };
}

/** A rate is a flow and a share a share; a flow is rarely stated without its unit of time. */
function agreement({ kind }: LexiconMetric, { statistic, per }: Quantity): number {
  if (per !== null) return kind === "flow" ? 2 : 0.3;
  if (kind === "flow") return 0.5;
  return (statistic === "share") === (kind === "share") ? 1.3 : 1;
}
