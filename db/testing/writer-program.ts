/**
 * A process that records and publishes figures one after the other, for as long as it lives: prints the public id of
 * each the moment it is acknowledged. What fails because the database went away is given up, never repeated.
 * Arguments: the data folder, and the first number of its ids.
 */
import { setTimeout as pause } from "node:timers/promises";
import { openDatabase } from "../client";
import { figureOf, published, storkSource } from "./makers";

const [dataDir = "", first = "0"] = process.argv.slice(2);
const { db } = await openDatabase({ dataDir }, { max: 2 });
const { slug, version } = storkSource();

for (let number = Number(first); ; number++) {
  const publicId = String(number).padStart(8, "0");
  const figure = figureOf({ slug, text: version.text }, String(number), { publicId });
  try {
    await published(db, figure);
    process.stdout.write(`${publicId}\n`);
  } catch (error) {
    process.stderr.write(`${publicId} not written: ${(error as Error).message.slice(0, 200)}\n`);
    await pause(20);
  }
}
