/**
 * A process that accepts suggestions as fast as it can, several at once: those of its standard input, one line of JSON
 * each. Prints the public id of a draft the moment its accept is acknowledged. Its argument is the database, as JSON.
 */
import { createInterface } from "node:readline";
import { openDatabase } from "../client";
import { acceptSuggestion } from "../mutations/accept-suggestion";
import { done, writer } from "./makers";

const atOnce = 4;

const { db } = await openDatabase(JSON.parse(process.argv[2]!));
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();

async function acceptOnAndOn(): Promise<void> {
  for (;;) {
    const line = await lines.next();
    if (line.done) return;
    process.stdout.write(`${done(await acceptSuggestion(db, writer, JSON.parse(line.value)))}\n`);
  }
}

await Promise.all(Array.from({ length: atOnce }, acceptOnAndOn));
process.exit(0);
