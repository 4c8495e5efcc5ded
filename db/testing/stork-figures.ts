import type { EventInput, FigureCheckInput, FigureInput } from "@/domain/inputs";
import { claimantOf } from "@/domain/validate/check-claimant";
import { counted, on, type TestSource } from "./stork-sources";
import { both } from "./storks";

type Mention = FigureInput["mentions"][number];

/** Where a sentence stands in a source. */
function placeOf(source: TestSource, sentence: string) {
  const sentenceStart = source.text.indexOf(sentence);
  if (sentenceStart < 0) throw new Error(`not in the text: ${sentence}`);
  const sentenceEnd = sentenceStart + sentence.length;
  const prefix = source.text.slice(Math.max(0, sentenceStart - 4), sentenceStart);
  const suffix = source.text.slice(sentenceEnd, sentenceEnd + 4);
  return { source: source.slug, sentence, sentenceStart, sentenceEnd, prefix, suffix };
}

function markedIn(sentence: string, words: string) {
  const markedStart = sentence.indexOf(words);
  if (markedStart < 0) throw new Error(`"${words}" does not stand in: ${sentence}`);
  return { markedStart, markedEnd: markedStart + words.length };
}

/** A mention of `number` in `sentence`; digits read as themselves, words as `readsAs`. */
export function aMention(
  source: TestSource,
  sentence: string,
  number: string,
  { readsAs = null, ...rest }: Partial<Mention> = {},
): Mention {
  const { markedStart: numberStart, markedEnd: numberEnd } = markedIn(sentence, number);
  const digits = number.replace(/[\s’]/g, "");
  return {
    ...placeOf(source, sentence),
    numberStart,
    numberEnd,
    numberText: number,
    readsAs: /^\d+$/.test(digits) ? digits : readsAs,
    comparator: "=",
    cue: null,
    attribution: [
      { role: "claimed_by", agent: "example-ministry", asPrinted: "le ministère de l’Exemple" },
      { role: "published_by", agent: "example-gazette", asPrinted: null },
    ],
    ...rest,
  };
}

let figuresMade = 0;

/** A figure to be: 1,500 storks, claimed by the ministry on 4 May 2031. */
export const storkFigure = (source: TestSource, wish: Partial<FigureInput> = {}): FigureInput =>
  withClaimant({
    publicId: String(++figuresMade).padStart(8, "0"),
    metric: "storks-nesting",
    subject: "white-storks",
    place: "example-marsh",
    value: "1500",
    low: null,
    high: null,
    unit: "bird",
    comparator: "~",
    cue: "près de",
    statistic: "point",
    per: null,
    modality: "claimed",
    hearsay: false,
    period: on("2031-05-04"),
    reportedOn: on("2031-05-05"),
    rank: "normal",
    supersedes: null,
    note: null,
    ...wish,
    mentions: wish.mentions ?? [aMention(source, counted, "1\u00a0500")],
  });

/** Says on purpose that nobody claims it, where the first mention names nobody. */
const withClaimant = (figure: FigureInput): FigureInput =>
  claimantOf(figure) === null ? { unattributed: true, ...figure } : figure;

/** A figure of any value, its number in words. */
export const figureOf = (source: TestSource, value: string, wish: Partial<FigureInput> = {}): FigureInput =>
  storkFigure(source, {
    value,
    mentions: [aMention(source, counted, "un cinquième", { readsAs: value })],
    ...wish,
  });

/** The day the storks came, dated by the words "au marais". */
export const storkDay = (source: TestSource, wish: Partial<EventInput> = {}): EventInput => ({
  slug: "storks-came",
  name: both("The storks came"),
  date: on("2031-05-01"),
  place: "example-marsh",
  anchors: [{ ...placeOf(source, counted), ...markedIn(counted, "au marais") }],
  ...wish,
});

/** A comparison of two figures, by the words "n’ont pas un an". */
export const storkCheck = (source: TestSource, from: string, to: string): FigureCheckInput => ({
  slug: `${from}-and-${to}`,
  ...placeOf(source, counted),
  ...markedIn(counted, "n’ont pas un an"),
  from,
  to,
  statedChangePercent: "-80",
  note: both("As the text has it"),
});
