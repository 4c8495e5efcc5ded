import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readLexicon } from "@/seeds/lexicon";
import type { CaseSet } from "./case";
import { measure } from "./measure";
import { microsoft } from "./readers/microsoft";
import { ours } from "./readers/ours";
import { devsetNames, listDevsetSets, listOwnSets } from "./sets/list-sets";
import { formatTable, type Row } from "./table";

/** `npm run bench:extract -- [--devset DIR] [--faults] [--save]`: the reader against labelled texts, see docs/reading.md. */
const { values: options } = parseArgs({
  options: {
    devset: { type: "string", default: process.env.DEVSET_DIR },
    faults: { type: "boolean", default: false },
    save: { type: "boolean", default: false },
  },
});

const sets = [...listOwnSets(), ...(options.devset ? listDevsetSets(options.devset) : [])];
const reader = ours(readLexicon());
const rows = sets.map(rowOf);
console.log(formatTable(rows));
console.log(
  "MS: Microsoft's recognisers, given plain spaces; they tell numbers, not figures. Sentences: Intl.Segmenter.",
);
if (!options.devset) console.log(`Left out for want of --devset DIR: ${devsetNames.join(", ")}.`);
if (options.faults) printFaults();
if (options.save) console.log(`Saved ${save()}`);

function rowOf(set: CaseSet): Row {
  const { name, question, cases } = set;
  return {
    set: name,
    question,
    cases: cases.length,
    ours: measure(reader, set),
    microsoft: measure(microsoft, set),
  };
}

/** What is held back stays unread, or it would no longer measure. */
function printFaults(): void {
  for (const {
    set,
    ours: { faults },
  } of rows.filter(({ set }) => !set.endsWith("held"))) {
    if (faults.length > 0) console.log(`\n## ${set}`);
    for (const { id, text, what } of faults) console.log(`${id}\t${what}\t${excerpt(text)}`);
  }
}

const excerpt = (text: string) => (text.length > 400 ? "" : text.replaceAll("\n", " / "));

/** Milliseconds are those of this machine: only their ratio is kept. */
function save(): string {
  const folder = join(import.meta.dirname, "..", "results");
  const file = join(folder, `extract-${new Date().toISOString().slice(0, 10)}.json`);
  const kept = rows.map(({ set, question, cases, ours, microsoft }) => ({
    set,
    question,
    cases,
    ours: ours.tally,
    microsoft: microsoft.tally,
    microsoftTimeByOurs: Number((microsoft.milliseconds / ours.milliseconds).toFixed(1)),
  }));
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`);
  return file;
}
