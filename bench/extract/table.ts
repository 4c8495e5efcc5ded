import type { Question } from "./case";
import type { Measure } from "./measure";
import type { Tally } from "./tally";

export type Row = {
  readonly set: string;
  readonly question: Question;
  readonly cases: number;
  readonly ours: Measure;
  readonly microsoft: Measure;
};

/** A table in Markdown, which reads as well on a terminal. */
export function formatTable(rows: readonly Row[]): string {
  const cells = [headings, ...rows.map(cellsOf)];
  const widths = headings.map((_, column) => Math.max(...cells.map((row) => row[column]!.length)));
  const line = (row: readonly string[]) => `| ${row.map((cell, i) => cell.padEnd(widths[i]!)).join(" | ")} |`;
  const rule = `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`;
  return [line(headings), rule, ...cells.slice(1).map(line)].join("\n");
}

const headings = [
  "set",
  "wanted",
  "found",
  "recall",
  "precision",
  "value",
  "comparator",
  "claimant right",
  "left empty",
  "wrong",
  "MS recall",
  "MS precision",
  "MS value",
  "MS time / ours",
];

function cellsOf({ set, question, ours, microsoft }: Row): string[] {
  const { claimants } = ours.tally;
  const judged = claimants.right + claimants.empty + claimants.wrong;
  const claimant = (count: number) => (judged === 0 ? "" : `${count}`);
  return [
    set,
    `${ours.tally.wanted}`,
    `${ours.tally.found}${ours.tally.optional > 0 ? ` + ${ours.tally.optional}` : ""}`,
    recall(ours.tally),
    precision(ours.tally, question),
    percent(ours.tally.values.right, ours.tally.values.judged),
    percent(ours.tally.comparators.right, ours.tally.comparators.judged),
    claimant(claimants.right),
    claimant(claimants.empty),
    claimant(claimants.wrong),
    recall(microsoft.tally),
    precision(microsoft.tally, question),
    percent(microsoft.tally.values.right, microsoft.tally.values.judged),
    (microsoft.milliseconds / ours.milliseconds).toFixed(1),
  ];
}

const recall = ({ found, wanted }: Tally) => percent(found, wanted);

/** Only some numerals are labelled in the treebank and the measures; a text is cut right or wrong as a whole. */
function precision({ found, optional, extra }: Tally, question: Question): string {
  if (question === "numerals" || question === "measures" || question === "sentences") return "";
  return percent(found + optional, found + optional + extra);
}

const percent = (part: number, whole: number) =>
  whole === 0 ? "" : `${((100 * part) / whole).toFixed(1)} %`;
