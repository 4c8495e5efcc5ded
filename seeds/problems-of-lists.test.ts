import { describeProblems } from "./testing/describe-problems";

describeProblems("collection", "collection.yml", [
  ["slug: trees", "slug: Trees", "slug: must be lower-case words joined by hyphens", "Trees"],
  ["fr: Arbres", "fr: Arbres, fr: Bois", "Map keys must be unique", "fr: Bois"],
]);

describeProblems("units", "units.yml", [
  ["slug: percent", "slug: tree", '[1].slug: "tree" is there already', "tree, name"],
]);

describeProblems("agents", "agents.yml", [
  ["mark: 1", "mark: 0", '[1].mark: 0 is the mark of "town-hall"', "0 }"],
  ["side: null", "side: nobody", '[0].side: no such agent "nobody"', "nobody"],
  ["side: null", "side: club", '[0].side: "club" is not the head of its own side', "club"],
  ["kind: outlet", "kind: paper", "[2].kind: Invalid option", "paper"],
]);

describeProblems("places", "places.yml", [
  ["parent: null", "parent: moon", '[0].parent: no such place "moon"', "moon"],
  ["parent: null", "parent: town", '[0].parent: "town" would lie inside itself', "town }"],
]);

describeProblems("metrics", "metrics.yml", [
  ["units: [tree]", "units: [tree, bush]", '[0].allowed_units[1]: no such unit "bush"', "bush]"],
  ["unit: tree", "unit: percent", '[0].unit: "percent" is not among the allowed units', "percent"],
  ['high: "100000"', 'high: "-1"', "[0].plausible.high: must not be less than low", '"-1"'],
  ["days: null", "days: 9", "[0].longest_silence_days: is null for what is never held", "9"],
  ["  order: 2\n", "", "[1].order: is missing", "slug: share-of-oaks"],
]);

describeProblems("events", "events.yml", [
  ["sentence: planted", "sentence: sown", '[0].anchors[0].sentence: no such sentence "sown"', "sown"],
  ["source: green-town", "source: red-town", '[0].anchors[0].source: no such source "red-town"', "red-town"],
  [
    "le 3 mars",
    "le 4 mars",
    '[0].anchors[0].marked: "le 4 mars" does not stand in the sentence',
    "le 4 mars",
  ],
  ["place: town", "place: moon", '[0].place: no such place "moon"', "moon"],
]);
