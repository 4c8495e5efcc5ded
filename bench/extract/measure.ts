import type { CaseSet, Reader } from "./case";
import { type Fault, scoreCase, scoreSentences } from "./score";
import { addTally, emptyTally, type Tally } from "./tally";

export type Measure = {
  readonly tally: Tally;
  readonly faults: readonly Fault[];
  /** Of a second reading, when everything is warm. */
  readonly milliseconds: number;
};

/** Reads every case of a set twice: once to score, once to time. */
export function measure(reader: Reader, { cases, question }: CaseSet): Measure {
  const score = question === "sentences" ? scoreSentences : scoreCase;
  const scores = cases.map((case_) => score(case_, reader(case_, question)));
  const start = performance.now();
  for (const case_ of cases) reader(case_, question);
  return {
    tally: scores.map(({ tally }) => tally).reduce(addTally, emptyTally),
    faults: scores.flatMap(({ faults }) => faults),
    milliseconds: performance.now() - start,
  };
}
