import type { CaseSet, Question, Reader } from "./case";
import { type Fault, scoreCase, scoreSentences } from "./score";
import { addTally, emptyTally, type Tally } from "./tally";

export type Measure = {
  readonly tally: Tally;
  readonly faults: readonly Fault[];
  /** Of the processor, for one reading of the set when everything is warm. */
  readonly milliseconds: number;
};

/** In these sets only some of what there is to find is labelled, so nothing found is too much. */
const partlyLabelled: readonly Question[] = ["numerals", "measures"];

/** Reads every case of a set, and again to time it. */
export function measure(reader: Reader, { cases, question }: CaseSet): Measure {
  const score = question === "sentences" ? scoreSentences : scoreCase;
  const scores = cases.map((case_) => {
    const found = reader(case_, question);
    return score(case_, partlyLabelled.includes(question) ? found.filter(isLabelled(case_.expected)) : found);
  });
  return {
    tally: scores.map(({ tally }) => tally).reduce(addTally, emptyTally),
    faults: scores.flatMap(({ faults }) => faults),
    milliseconds: time(() => {
      for (const case_ of cases) reader(case_, question);
    }),
  };
}

type Span = { readonly start: number; readonly end: number };
const isLabelled = (labels: readonly Span[]) => (found: Span) =>
  labels.some(({ start, end }) => start < found.end && found.start < end);

/** As often as it takes to be told from noise. Others' load does not count, as the clock on the wall would. */
function time(read: () => void): number {
  const start = process.cpuUsage();
  for (let rounds = 1; ; rounds++) {
    read();
    const { user, system } = process.cpuUsage(start);
    const milliseconds = (user + system) / 1000;
    if (milliseconds > 200) return milliseconds / rounds;
  }
}
