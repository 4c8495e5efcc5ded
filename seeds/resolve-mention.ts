import type { FigureInput } from "@/domain/inputs";
import { compareDecimals } from "@/domain/validate/decimals";
import { readDigits, readEnds } from "@/domain/validate/printed-number";
import type { Language } from "@/domain/vocabulary";
import type { Excerpts } from "./excerpts";
import { resolveAttribution } from "./resolve-attribution";
import type { Names } from "./resolve-lists";
import type { FigureForm, MentionForm } from "./schema";
import { findSpan, standsIn } from "./span";
import type { Say, SeedPath } from "./yaml-file";

/** What a mention is read against. */
export type MentionContext = {
  readonly figure: FigureForm;
  readonly excerpts: Excerpts;
  readonly lang: Language;
  readonly names: Names;
};

/**
 * Finds a mention in its sentence and makes sure that the number printed there is the figure's.
 *
 * @returns null where there is nothing to stand on; what is wrong has been said
 */
export function resolveMention(
  mention: MentionForm,
  { figure, excerpts, lang, names }: MentionContext,
  path: SeedPath,
  say: Say,
): FigureInput["mentions"][number] | null {
  const place = excerpts.sentences.get(mention.sentence);
  if (place === undefined) {
    say([...path, "sentence"], `no such sentence "${mention.sentence}"`);
    return null;
  }
  const span = findSpan(place.sentence, mention.number, mention.occurrence);
  if (typeof span === "string") {
    say([...path, "number"], span);
    return null;
  }
  // A mention with a bound of its own does not inherit the words that stand for another bound.
  const comparator = mention.comparator ?? figure.comparator;
  const cue =
    mention.cue ?? (mention.comparator === undefined && mention.cue === undefined ? figure.cue : null);
  if (cue !== null && !standsIn(place.sentence, cue)) {
    say(mention.cue ? [...path, "cue"] : path, `the cue "${cue}" does not stand in the sentence`);
  } else if (cue === null && comparator !== "=" && comparator !== "range") {
    say(path, `the comparator ${comparator} needs the words it was read from: cue`);
  }
  const own = mention.attribution === undefined ? null : [...path, "attribution"];
  const chain = mention.attribution ?? figure.attribution;
  return {
    ...place,
    numberStart: span.start,
    numberEnd: span.end,
    numberText: mention.number,
    readsAs: resolveReading(mention, figure, lang, path, say),
    comparator,
    cue,
    // The figure's own chain has its problems told once, by the figure.
    attribution: resolveAttribution(chain, excerpts.version.text, names, own ?? path, own ? say : () => {}),
  };
}

/** What the printed number stands for: itself where it is in digits, otherwise what the file says it reads as. */
function resolveReading(mention: MentionForm, figure: FigureForm, lang: Language, path: SeedPath, say: Say) {
  const { number, reads_as } = mention;
  const stated = [figure.value, figure.low, figure.high].filter((value) => value !== null);
  const among = (value: string) => stated.find((one) => compareDecimals(one, value) === 0) ?? null;
  const printed = readDigits(number, lang);
  if (printed !== null || reads_as !== undefined) {
    const reading = printed ?? (reads_as as string); // one of the two is there
    if (printed !== null && reads_as !== undefined && compareDecimals(printed, reads_as) !== 0) {
      say([...path, "reads_as"], `"${number}" reads as ${printed}, not ${reads_as}`);
    } else if (among(reading) === null) {
      const at = printed === null ? "reads_as" : "number";
      say(
        [...path, at],
        `"${number}" reads as ${reading}, the figure says ${stated.join(", ") || "no number"}`,
      );
    }
    return reading;
  }
  if (hasBothEnds(number, figure, lang)) return figure.low;
  if (/\d/.test(number)) say([...path, "number"], `"${number}" is no number, nor the two ends of the range`);
  else if (stated.length > 0) say([...path, "number"], `"${number}" is in words: say what it reads_as`);
  return null;
}

/** True for "entre 500 et 600" where the figure ranges from 500 to 600. */
function hasBothEnds(printed: string, { low, high }: FigureForm, lang: Language): boolean {
  const ends = readEnds(printed, lang);
  if (ends === null || low === null || high === null) return false;
  return compareDecimals(ends[0], low) === 0 && compareDecimals(ends[1], high) === 0;
}
