import { writeFile } from "node:fs/promises";
import { type Database, openDatabase } from "@/db/client";
import { readDatabaseEnv } from "@/db/env";
import { pendingMigrations } from "@/db/migrate";
import { findLexicon } from "@/db/queries/find-lexicon";
import { ownExportMap } from "@/domain/import/own/own-map";
import { suggestMap } from "@/domain/import/suggest-map";
import { BadUsage, type ImportCommand, importUsage, readImportArguments } from "./import-arguments";
import { approveBatch, submitBatch, undoBatch } from "./import-batch";
import { editorOf } from "./import-editor";
import { mapOfOwn, readFileOf, readMap } from "./import-file";
import { StepRefused } from "./import-refused";
import { type Importing, plan, sha256Of, takeIn } from "./import-run";
import { type ImportReport, summaryOf } from "./import-summary";
import { prepareDatabase } from "./prepare-database";
import { report } from "./report";

/** How the command ends: see its help. */
const exit = { done: 0, refused: 1, unreadable: 2, broken: 3 } as const;

/** `npm run import`: what the desk does with a table, from the terminal. */
async function main(args: readonly string[]): Promise<number> {
  const command = readImportArguments(args);
  if (command.do === "help") {
    process.stdout.write(`${importUsage}\n`);
    return exit.done;
  }
  // What cannot be read at all ends here, before a database is asked.
  if (command.do === "import" && command.map !== null) await readMap(command.map);
  const database = await openPrepared();
  try {
    if (command.do === "import") return await importFile(database, command);
    if (command.do === "suggest") process.stdout.write(await suggested(database, command));
    else report(await step(database, command));
    return exit.done;
  } finally {
    await database.close();
  }
}

async function step(
  database: Database,
  command: Extract<ImportCommand, { do: "submit" | "approve" | "undo" }>,
): Promise<string> {
  const editor = await editorOf(database.db, command.as);
  if (command.do === "submit") return submitBatch(database, editor, command.id, command.reasons);
  if (command.do === "approve") return approveBatch(database, editor, command.id, command.comment);
  return undoBatch(database, editor, command.id);
}

/** The database with its tables; one that has none yet is prepared as a start would. */
async function openPrepared(): Promise<Database> {
  const database = await openDatabase(readDatabaseEnv(), { report });
  if ((await pendingMigrations(database)) === 0) return database;
  await database.close();
  return prepareDatabase(report);
}

async function suggested(
  database: Database,
  command: Extract<ImportCommand, { do: "suggest" }>,
): Promise<string> {
  const { table, options } = await readFileOf(command, null);
  const { fields, rest } = suggestMap(table, await findLexicon(database.db));
  const dataset = { slug: "", title: "", publisher: "", url: null, lang: "en", published: null };
  const read = Object.keys(options).length === 0 ? {} : { table: options };
  const map = { dataset: ownExportMap(table) === null ? dataset : null, ...read, ...rest, fields };
  return `${JSON.stringify(map, null, 2)}\n`;
}

async function importFile(
  database: Database,
  command: Extract<ImportCommand, { do: "import" }>,
): Promise<number> {
  const began = performance.now();
  const said = command.map === null ? null : await readMap(command.map);
  const file = await readFileOf(command, said);
  const map = said ?? mapOfOwn(file);
  report(`${file.fileName}: ${file.table.rows.length} rows, ${file.table.header.length} columns`);
  const importing: Importing = { database, file, map, out: process.stderr };
  const planned = await plan(importing);
  for (const line of summaryOf(planned.report)) report(line);
  const { counts } = planned.report;
  const kept = counts.refused > 0 && !command.onlyValid;
  const fresh = counts.new + counts.changed + planned.acknowledged.length > 0;
  const done = command.dryRun || kept || !fresh ? null : await carryOut(importing, command, planned);
  const told: ImportReport = {
    ...{ file: file.fileName, sha256: sha256Of(file.bytes), dryRun: command.dryRun },
    ...{ import: done?.id ?? null, written: done?.written ?? null },
    seconds: Math.round(performance.now() - began) / 1000,
    ...planned.report,
  };
  await tell(told, command.report);
  report(outcomeOf(told, kept));
  return counts.refused > 0 ? exit.refused : exit.done;
}

/** A first Ctrl-C stops between two chunks; the same command again goes on from there. */
async function carryOut(
  importing: Importing,
  command: Extract<ImportCommand, { do: "import" }>,
  planned: Awaited<ReturnType<typeof plan>>,
) {
  const editor = await editorOf(importing.database.db, command.as);
  const stop = new AbortController();
  const leave = () => stop.abort(new Error("It was stopped. The same command again goes on from there."));
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, leave);
  const only = command.onlyValid ? "valid" : "all";
  return takeIn(importing, editor, planned, { only, signal: stop.signal });
}

async function tell(told: ImportReport, file: string | null): Promise<void> {
  const json = `${JSON.stringify(told, null, 2)}\n`;
  if (file === "-") process.stdout.write(json);
  else if (file !== null) await writeFile(file, json);
}

function outcomeOf({ dryRun, import: id, written, counts }: ImportReport, kept: boolean): string {
  if (written !== null)
    return `import ${id}: ${written.new} new and ${written.changed} changed figures are drafts now`;
  if (dryRun) return "dry run: nothing was written";
  if (kept) return `nothing was written: ${counts.refused} refused. --only-valid takes in the others`;
  return "nothing to take in: the collection says all of it already";
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error) => {
    const said = error instanceof Error ? error.message : String(error);
    const help = error instanceof BadUsage ? "\nHelp: npm run import -- --help" : "";
    process.stderr.write(`\n${said}${help}\n`);
    process.exit(
      error instanceof BadUsage ? exit.unreadable : error instanceof StepRefused ? exit.refused : exit.broken,
    );
  },
);
