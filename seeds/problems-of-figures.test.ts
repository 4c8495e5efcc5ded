import { describeProblems } from "./testing/describe-problems";

const source = "sources/green-town.yml";

describeProblems("the value", source, [
  [
    'value: "500"',
    'value: "500"\n    low: "600"',
    "figures[1].low: 600 is more than the value, 500",
    '"600"',
  ],
  ['value: "500"', 'value: "500"\n    high: "400"', "figures[1].high: 400 is less than the value", '"400"'],
  ['comparator: "~"', "comparator: range", "figures[0].comparator: a range has a low and a high", "range"],
  ['value: "20"', 'value: "120"', "figures[2].value: a share lies between 0 and 100, not at 120", '"120"'],
  ['value: "500"', 'value: "500000"', "figures[1].value: 500000 is outside what is plausible", '"500000"'],
]);

describeProblems("the bound", source, [
  [
    "cue: près de",
    "cue: environ",
    'figures[0].mentions[0]: the cue "environ" does not stand',
    "sentence: planted",
  ],
  ["    cue: près de\n", "", "figures[0].mentions[0]: the comparator ~ needs the words", "sentence: planted"],
  [
    "number: 1 400",
    'number: 1 400\n        comparator: "="',
    "figures[0].mentions[0].comparator: is the",
    '"="',
  ],
]);

describeProblems("the dates", source, [
  [
    "end: 2024-02-29",
    "end: 2024-02-28",
    "figures[1].period.end: a month that starts on 2024-02-01 ends on",
    "2024-02-28",
  ],
  [
    "start: 2024-02-01",
    "start: 2024-02-02",
    "figures[1].period.start: a month starts on 2024-02-01",
    "2024-02-02",
  ],
  [
    "end: 2024-02-29",
    "end: 2024-01-31",
    "figures[1].period.end: must not lie before the start",
    "2024-01-31",
  ],
  ["start: 2024-02-01", "start: null", "figures[1].period.start: start and end are both known", "null"],
  [/, reasoning: .*February \}/, "", "figures[1].period.reasoning: a date that is computed says", "period:"],
  [
    "basis: computed",
    "basis: unknown",
    "figures[1].period.basis: precision and basis are unknown together",
    "unknown",
  ],
  [
    "month, basis: computed",
    "unknown, basis: unknown",
    "figures[1].period.start: an unknown date",
    "2024-02-01",
  ],
]);

describeProblems("the report", source, [
  [
    "reported_on: *day",
    "reported_on: { start: 2024-03-04, end: 2024-03-04, precision: day, basis: stated }",
    "figures[0].reported_on.start: is later than the source was published, 2024-03-03",
    "2024-03-04",
  ],
]);

describeProblems("the number", source, [
  ["number: 1 400", "number: 1 500", 'figures[0].mentions[0].number: "1 500" does not stand', "1 500"],
  [
    "number: 1 400",
    'number: "400"',
    'figures[0].mentions[0].number: "400" stands in the sentence only inside',
    '"400"',
  ],
  [
    "number: 1 400",
    "number: 1 400\n        occurrence: 2",
    'figures[0].mentions[0].number: "1 400" stands only',
    "1 400",
  ],
  ["promis 500 en", "promis 500 ou 500 en", 'figures[1].mentions[0].number: "500" stands 2 times', '"500"'],
  [
    'value: "1400"',
    'value: "1500"',
    'figures[0].mentions[0].number: "1 400" reads as 1400, the figure',
    "1 400",
  ],
  ['reads_as: "20"', 'reads_as: "25"', 'figures[2].mentions[0].reads_as: "un cinquième" reads as 25', '"25"'],
  [/ +reads_as: "20"\n/, "", 'figures[2].mentions[0].number: "un cinquième" is in words', "un cinquième"],
  [
    "number: un cinquième",
    "number: 1 400",
    'figures[2].mentions[0].reads_as: "1 400" reads as 1400, not 20',
    '"20"',
  ],
  [
    "sentence: repeated",
    "sentence: planted",
    "figures[0].mentions[1]: stands where an earlier",
    "sentence: planted",
  ],
]);
