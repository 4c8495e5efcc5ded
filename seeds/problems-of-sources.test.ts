import { describeProblems } from "./testing/describe-problems";

const source = "sources/green-town.yml";

describeProblems("the form of a source", source, [
  ["hearsay: false", "heresay: false", "figures[0].hearsay: is missing", "id:"],
  ["    rank: normal\n", "    rank: normal\n    rang: 1\n", "figures[0].rang: unknown key", "1"],
  ["author: null\n", "", "author: is missing", "title: La ville"],
  ['value: "1400"', "value: 1400", 'figures[0].value: must be a number in quotes, such as "1400"', "1400"],
  ['"aaaaaaa1"', '"aaaaaaaI"', "figures[0].id: must be eight characters of base 32", '"aaaaaaaI"'],
  ['"aaaaaaa1"', "12345678", "figures[0].id: must be in quotes, found 12345678", "12345678"],
  [/sha256: \w+/, "sha256: abc", "document.sha256: must be a sha256: 64 hexadecimal digits", "abc"],
  ["change: first", "change: revision", "figures[0].change: Invalid input", "revision"],
  ["start: 2024-02-01", "start: 2024-02-30", "figures[1].period.start: Invalid ISO date", "2024-02-30"],
  ["period: *day", "period: *today", "*today stands for nothing: no &today before it", "*today"],
  ['value: "1400"', 'value: "1400', 'Missing closing "quote', ""],
]);

describeProblems("what a figure names", source, [
  ["publisher: gazette", "publisher: herald", 'publisher: no such agent "herald"', "herald"],
  ["metric: trees-planted", "metric: bushes", 'figures[0].metric: no such metric "bushes"', "bushes"],
  ["subject: town-hall", "subject: mayor", 'figures[0].subject: no such agent "mayor"', "mayor"],
  ["place: town", "place: moon", 'figures[0].place: no such place "moon"', "moon"],
  ["unit: tree", "unit: bush", 'figures[0].unit: no such unit "bush"', "bush"],
  ["unit: tree", "unit: percent", 'figures[0].unit: the metric "trees-planted" does not allow', "percent"],
  ['id: "aaaaaaa2"', 'id: "aaaaaaa1"', 'figures[1].id: "aaaaaaa1" is the id of another figure', '"aaaaaaa1"'],
  ['to: "aaaaaaa2"', 'to: "aaaaaaa9"', 'checks[0].to: no such figure "aaaaaaa9"', '"aaaaaaa9"'],
]);

describeProblems("the text", source, [
  [/repeated: (Une.*)/, 'repeated: " $1"', "passages[2].sentences.repeated: begins or ends", '" Une'],
  [
    "_end: 113",
    "_end: 114",
    "passages[0].document_end: the sentences have 93 characters, the passage 94",
    "114",
  ],
  ["_start: 114", "_start: 112", "passages[1].document_start: lies before 113", "112"],
  ["repeated: Une", "planted: Une", "passages[2].sentences.planted: is the name of an earlier", "Une"],
  [
    "sentence: repeated",
    "sentence: sung",
    'figures[0].mentions[1].sentence: no such sentence "sung"',
    "sung",
  ],
  [
    /sentence: repeated/,
    "sentence: planted",
    "passages[2].sentences.repeated: carries neither",
    "Une association",
  ],
]);

describeProblems("the attribution", source, [
  [
    "agent: town-hall, as",
    "agent: mayor, as",
    'figures[0].attribution[0].agent: no such agent "mayor"',
    "mayor",
  ],
  [
    "agent: town-hall, as",
    "agent: gazette, as",
    'figures[0].attribution[0].agent: "gazette" claims',
    "gazette",
  ],
  [
    "as_printed: la mairie",
    "as_printed: le maire",
    'figures[0].attribution[0].as_printed: "le maire"',
    "le maire",
  ],
  [
    "role: published_by",
    "role: claimed_by",
    "figures[0].attribution[1].role: claimed_by stands only",
    "claimed_by",
  ],
  [
    / {6}- { role: published_by, .*\n/,
    "",
    "figures[0].attribution: must end with the one agent",
    "attribution",
  ],
]);

describeProblems("the comparison", source, [
  [
    '"-64.3"',
    '"-66.7"',
    "checks[0].computed_change_percent: from 1400 to 500 is -64.3 per cent, not",
    '"-66.7"',
  ],
  ["promis 500\n", "promit 500\n", 'checks[0].words: "promit 500" does not stand in the sentence', "promit"],
]);
