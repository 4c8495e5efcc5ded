import { parseArgs } from "node:util";
import { readLexicon } from "@/seeds/lexicon";
import type { CaseSet } from "./case";
import { measure } from "./measure";
import { microsoft } from "./readers/microsoft";
import { ours } from "./readers/ours";
import { formatFaults, saveRows } from "./report";
import { devsetNames, listDevsetSets, listOwnSets } from "./sets/list-sets";
import { formatTable, type Row } from "./table";

/** `npm run bench:extract -- [--devset DIR] [--faults] [--save]`: the reader held against labelled texts, see docs/reading.md. */
const { values: options } = parseArgs({
  options: {
    devset: { type: "string", default: process.env.DEVSET_DIR },
    faults: { type: "boolean", default: false },
    save: { type: "boolean", default: false },
  },
});

const reader = ours(readLexicon());
const sets = [...listOwnSets(), ...(options.devset ? listDevsetSets(options.devset) : [])];
const rows = sets.map(rowOf);

console.log(formatTable(rows));
console.log(
  "MS: Microsoft's recognisers, given plain spaces; they tell numbers, not figures. Sentences: Intl.Segmenter.",
);
if (!options.devset) console.log(`Left out for want of --devset DIR: ${devsetNames.join(", ")}.`);
if (options.faults) console.log(formatFaults(rows));
if (options.save) console.log(`Saved ${saveRows(rows, new Date())}`);

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
