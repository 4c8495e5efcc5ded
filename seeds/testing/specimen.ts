import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { afterAll } from "vitest";
import { formatProblem, readSeeds, type SeedCollection, type SeedProblem } from "../read";

/** An article invented for the tests, with a character of two UTF-16 units before the numbers. */
export const article = [
  "La ville 🌳 verdit.",
  "Selon la mairie, près de 1 400 arbres ont été plantés le 3 mars, dont un cinquième de chênes.",
  "Elle en avait promis 500 en février.",
  "",
  "Une association parle de 1 400 arbres.",
].join("\n");

const sha256 = createHash("sha256").update(article).digest("hex");
const day = `{ start: 2024-03-03, end: 2024-03-03, precision: day, basis: stated }`;

const files = {
  "collection.yml": `
slug: trees
title: { fr: Arbres, en: Trees }
description: { fr: Des arbres, en: Some trees }
`,
  "units.yml": `
- { slug: tree, name: { fr: arbres, en: trees }, symbol: { fr: arbres, en: trees } }
- { slug: percent, name: { fr: pour cent, en: per cent }, symbol: { fr: "%", en: "%" } }
`,
  "agents.yml": `
- { slug: town-hall, name: { fr: mairie, en: town hall }, kind: government_body, side: null, mark: 0 }
- { slug: club, name: { fr: association, en: club }, kind: organisation, side: null, mark: 1 }
- { slug: gazette, name: { fr: Gazette, en: Gazette }, kind: outlet, side: null, mark: null }
`,
  "places.yml": `
- { slug: town, name: { fr: ville, en: town }, kind: town, parent: null }
`,
  "metrics.yml": `
- slug: trees-planted
  name: { fr: Arbres plantés, en: Trees planted }
  definition: { fr: Les arbres, en: The trees }
  group: supplies
  kind: event
  unit: tree
  allowed_units: [tree]
  plausible: { low: "0", high: "100000" }
  longest_silence_days: null
  order: 1
- slug: share-of-oaks
  name: { fr: Part des chênes, en: Share of oaks }
  definition: { fr: Les chênes, en: The oaks }
  group: supplies
  kind: share
  unit: percent
  allowed_units: [percent]
  plausible: { low: "0", high: "100" }
  longest_silence_days: 30
  order: 2
`,
  "events.yml": `
- slug: planting
  name: { fr: Plantation, en: Planting }
  date: ${day}
  place: town
  anchors:
    - { source: green-town, sentence: planted, marked: le 3 mars }
`,
  "sources/green-town.yml": `
title: La ville verdit
title_printed: true
publisher: gazette
author: null
url: null
archived_url: null
published: &day ${day}
lang: fr
licence_note: { fr: citations, en: quotations }
extent: excerpts
document:
  file: article.txt
  sha256: ${sha256}
passages:
  - document_start: 20
    document_end: 113
    sentences:
      planted: Selon la mairie, près de 1 400 arbres ont été plantés le 3 mars, dont un cinquième de chênes.
  - document_start: 114
    document_end: 150
    sentences:
      promised: Elle en avait promis 500 en février.
  - document_start: 152
    document_end: 190
    sentences:
      repeated: Une association parle de 1 400 arbres.
figures:
  - id: "aaaaaaa1"
    metric: trees-planted
    subject: town-hall
    place: town
    value: "1400"
    unit: tree
    comparator: "~"
    cue: près de
    statistic: point
    modality: claimed
    hearsay: false
    period: *day
    reported_on: *day
    rank: normal
    change: first
    attribution: &town-hall
      - { role: claimed_by, agent: town-hall, as_printed: la mairie }
      - { role: published_by, agent: gazette }
    mentions:
      - sentence: planted
        number: 1 400
      - sentence: repeated
        number: 1 400
        comparator: "="
        attribution:
          - { role: claimed_by, agent: club, as_printed: Une association }
          - { role: published_by, agent: gazette }
  - id: "aaaaaaa2"
    metric: trees-planted
    subject: town-hall
    place: town
    value: "500"
    unit: tree
    comparator: "="
    statistic: point
    modality: announced
    hearsay: false
    period: { start: 2024-02-01, end: 2024-02-29, precision: month, basis: computed, reasoning: { fr: février, en: February } }
    reported_on: *day
    rank: normal
    change: first
    attribution: *town-hall
    mentions:
      - sentence: promised
        number: "500"
  - id: "aaaaaaa3"
    metric: share-of-oaks
    subject: town-hall
    place: town
    value: "20"
    unit: percent
    comparator: "="
    statistic: share
    modality: claimed
    hearsay: false
    period: *day
    reported_on: *day
    rank: normal
    change: first
    attribution: *town-hall
    mentions:
      - sentence: planted
        number: un cinquième
        reads_as: "20"
checks:
  - slug: less-than-planted
    sentence: promised
    words: promis 500
    from: "aaaaaaa1"
    to: "aaaaaaa2"
    stated_change_percent: "-60"
    computed_change_percent: "-64.3"
`,
};

export type SpecimenFile = keyof typeof files;

const dirs: string[] = [];
afterAll(() => {
  for (const dir of dirs) rmSync(dir, { recursive: true });
});

/** A folder that the end of the tests removes. */
export function emptyFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), "seeds-"));
  dirs.push(dir);
  return dir;
}

/** Writes a sound set of seed files, one of them changed if asked to. */
export function writeSpecimen(name?: SpecimenFile, change?: (text: string) => string): string {
  const dir = emptyFolder();
  for (const [file, text] of Object.entries(files)) {
    const path = join(dir, file);
    mkdirSync(dirname(path), { recursive: true });
    const changed = name === file && change ? change(text.trimStart()) : text.trimStart();
    if (name === file && change && changed === text.trimStart())
      throw new Error(`nothing changed in ${file}`);
    writeFileSync(path, changed);
  }
  return dir;
}

/** Writes the article, or another text in its place, where `seeds:check` looks for it. */
export function writeArticle(text: string | Buffer = article): string {
  const dir = emptyFolder();
  writeFileSync(join(dir, "article.txt"), text);
  return dir;
}

/** The problems as printed, their paths as seen from the folder of the seeds. */
export function linesOf(dir: string, problems: readonly SeedProblem[]): string[] {
  return problems.map((problem) => formatProblem(problem).replace(`${relative(process.cwd(), dir)}/`, ""));
}

/** What is said of the specimen with one text replaced by another in one file, and the words at which it points. */
export function problemsAfter(name: SpecimenFile, from: string | RegExp, to: string) {
  let changed = "";
  const dir = writeSpecimen(name, (text) => {
    changed = text.replace(from, to);
    return changed;
  });
  const read = readSeeds(dir);
  if (!Array.isArray(read)) return [];
  return read.map(({ file, line, column, path, message }) => ({
    file: file.replace(`${relative(process.cwd(), dir)}/`, ""),
    said: path === "" ? message : `${path}: ${message}`,
    at: (changed.split("\n")[line - 1] ?? "").slice(column - 1),
  }));
}

/** The specimen as read. */
export function readSpecimen(): SeedCollection {
  const dir = writeSpecimen();
  const read = readSeeds(dir);
  if (Array.isArray(read)) throw new Error(linesOf(dir, read).join("\n"));
  return read;
}
