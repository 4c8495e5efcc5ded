import { statSync } from "node:fs";
import { checkDocuments } from "./check-documents";
import { formatProblem, readSeeds } from "./read";

const usage = `Usage: npm run seeds:check -- DIR

Verifies every quotation in seeds/ against the documents it was taken from: DIR is the folder that holds them.`;

/** Runs the command on its arguments and returns the exit code: 0 all verified, 1 not, 2 called wrongly. */
function run([dir, ...rest]: readonly string[]): number {
  if (dir === undefined || dir.startsWith("-") || rest.length > 0) {
    console.error(usage);
    return 2;
  }
  if (!statSync(dir, { throwIfNoEntry: false })?.isDirectory()) {
    console.error(`${dir} is not a folder.`);
    return 1;
  }
  const seeds = readSeeds(import.meta.dirname);
  const check = checkDocuments(import.meta.dirname, dir);
  // A file that has not even its form is told of by both.
  const lines = new Set([...(Array.isArray(seeds) ? seeds : []), ...check.problems].map(formatProblem));
  if (lines.size > 0) {
    console.error([...lines].join("\n"));
    console.error(`\n${lines.size} ${lines.size === 1 ? "problem" : "problems"}.`);
    return 1;
  }
  const { documents, passages, sentences } = check;
  console.log(
    `${documents} documents, ${passages} passages, ${sentences} sentences: every sha256 and every quotation verified.`,
  );
  return 0;
}

process.exitCode = run(process.argv.slice(2));
